from multiprocessing import Pool


def square(n):
    return n * n


def power(base, exponent):
    return base ** exponent


if __name__ == '__main__':
    with Pool(2) as pool:
        print('one task:', pool.apply(power, (2, 10)))
        result = pool.apply_async(power, (2, 11))
        print('one task, later:', result.get())

        print('map:', *pool.map(square, range(1, 6)))
        result = pool.map_async(square, range(6, 11))
        print('map, later:', *result.get())
        print('starmap:', *pool.starmap(power, [(2, 3), (3, 2), (10, 6)]))

        print('imap:')
        for n in pool.imap(square, range(1, 4)):
            print(' ', n)
        print('imap, unordered:')
        for n in sorted(pool.imap_unordered(square, range(1, 4))):
            print(' ', n)
