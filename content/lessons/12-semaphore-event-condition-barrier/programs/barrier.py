from multiprocessing import Barrier, Process
import time


def hike(name, pace, meeting):
    for hut in (1, 2):
        time.sleep(pace)
        print(f'  {name} is at hut {hut}')
        meeting.wait()


def set_out():
    print('all here, on we go')


if __name__ == '__main__':
    meeting = Barrier(3, action=set_out)
    hikers = [
        Process(target=hike, args=(name, pace, meeting))
        for name, pace in [('Anna', 0.1), ('Ben', 0.3), ('Carl', 0.5)]
    ]
    for p in hikers:
        p.start()
    for p in hikers:
        p.join()
