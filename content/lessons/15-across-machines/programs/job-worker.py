from multiprocessing.managers import BaseManager
import time


class JobManager(BaseManager):
    pass


JobManager.register('get_jobs')
JobManager.register('get_results')


def connect():
    while True:
        manager = JobManager(address=('localhost', 5000), authkey=b'open sesame')
        try:
            manager.connect()
            return manager
        except ConnectionRefusedError:
            time.sleep(0.2)


def work(todo, done):
    finished = 0
    try:
        while True:
            n = todo.get()
            time.sleep(0.3)
            done.put(f'{n} squared is {n * n}')
            todo.task_done()
            finished += 1
    except (EOFError, ConnectionError):
        return finished


if __name__ == '__main__':
    print('looking for a server')
    manager = connect()
    finished = work(manager.get_jobs(), manager.get_results())
    print('the server has gone, jobs done here:', finished)
