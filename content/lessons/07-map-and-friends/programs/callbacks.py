from multiprocessing import Pool

basket = []


def crack(egg):
    if egg == 3:
        raise ValueError(f'egg {egg} is bad')
    return egg


def into_the_basket(egg):
    basket.append(egg)


def complain(error):
    print('sorry:', error)


if __name__ == '__main__':
    with Pool(2) as pool:
        for egg in range(1, 6):
            pool.apply_async(crack, (egg,), callback=into_the_basket, error_callback=complain)
        pool.close()
        pool.join()
    print('in the basket:', *sorted(basket))
