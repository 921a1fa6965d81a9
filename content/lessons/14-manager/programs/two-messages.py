from multiprocessing import Barrier, Manager, Process

EACH = 200


def careless(counter, gate):
    gate.wait()
    for _ in range(EACH):
        counter.value += 1


def careful(counter, gate, lock):
    gate.wait()
    for _ in range(EACH):
        with lock:
            counter.value += 1


def together(both):
    for p in both:
        p.start()
    for p in both:
        p.join()


if __name__ == '__main__':
    with Manager() as manager:
        gate = Barrier(2)
        counter = manager.Value('i', 0)
        together([Process(target=careless, args=(counter, gate)) for _ in range(2)])
        print('careless:', counter.value, 'of', 2 * EACH)
        counter.value = 0
        lock = manager.Lock()
        together([Process(target=careful, args=(counter, gate, lock)) for _ in range(2)])
        print('careful:', counter.value, 'of', 2 * EACH)
