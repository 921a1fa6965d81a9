from multiprocessing import Process
import time


def watch():
    print('watcher: on duty')
    try:
        time.sleep(2)
        print('watcher: two seconds on duty')
    finally:
        print('watcher: going home')


def deliver():
    time.sleep(3)
    print('courier: delivered')


if __name__ == '__main__':
    watcher = Process(target=watch, daemon=True)
    courier = Process(target=deliver)
    watcher.start()
    courier.start()
    time.sleep(1)
    print('parent: last line of the program')
