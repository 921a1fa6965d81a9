from multiprocessing import Pool, current_process
import time


def wash(dish, seconds):
    time.sleep(seconds)
    return f'{dish}: {current_process().name}'


if __name__ == '__main__':
    with Pool(2) as pool:
        results = [pool.apply_async(wash, ('big pot', 1.5))]
        for n in range(1, 6):
            results.append(pool.apply_async(wash, (f'cup {n}', 0.1)))
        for result in results:
            print(result.get())
