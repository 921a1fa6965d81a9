from multiprocessing import Process, current_process
import sys
import time


def work(seconds):
    name = current_process().name
    try:
        print(f'{name}: oven on')
        time.sleep(seconds)
        sys.exit(3)
    finally:
        print(f'{name}: oven off')


if __name__ == '__main__':
    leaver = Process(name='leaver', target=work, args=(0.1,))
    leaver.start()
    leaver.join()
    print(f'parent: leaver ended with {leaver.exitcode}')

    victim = Process(name='victim', target=work, args=(60,))
    victim.start()
    time.sleep(1)
    victim.terminate()
    victim.join()
    print(f'parent: victim ended with {victim.exitcode}')
