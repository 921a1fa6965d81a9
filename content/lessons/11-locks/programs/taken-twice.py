from multiprocessing import Lock, Process, RLock


def answer(x):
    return 'yes' if x else 'no'


def release(lock):
    try:
        lock.release()
        print('  released by the child')
    except AssertionError as error:
        print('  refused:', error)


if __name__ == '__main__':
    for name, lock in [('Lock', Lock()), ('RLock', RLock())]:
        print(name)
        lock.acquire()
        print('  a second time?', answer(lock.acquire(timeout=0.3)))
        p = Process(target=release, args=(lock,))
        p.start()
        p.join()
