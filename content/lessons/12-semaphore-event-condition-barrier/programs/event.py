from multiprocessing import Event, Process
import time


def run(name, ready, gun):
    print(f'  {name} is at the line')
    ready.set()
    gun.wait()
    print(f'  {name} runs')


if __name__ == '__main__':
    gun = Event()
    runners = []
    for name in ('Anna', 'Ben', 'Carl'):
        ready = Event()
        p = Process(target=run, args=(name, ready, gun))
        p.start()
        ready.wait()
        runners.append(p)
    print('fired already?', 'yes' if gun.is_set() else 'no')
    time.sleep(0.5)
    print('bang')
    gun.set()
    for p in runners:
        p.join()
    print('waiting once more:', 'set' if gun.wait(0.1) else 'not set')
