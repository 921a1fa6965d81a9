from multiprocessing import Barrier, Process, Value

TIMES = 20000


def careless(counter, gate):
    gate.wait()
    for _ in range(TIMES):
        counter.value += 1


def careful(counter, gate):
    gate.wait()
    for _ in range(TIMES):
        with counter.get_lock():
            counter.value += 1


def run(name, target):
    counter = Value('i', 0)
    gate = Barrier(2)
    workers = [Process(target=target, args=(counter, gate)) for _ in range(2)]
    for p in workers:
        p.start()
    for p in workers:
        p.join()
    print(f'{name}: {counter.value} of {2 * TIMES}')


if __name__ == '__main__':
    run('careless', careless)
    run('careful', careful)
