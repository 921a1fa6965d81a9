from multiprocessing import Pool
import time


def square(n):
    time.sleep(0.5)
    return n * n


def one_by_one(pool):
    squares = []
    for n in range(4):
        result = pool.apply_async(square, (n,))
        squares.append(result.get())
    return squares


def all_at_once(pool):
    results = []
    for n in range(4):
        results.append(pool.apply_async(square, (n,)))
    return [result.get() for result in results]


def measure(name, work, pool):
    before = time.perf_counter()
    squares = work(pool)
    print(f'{name}: {squares} in {time.perf_counter() - before:.2f} s')


if __name__ == '__main__':
    with Pool(4) as pool:
        measure('get in the loop', one_by_one, pool)
        measure('get after the loop', all_at_once, pool)
