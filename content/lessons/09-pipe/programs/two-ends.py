from multiprocessing import Pipe, Process


def cook(window):
    order = window.recv()
    print('  cook: so it is', order)
    window.send(f'one {order}, hot')
    window.send('enjoy')
    window.close()


if __name__ == '__main__':
    ours, theirs = Pipe()
    p = Process(target=cook, args=(theirs,))
    p.start()
    ours.send('soup')
    print('waiter:', ours.recv())
    print('waiter:', ours.recv())
    p.join()
