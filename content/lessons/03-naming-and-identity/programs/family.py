from multiprocessing import Process, current_process, parent_process
import os


def introduce():
    me = current_process()
    parent = parent_process()
    if parent is None:
        print(f'{me.name}, pid {os.getpid()}: no parent process')
    else:
        print(f'{me.name}, pid {os.getpid()}: child of {parent.name}, pid {parent.pid}')


def descend(generations):
    introduce()
    if generations > 0:
        p = Process(target=descend, args=(generations - 1,))
        p.start()
        p.join()


if __name__ == '__main__':
    descend(2)
