from multiprocessing import Process, current_process


def leaf():
    print(f'    {current_process().name} is running')


def branch():
    print(f'  {current_process().name} is running')
    for _ in range(2):
        p = Process(target=leaf)
        p.start()
        p.join()


if __name__ == '__main__':
    first = Process(target=branch)
    second = Process(name='mailer', target=branch)
    third = Process(target=branch)
    for p in [third, second, first]:
        print(f'starting {p.name}')
        p.start()
        p.join()
