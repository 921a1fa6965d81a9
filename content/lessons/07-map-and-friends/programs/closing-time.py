from multiprocessing import Pool
import time


def serve(dish, seconds):
    time.sleep(seconds)
    return dish


if __name__ == '__main__':
    pool = Pool(1)
    soup = pool.apply_async(serve, ('soup', 0.5))
    try:
        pool.join()
    except ValueError as error:
        print('join before close:', error)
    pool.close()
    try:
        pool.apply_async(serve, ('cake', 0.5))
    except ValueError as error:
        print('order after close:', error)
    pool.join()
    print('served nevertheless:', soup.get())

    pool = Pool(1)
    roast = pool.apply_async(serve, ('roast', 60))
    pool.terminate()
    pool.join()
    print('is the roast ready?', 'yes' if roast.ready() else 'no')
