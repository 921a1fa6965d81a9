from multiprocessing import Process
from multiprocessing.managers import BaseManager


class Till:
    def __init__(self):
        self.amount = 0

    def pay(self, amount):
        self.amount += amount
        return self.amount


class ShopManager(BaseManager):
    pass


ShopManager.register('Till', Till)


def customer(till, amount):
    till.pay(amount)


if __name__ == '__main__':
    with ShopManager() as manager:
        till = manager.Till()
        customers = [Process(target=customer, args=(till, amount)) for amount in (5, 7, 8)]
        for p in customers:
            p.start()
        for p in customers:
            p.join()
        print('in the till:', till.pay(0))
        try:
            print(till.amount)
        except AttributeError as error:
            print(error)
