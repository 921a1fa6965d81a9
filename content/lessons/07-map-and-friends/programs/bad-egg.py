from multiprocessing import Pool


def crack(egg):
    if egg == 3:
        raise ValueError(f'egg {egg} is bad')
    return egg


def yes_or_no(x):
    return 'yes' if x else 'no'


if __name__ == '__main__':
    with Pool(2) as pool:
        result = pool.apply_async(crack, (3,))
        result.wait()
        print('ready?', yes_or_no(result.ready()))
        print('successful?', yes_or_no(result.successful()))
        try:
            result.get()
        except ValueError as error:
            print('get:', error)

        try:
            print(*pool.map(crack, range(1, 6)))
        except ValueError as error:
            print('map:', error)

        eggs = pool.imap(crack, range(1, 6))
        while True:
            try:
                print('imap:', next(eggs))
            except StopIteration:
                break
            except ValueError as error:
                print('imap:', error)
