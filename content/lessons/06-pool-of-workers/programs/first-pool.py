from multiprocessing import Pool
import time


def bake(cake, seconds):
    time.sleep(seconds)
    return f'the {cake} cake is ready'


if __name__ == '__main__':
    with Pool(3) as pool:
        results = []
        for cake, seconds in [('apple', 0.9), ('lemon', 0.6), ('plum', 0.3)]:
            results.append(pool.apply_async(bake, (cake, seconds)))
        print('all three are ordered')
        for result in results:
            print(result.get())
