from multiprocessing import Lock, Value
from multiprocessing.sharedctypes import RawArray


def yes_or_no(x):
    return 'yes' if x else 'no'


if __name__ == '__main__':
    usual = Value('i', 5)
    print('by default:', usual.get_lock())

    lock = Lock()
    first, second = Value('i', 1, lock=lock), Value('i', 2, lock=lock)
    print('my own lock:', first.get_lock())
    print('the same for both?', yes_or_no(first.get_lock() is second.get_lock()))

    bare = Value('i', 5, lock=False)
    print('without:', bare.value, 'and a lock?', yes_or_no(hasattr(bare, 'get_lock')))
    raw = RawArray('i', [1, 2, 3])
    print('raw array:', *raw, 'and a lock?', yes_or_no(hasattr(raw, 'get_lock')))
