from multiprocessing import Pipe, Process


def count(writer):
    for n in range(1, 4):
        writer.send(n)
    writer.close()


def read_all(reader):
    while True:
        if not reader.poll(2):
            print('  two seconds of silence, I give up')
            break
        try:
            print('  got', reader.recv())
        except EOFError:
            print('  end of file')
            break


def run(title, close_ours):
    print(title)
    reader, writer = Pipe(False)
    p = Process(target=count, args=(writer,))
    p.start()
    if close_ours:
        writer.close()
    p.join()
    read_all(reader)


if __name__ == '__main__':
    run('we keep our writing end', False)
    run('we close our writing end', True)
