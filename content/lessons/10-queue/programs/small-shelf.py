from multiprocessing import Process, Queue
from queue import Empty, Full
import time


def customer(shelf):
    time.sleep(1)
    print('  customer:', shelf.get())


if __name__ == '__main__':
    shelf = Queue(2)
    try:
        shelf.get(timeout=0.3)
    except Empty:
        print('nothing on the shelf')
    shelf.put('bread')
    shelf.put('rolls')
    try:
        shelf.put_nowait('cake')
    except Full:
        print('no room for the cake')
    p = Process(target=customer, args=(shelf,))
    p.start()
    shelf.put('cake')
    p.join()
    print('left:', shelf.get(), 'and', shelf.get())
