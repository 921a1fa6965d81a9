from multiprocessing import Process, current_process


class Baker(Process):
    def __init__(self, bread):
        super().__init__()
        self.bread = bread

    def run(self):
        same = 'yes' if current_process() is self else 'no'
        print(f'  {self.name} bakes {self.bread}; am I the current process? {same}')
        self.bread = 'nothing, all sold'


def sweep():
    print(f'  {current_process().name} sweeps the floor')


if __name__ == '__main__':
    rye = Baker('rye')
    sweeper = Process(target=sweep)
    wheat = Baker('wheat')
    for p in [rye, sweeper, wheat]:
        p.start()
        p.join()
    print(f'parent: {rye.name} still has {rye.bread}')
