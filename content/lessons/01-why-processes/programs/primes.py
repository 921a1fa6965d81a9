from multiprocessing import Process, cpu_count
import time

FIRST = 10_000_000
SIZE = 500_000
PIECES = 4


def is_prime(n):
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def count_primes(piece):
    start = FIRST + (piece - 1) * SIZE
    found = 0
    for n in range(start, start + SIZE):
        if is_prime(n):
            found += 1
    print(f'piece {piece}: {found} primes')


def in_one_process():
    for piece in range(1, PIECES + 1):
        count_primes(piece)


def in_several_processes():
    workers = []
    for piece in range(1, PIECES + 1):
        p = Process(target=count_primes, args=(piece,))
        p.start()
        workers.append(p)
    for p in workers:
        p.join()


def seconds(work):
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


if __name__ == '__main__':
    print(f'cores: {cpu_count()}')
    one = seconds(in_one_process)
    print(f'one process: {one:.2f} s')
    several = seconds(in_several_processes)
    print(f'{PIECES} processes: {several:.2f} s')
    print(f'speed-up: {one / several:.2f} times')
