from multiprocessing import Manager, Process
import time


def attempt(name, call):
    try:
        print(name, call())
    except Exception as e:
        print(name, type(e).__name__, e)


def iterate(d, change):
    seen = []
    for key in d:
        seen.append(key)
        change(d, key)
    return seen


def grow(d, key):
    d[key + 1] = key


def stay(d, key):
    d[key] = key


def double(args):
    n, go = args
    go.wait()
    return 2 * n


def note(d, n, go):
    go.wait()
    d[n] = 'noted'
    return n


def take(results, d):
    print('took', next(results))
    d['taken'] = True


def join(pool, d):
    pool.join()
    d['joined'] = True


if __name__ == '__main__':
    with Manager() as m:
        d = m.dict({1: 1})
        for name, key in [('list', [1]), ('dict', {}), ('set', {1})]:
            attempt(name, lambda: d.__setitem__(key, 1))
            attempt(name, lambda: d.get(key))
            attempt(name, lambda: key in d)
            attempt(name, lambda: d.pop(key, 1))
            attempt(name, lambda: d.setdefault(key, 1))
        attempt('update', lambda: d.update([([1], 2)]))
        print(d)
        attempt('grow', lambda: iterate(d, grow))
        attempt('stay', lambda: iterate(d, stay))
        l = m.list([3, 1, 3])
        attempt('index', lambda: l.index(3, -1))
        attempt('index', lambda: l.index(3, -9))
        attempt('index', lambda: l.index(1, -1))
        a = m.Array('i', [1, 2, 3])
        a[-1] = 7
        print(a[-1], a[-3], a)
        attempt('array', lambda: a[-4])
        attempt('array', lambda: a.__setitem__(-4, 0))

        # Who waits for a result, or for the end of a pool, keeps nobody else waiting.
        pool = m.Pool(1)
        go = m.Event()
        results = pool.imap(double, [(1, go)])
        p = Process(target=take, args=(results, d))
        p.start()
        time.sleep(0.1)
        print('taken' in d)
        go.set()
        p.join()
        print('taken' in d)
        attempt('end', lambda: next(results, 'no more'))
        attempt('running', pool.join)
        # The workers need the manager to get done.
        go.clear()
        pool.starmap_async(note, [(d, 8, go), (d, 9, go)])
        pool.close()
        p = Process(target=join, args=(pool, d))
        p.start()
        time.sleep(0.1)
        print('joined' in d, 8 in d)
        go.set()
        p.join()
        print('joined' in d, 9 in d)
