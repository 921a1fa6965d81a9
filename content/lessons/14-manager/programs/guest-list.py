from multiprocessing import Manager, Process, active_children


def arrive(tables, log, name, table):
    tables[name] = table
    log.append(f'{name} sits at table {table}')


if __name__ == '__main__':
    with Manager() as manager:
        tables, log = manager.dict(), manager.list()
        print('my children:', *[p.name for p in active_children()])
        guests = []
        for name, table in [('Ada', 3), ('Ben', 1), ('Eve', 3)]:
            p = Process(target=arrive, args=(tables, log, name, table))
            p.start()
            guests.append(p)
        for p in guests:
            p.join()
        for line in sorted(log):
            print(line)
        print(len(tables), 'guests, Ada at table', tables['Ada'])
