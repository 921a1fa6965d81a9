from multiprocessing import Pool
import time


def double(n):
    return 2 * n


def nap(seconds):
    time.sleep(seconds)


def measure(what, pool, task, items, chunksize):
    before = time.perf_counter()
    pool.map(task, items, chunksize)
    print(f'{what}, {chunksize} at a time: {time.perf_counter() - before:.2f} s')


if __name__ == '__main__':
    with Pool(2) as pool:
        pool.map(double, range(100), 1)
        measure('20000 tiny tasks', pool, double, range(20000), 1)
        measure('20000 tiny tasks', pool, double, range(20000), 500)
        naps = [0.4, 0.4, 0.4, 0.4, 0.1, 0.1, 0.1, 0.1]
        measure('8 uneven tasks', pool, nap, naps, 1)
        measure('8 uneven tasks', pool, nap, naps, 4)
