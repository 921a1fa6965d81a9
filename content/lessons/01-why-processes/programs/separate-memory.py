from multiprocessing import Process

counter = 0


def add_one():
    global counter
    counter += 1
    print(f'child: counter is {counter}')


if __name__ == '__main__':
    for _ in range(3):
        p = Process(target=add_one)
        p.start()
        p.join()
    print(f'parent: counter is {counter}')
