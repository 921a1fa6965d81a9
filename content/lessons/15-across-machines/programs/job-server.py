from multiprocessing.managers import BaseManager
from queue import Queue

jobs, results = Queue(), Queue()


def get_jobs():
    return jobs


def get_results():
    return results


class JobManager(BaseManager):
    pass


JobManager.register('get_jobs', callable=get_jobs)
JobManager.register('get_results', callable=get_results)

if __name__ == '__main__':
    manager = JobManager(address=('localhost', 5000), authkey=b'open sesame')
    manager.start()
    todo, done = manager.get_jobs(), manager.get_results()
    for n in range(1, 7):
        todo.put(n)
    print('six jobs are waiting at localhost:5000')
    for _ in range(6):
        print(done.get())
    todo.join()
    manager.shutdown()
    print('closed')
