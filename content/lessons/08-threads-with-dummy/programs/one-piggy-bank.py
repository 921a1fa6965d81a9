from threading import Lock, Thread

coins = 0
lock = Lock()


def one_more(n):
    return n + 1


def careless(times):
    global coins
    for i in range(times):
        coins = one_more(coins)


def careful(times):
    global coins
    for i in range(times):
        with lock:
            coins = one_more(coins)


def run(save, times):
    global coins
    coins = 0
    savers = [Thread(target=save, args=(times,)) for _ in range(2)]
    for t in savers:
        t.start()
    for t in savers:
        t.join()
    print(f'{save.__name__}:', 'every coin is there' if coins == 2 * times else 'coins are missing')


if __name__ == '__main__':
    run(careless, 20_000_000)
    run(careful, 30_000)
