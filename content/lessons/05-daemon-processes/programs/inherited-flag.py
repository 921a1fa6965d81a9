from multiprocessing import Process, current_process


def leaf():
    print('    leaf: hello')


def branch():
    me = current_process()
    p = Process(target=leaf)
    print(f'  {me.name}: daemon? {"yes" if me.daemon else "no"}')
    print(f'  {me.name}: and a process I make? {"yes" if p.daemon else "no"}')
    try:
        p.start()
        p.join()
    except AssertionError as error:
        print(f'  {me.name}: {error}')


if __name__ == '__main__':
    for name, daemon in [('ordinary', False), ('daemon', True)]:
        p = Process(name=name, target=branch, daemon=daemon)
        p.start()
        p.join()
        print(f'{p.name} ended with {p.exitcode}')
