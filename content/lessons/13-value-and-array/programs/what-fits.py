from multiprocessing import Array, Value

if __name__ == '__main__':
    for typecode, number in [('i', 2**31), ('B', 256), ('B', -1), ('b', 200), ('f', 0.1), ('d', 0.1)]:
        print(f'{typecode}: {number} becomes {Value(typecode, number).value}')
    try:
        Value('i', 1.5)
    except TypeError:
        print('i: 1.5 is refused')
    a = Array('i', [10, 20, 30])
    try:
        a[3] = 40
    except IndexError as error:
        print('a[3]:', error)
