from multiprocessing import Process
import os
import sys
import time


def finish():
    return 42


def fail():
    raise ValueError('the oven is cold')


def leave(status):
    sys.exit(status)


def vanish(status):
    os._exit(status)


def wait():
    time.sleep(60)


def run(p):
    p.start()
    if p.name == 'terminate()':
        p.terminate()
    if p.name == 'kill()':
        p.kill()
    p.join()
    print(f'{p.name}: exit code {p.exitcode}')


if __name__ == '__main__':
    run(Process(name='return 42', target=finish))
    run(Process(name='exception', target=fail))
    run(Process(name='sys.exit()', target=leave, args=(None,)))
    run(Process(name='sys.exit(3)', target=leave, args=(3,)))
    run(Process(name='sys.exit(-1)', target=leave, args=(-1,)))
    run(Process(name='sys.exit(256)', target=leave, args=(256,)))
    run(Process(name="sys.exit('no flour left')", target=leave, args=('no flour left',)))
    run(Process(name='os._exit(7)', target=vanish, args=(7,)))
    run(Process(name='terminate()', target=wait))
    run(Process(name='kill()', target=wait))
