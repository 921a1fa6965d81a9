from multiprocessing import Pipe, Process


def work(connection, function, items):
    connection.send([function(item) for item in items])
    connection.close()


def parallel_map(function, items, pieces):
    readers = []
    workers = []
    for piece in range(pieces):
        reader, writer = Pipe(False)
        p = Process(target=work, args=(writer, function, items[piece::pieces]))
        p.start()
        writer.close()
        readers.append(reader)
        workers.append(p)
    results = [None] * len(items)
    for piece, reader in enumerate(readers):
        results[piece::pieces] = reader.recv()
    for p in workers:
        p.join()
    return results


def square(n):
    return n * n


if __name__ == '__main__':
    print(*parallel_map(square, list(range(1, 11)), 3))
