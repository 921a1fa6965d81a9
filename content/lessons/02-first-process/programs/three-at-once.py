from multiprocessing import Process
import os


def report(letter):
    print(f'child {letter}: my pid is {os.getpid()}, my parent is {os.getppid()}')


if __name__ == '__main__':
    print(f'parent: my pid is {os.getpid()}')
    children = []
    for letter in ['a', 'b', 'c']:
        p = Process(target=report, args=(letter,))
        p.start()
        print(f'parent: started {letter}, its pid is {p.pid}')
        children.append(p)
    for p in children:
        p.join()
    print('parent: all three are done')
