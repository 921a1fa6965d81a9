from multiprocessing import Process, Semaphore, Value
import time


def arrive(parked, most):
    with parked.get_lock():
        parked.value += 1
        most.value = max(most.value, parked.value)


def leave(parked):
    with parked.get_lock():
        parked.value -= 1


def drive(car, free_places, parked, most):
    with free_places:
        arrive(parked, most)
        time.sleep(0.3)
        leave(parked)
        print(f'  car {car} has left')


if __name__ == '__main__':
    free_places = Semaphore(2)
    parked, most = Value('i', 0), Value('i', 0)
    cars = [Process(target=drive, args=(car, free_places, parked, most)) for car in range(1, 6)]
    for p in cars:
        p.start()
    for p in cars:
        p.join()
    print('never more than two?', 'yes' if most.value <= 2 else 'no')
