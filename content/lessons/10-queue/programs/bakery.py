from multiprocessing import Process, Queue


def bake(cake, count, shelf):
    for n in range(1, count + 1):
        shelf.put(f'{cake} {n}')


def sell(shelf, sold):
    count = 0
    while True:
        cake = shelf.get()
        if cake is None:
            break
        count += 1
    sold.put(count)


if __name__ == '__main__':
    shelf = Queue()
    sold = Queue()
    bakers = [Process(target=bake, args=(cake, 10, shelf)) for cake in ('apple', 'plum')]
    sellers = [Process(target=sell, args=(shelf, sold)) for _ in range(3)]
    for p in bakers + sellers:
        p.start()
    for p in bakers:
        p.join()
    print('all baked')
    for _ in sellers:
        shelf.put(None)
    total = 0
    for _ in sellers:
        total += sold.get()
    for p in sellers:
        p.join()
    print('sold:', total)
