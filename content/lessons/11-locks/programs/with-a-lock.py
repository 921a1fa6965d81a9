from multiprocessing import Lock, Process, Value

TIMES = 20000


def count(counter, lock):
    for _ in range(TIMES):
        with lock:
            counter.value += 1


if __name__ == '__main__':
    counter = Value('i', 0)
    lock = Lock()
    workers = [Process(target=count, args=(counter, lock)) for _ in range(2)]
    for p in workers:
        p.start()
    for p in workers:
        p.join()
    print(f'{counter.value} of {2 * TIMES}')
