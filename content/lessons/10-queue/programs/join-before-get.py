from multiprocessing import Process, Queue


def write_book(queue):
    queue.put('x' * 1_000_000)
    print('  author: the book is handed in')


if __name__ == '__main__':
    queue = Queue()
    author = Process(target=write_book, args=(queue,))
    author.start()
    author.join(3)
    print('three seconds later:', 'still running' if author.is_alive() else 'ended')
    book = queue.get()
    print('received:', len(book), 'letters')
    author.join()
    print('now it has ended with', author.exitcode)
