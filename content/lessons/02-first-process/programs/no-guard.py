from multiprocessing import Process


def greet():
    print('child: hello')


p = Process(target=greet)
p.start()
p.join()
print(f'parent: exit code {p.exitcode}')
