from multiprocessing import Process
import time


def cook():
    time.sleep(1.5)
    print('cook: the soup is ready')


def look(p):
    alive = 'yes' if p.is_alive() else 'no'
    code = 'none yet' if p.exitcode is None else p.exitcode
    print(f'parent: alive? {alive}; exit code: {code}')


if __name__ == '__main__':
    p = Process(target=cook)
    look(p)
    p.start()
    answer = p.join(0.3)
    print(f'parent: join(0.3) returned {"nothing" if answer is None else "something"}')
    look(p)
    answer = p.join()
    print(f'parent: join() returned {"nothing" if answer is None else "something"}')
    look(p)
