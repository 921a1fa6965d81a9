import multiprocessing as mp, time
def fill(end, sent):
    while True:
        end.send(1)
        sent.value += 1
def send_one(end, size, begun, done):
    begun.set()
    end.send_bytes(bytes(size))
    done.set()
if __name__ == '__main__':
    a, b = mp.Pipe()
    sent = mp.Value('i', 0)
    p = mp.Process(target=fill, args=(b, sent))
    p.start()
    before = 0
    while sent.value == 0 or sent.value != before:
        before = sent.value
        time.sleep(0.5)
    print('nobody receives:', sent.value, 'sent')
    p.terminate(); p.join()
    print('received:', sum(a.recv() for _ in range(sent.value)))
    for duplex, size in [(True, 219264), (True, 219265), (False, 65532), (False, 65533)]:
        a, b = mp.Pipe(duplex)
        begun, done = mp.Event(), mp.Event()
        p = mp.Process(target=send_one, args=(b, size, begun, done))
        p.start()
        begun.wait()
        print('duplex' if duplex else 'simplex', size, 'at once:', done.wait(0.5), end=' ')
        print('received:', len(a.recv_bytes()), done.wait(5))
        p.join()
