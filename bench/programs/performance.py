"""The rows of docs/performance.md in CPython. Prints {row: [values]} as JSON. Argument: the start method."""
import array
import json
import multiprocessing as mp
import sys
import time

ROUNDS = 7


def nothing():
    pass


def same(x):
    return x


def echo(conn):
    while True:
        x = conn.recv()
        if x is None:
            break
        conn.send(x)


def produce(queue, go, count):
    for _ in range(ROUNDS + 1):
        go.acquire()
        for n in range(count):
            queue.put(n)


def add(value, barrier, count):
    for _ in range(ROUNDS + 1):
        barrier.wait()
        for _ in range(count):
            with value.get_lock():
                value.value += 1
        barrier.wait()


def compute(_):
    total = 0
    for n in range(2_000_000):
        total += n * n % 7
    return total


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def milliseconds(work):
    work()
    return [seconds(work) * 1000 for _ in range(ROUNDS)]


def a_second(count, work):
    work()
    return [count / seconds(work) for _ in range(ROUNDS)]


def times(count, work):
    def repeat():
        for _ in range(count):
            work()

    return repeat


def processes(rows):
    def start_and_join():
        p = mp.Process(target=nothing)
        p.start()
        p.join()

    rows['start'] = milliseconds(start_and_join)


def pools(rows):
    with mp.Pool(2) as pool:
        items = list(range(10_000))
        rows['apply'] = a_second(500, times(500, lambda: pool.apply(same, (1,))))
        rows['map'] = milliseconds(lambda: pool.map(same, items))
        rows['map1'] = milliseconds(lambda: pool.map(same, items, 1))
        alone = [seconds(lambda: [compute(0), compute(1)]) for _ in range(ROUNDS)]
        together = [seconds(lambda: pool.map(compute, [0, 1], 1)) for _ in range(ROUNDS)]
        rows['speedup'] = [a / b for a, b in zip(alone, together)]


def pipes(rows):
    here, there = mp.Pipe()
    p = mp.Process(target=echo, args=(there,))
    p.start()

    def there_and_back(x):
        here.send(x)
        here.recv()

    megabyte = array.array('d', [0.5]) * 131_072
    rows['megabyte'] = milliseconds(lambda: there_and_back(megabyte))
    rows['objects'] = a_second(1000, times(1000, lambda: there_and_back({'id': 1, 'name': 'x'})))
    here.send(None)
    p.join()


def queues(rows):
    count = 10_000
    queue, go = mp.Queue(), mp.Semaphore(0)
    p = mp.Process(target=produce, args=(queue, go, count))
    p.start()

    def consume():
        go.release()
        for _ in range(count):
            queue.get()

    rows['queue'] = a_second(count, consume)
    p.join()


def locks(rows):
    lock = mp.Lock()

    def take_and_release():
        for _ in range(200_000):
            lock.acquire()
            lock.release()

    rows['lock'] = a_second(200_000, take_and_release)
    count = 30_000
    value, barrier = mp.Value('i', 0), mp.Barrier(3)
    adders = [mp.Process(target=add, args=(value, barrier, count)) for _ in range(2)]
    for p in adders:
        p.start()

    def both():
        barrier.wait()
        barrier.wait()

    rows['value'] = a_second(2 * count, both)
    for p in adders:
        p.join()
    assert value.value == 2 * count * (ROUNDS + 1)


def managers(rows):
    with mp.Manager() as manager:
        d = manager.dict({'a': 1})
        rows['get'] = a_second(1000, times(1000, lambda: d['a']))
        rows['set'] = a_second(1000, times(1000, lambda: d.__setitem__('a', 2)))


if __name__ == '__main__':
    mp.set_start_method(sys.argv[1])
    rows = {}
    for measure in (processes, pools, pipes, queues, locks, managers):
        measure(rows)
    print(json.dumps(rows))
