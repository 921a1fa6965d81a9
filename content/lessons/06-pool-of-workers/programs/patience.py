from multiprocessing import Pool, TimeoutError
import time


def cook():
    time.sleep(1.5)
    print('  cook: it is on the table')
    return 'soup'


if __name__ == '__main__':
    with Pool(1) as pool:
        result = pool.apply_async(cook)
        try:
            print(result.get(timeout=0.5))
        except TimeoutError:
            print('not within half a second')
        print('dinner is', result.get())
        print('once more:', result.get())
