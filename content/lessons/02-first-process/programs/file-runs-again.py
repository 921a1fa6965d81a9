from multiprocessing import Process

role = 'the program' if __name__ == '__main__' else 'a child'
print(f'reading the file as {role}')

mood = 'calm'


def show_mood(brought):
    print(f'child: mood is {mood}, brought along: {brought}')


if __name__ == '__main__':
    mood = 'excited'
    print(f'parent: mood is {mood}')
    p = Process(target=show_mood, args=(mood,))
    p.start()
    p.join()
