from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        menu = manager.dict({'monday': ['soup']})

        menu['monday'].append('bread')
        print('added to a copy:', ', '.join(menu['monday']))

        dishes = menu['monday']
        dishes.append('bread')
        menu['monday'] = dishes
        print('and put back:', ', '.join(menu['monday']))

        week = manager.dict({'tuesday': manager.list(['pasta'])})
        week['tuesday'].append('salad')
        print('a proxy inside:', ', '.join(week['tuesday']))
