from multiprocessing.dummy import Pool
import os

guests = []


def welcome(name):
    guests.append(name)
    return os.getpid()


if __name__ == '__main__':
    with Pool(3) as pool:
        pids = pool.map(welcome, ['Ada', 'Ben', 'Eve'])
        print('processes at work:', len(set(pids)))
        print('my guest list:', ', '.join(sorted(guests)))
