from multiprocessing import JoinableQueue, Process
import time


def wash(dishes):
    while True:
        dish = dishes.get()
        time.sleep(0.2)
        print('  clean:', dish)
        dishes.task_done()


if __name__ == '__main__':
    dishes = JoinableQueue()
    for dish in ('cup', 'plate', 'pot'):
        dishes.put(dish)
    print('everything is in the sink')
    Process(target=wash, args=(dishes,), daemon=True).start()
    dishes.join()
    print('everything is clean')
