from multiprocessing import Lock, Process
import time


def work(name, pan, spoon):
    with pan:
        time.sleep(0.3)
        with spoon:
            print(f'  {name} has both')


if __name__ == '__main__':
    pan, spoon = Lock(), Lock()
    anna = Process(name='Anna', target=work, args=('Anna', pan, spoon))
    ben = Process(name='Ben', target=work, args=('Ben', pan, spoon))
    for p in (anna, ben):
        p.start()
    for p in (anna, ben):
        p.join()
    print('both are done')
