import json
import multiprocessing
import time


def nothing():
    pass


if __name__ == '__main__':
    multiprocessing.set_start_method('spawn')
    milliseconds = []
    for _ in range(15):
        time.sleep(0.2)
        began = time.perf_counter()
        p = multiprocessing.Process(target=nothing)
        p.start()
        p.join()
        milliseconds.append((time.perf_counter() - began) * 1000)
    print(json.dumps(milliseconds))
