from multiprocessing import Array, Process, Value


def work(number, squares):
    number.value = 3.5
    for i in range(len(squares)):
        squares[i] = i * i


if __name__ == '__main__':
    number = Value('d', 0.5)
    squares = Array('i', 6)
    print('before:', number.value, '|', *squares)
    p = Process(target=work, args=(number, squares))
    p.start()
    p.join()
    print('after:', number.value, '|', *squares)
    print('a part:', *squares[2:5])
