from multiprocessing import Pool
from multiprocessing.dummy import Pool as ThreadPool
import time

ROUNDS = 20_000_000


def wait(seconds):
    time.sleep(seconds)


def count(rounds):
    total = 0
    for i in range(rounds):
        total += i % 7
    return total


def report(what, work):
    before = time.perf_counter()
    work()
    print(f'{what}: {time.perf_counter() - before:.2f} s')


def compare(crew, pool):
    pool.map(wait, [0, 0])
    report(f'{crew} wait', lambda: pool.map(wait, [0.3, 0.3]))
    report(f'{crew} count', lambda: pool.map(count, [ROUNDS, ROUNDS]))


if __name__ == '__main__':
    report('one thread waits twice', lambda: [wait(s) for s in (0.3, 0.3)])
    report('one thread counts twice', lambda: [count(n) for n in (ROUNDS, ROUNDS)])
    with ThreadPool(2) as threads:
        compare('two threads', threads)
    with Pool(2) as processes:
        compare('two processes', processes)
