from multiprocessing import Pool
import time


def deliver(parcel):
    time.sleep(1)
    print(f'  {parcel}: delivered')


if __name__ == '__main__':
    with Pool(1) as pool:
        pool.apply_async(deliver, ('red parcel',))
    print('the first block is left')

    with Pool(1) as pool:
        pool.apply_async(deliver, ('blue parcel',))
        pool.close()
        pool.join()
    print('the second block is left')
