from multiprocessing import Pipe
from pickle import PicklingError


class Cake:
    def __init__(self, name, layers):
        self.name = name
        self.layers = layers

    def describe(self):
        return f'{self.name} with {len(self.layers)} layers'


def announce(cake):
    print('announced:', cake.describe())


if __name__ == '__main__':
    a, b = Pipe()

    cake = Cake('apple cake', ['dough', 'apples'])
    a.send(cake)
    cake.layers.append('cream')
    received = b.recv()
    print('sent:', cake.describe())
    print('received:', received.describe())

    a.send(announce)
    b.recv()(received)

    try:
        a.send(lambda: 42)
    except PicklingError:
        print('a function without a name does not travel')

    a.send_bytes(b'raw')
    print('bytes:', *b.recv_bytes())

    reader, writer = Pipe(False)
    try:
        reader.send('hello')
    except OSError as error:
        print('wrong way:', error)
