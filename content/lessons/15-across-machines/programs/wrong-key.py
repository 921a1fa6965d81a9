from multiprocessing import AuthenticationError
from multiprocessing.managers import BaseManager


class Vault(BaseManager):
    pass


def knock(address, key):
    try:
        Vault(address=address, authkey=key).connect()
        print('come in')
    except AuthenticationError as error:
        print('wrong key:', error)
    except ConnectionRefusedError:
        print('nobody is there')


if __name__ == '__main__':
    vault = Vault(address=('localhost', 0), authkey=b'open sesame')
    vault.start()
    knock(vault.address, b'open barley')
    knock(vault.address, b'open sesame')
    vault.shutdown()
    knock(vault.address, b'open sesame')
