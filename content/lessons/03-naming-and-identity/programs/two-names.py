from multiprocessing import Process, current_process
import os


def report():
    print(f'  I am {current_process().name}, pid {os.getpid()}')


if __name__ == '__main__':
    print(f'{current_process().name} has pid {os.getpid()}')
    for name in ['indexer', 'mailer', 'indexer']:
        p = Process(name=name, target=report)
        p.start()
        p.join()
        print(f'{p.name} exited {p.exitcode}')
