from multiprocessing import Process
import time


def deliver():
    time.sleep(1)
    print('courier: delivered')


if __name__ == '__main__':
    courier = Process(target=deliver)
    courier.start()
    print('parent: about to fail')
    raise RuntimeError('the parent has failed')
