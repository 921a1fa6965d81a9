from multiprocessing import Condition, Process, Value
import time


def customer(wanted, flour, changed):
    def enough():
        return flour.value >= wanted

    with changed:
        changed.wait_for(enough)
        flour.value -= wanted
    print(f'  customer: {wanted} kilos, thank you')


if __name__ == '__main__':
    changed = Condition()
    flour = Value('i', 0)
    p = Process(target=customer, args=(5, flour, changed))
    p.start()
    for _ in range(3):
        time.sleep(0.5)
        with changed:
            flour.value += 2
            print('delivered 2 kilos')
            changed.notify_all()
    p.join()
    print('left:', flour.value)
