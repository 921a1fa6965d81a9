from multiprocessing import Pool
import time

SECONDS = {'tortoise': 1.2, 'dog': 0.8, 'hare': 0.4}


def run(animal):
    time.sleep(SECONDS[animal])
    return animal


def announce(way, arrivals):
    before = time.perf_counter()
    for animal in arrivals:
        print(f'{way}: {animal} after {time.perf_counter() - before:.1f} s')


if __name__ == '__main__':
    with Pool(3) as pool:
        announce('in order', pool.imap(run, SECONDS))
        announce('as they come', pool.imap_unordered(run, SECONDS))
