from multiprocessing import Barrier, Lock, Process


def work(name, first, second, both_have_one):
    with first:
        both_have_one.wait()
        with second:
            print(f'  {name} has both')


if __name__ == '__main__':
    pan, spoon = Lock(), Lock()
    both_have_one = Barrier(2)
    anna = Process(name='Anna', target=work, args=('Anna', pan, spoon, both_have_one))
    ben = Process(name='Ben', target=work, args=('Ben', spoon, pan, both_have_one))
    for p in (anna, ben):
        p.start()
    for p in (anna, ben):
        p.join(2)
        print(p.name, 'is still waiting' if p.is_alive() else 'is done')
    for p in (anna, ben):
        p.terminate()
        p.join()
