from multiprocessing import Process


def greet(name, greeting='Hello', mark='.'):
    print(f'child: {greeting}, {name}{mark}')


if __name__ == '__main__':
    p = Process(target=greet, args=('Ada',))
    q = Process(target=greet, args=('Grace',), kwargs={'greeting': 'Welcome', 'mark': '!'})
    print('parent: nothing runs yet')
    p.start()
    p.join()
    print('parent: the first child is done')
    q.start()
    q.join()
    print('parent: the second child is done')
