from multiprocessing import Lock, Manager, Pool


def pay_in(purse, lock, coins):
    with lock:
        purse.coins = purse.coins + coins


if __name__ == '__main__':
    with Manager() as manager, Pool(3) as pool:
        purse = manager.Namespace(coins=0)
        try:
            pool.apply(pay_in, (purse, Lock(), 5))
        except RuntimeError as error:
            print(error)
        lock = manager.Lock()
        pool.starmap(pay_in, [(purse, lock, coins) for coins in range(1, 11)])
        print('coins in the purse:', purse.coins)
