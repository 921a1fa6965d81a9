from multiprocessing import Manager, Value
import time

READS = 2000


def reads_a_second(counter):
    before = time.perf_counter()
    for _ in range(READS):
        counter.value
    return READS / (time.perf_counter() - before)


if __name__ == '__main__':
    with Manager() as manager:
        asked = reads_a_second(manager.Value('i', 7))
    shared = reads_a_second(Value('i', 7))
    print(f'from the manager: {asked:.0f} a second')
    print(f'from shared memory: {shared:.0f} a second')
    print(f'that is {shared / asked:.0f} times as many')
