"""Lists the public names of Python's modules, and of their classes, as JSON: python3 scripts/reference/python-names.py > scripts/reference/python-names.json"""

import importlib, inspect, json, sys

MODULES = [
    'multiprocessing', 'multiprocessing.connection', 'multiprocessing.dummy', 'multiprocessing.dummy.connection',
    'multiprocessing.heap', 'multiprocessing.managers', 'multiprocessing.pool', 'multiprocessing.shared_memory',
    'multiprocessing.sharedctypes', 'multiprocessing.util', 'concurrent.futures', 'concurrent.futures.process',
    'concurrent.futures.thread', 'queue', 'threading',
]


def members(value):
    """The methods and attributes of a class that a user calls."""
    if not inspect.isclass(value) or issubclass(value, BaseException):
        return []
    inherited = set(dir(object)) | set(dir(dict)) if value.__name__ == 'DictProxy' else set(dir(object))
    return sorted(name for name in dir(value) if not name.startswith('_') and name not in inherited)


# The names of the package are methods of its default context.
from multiprocessing import context
def resolve(module, name):
    value = getattr(module, name)
    if module.__name__ != 'multiprocessing' or inspect.isclass(value):
        return value
    places = {'Lock': 'synchronize', 'RLock': 'synchronize', 'Semaphore': 'synchronize', 'BoundedSemaphore': 'synchronize', 'Condition': 'synchronize',
              'Event': 'synchronize', 'Barrier': 'synchronize', 'Queue': 'queues', 'SimpleQueue': 'queues', 'JoinableQueue': 'queues', 'Pool': 'pool'}
    return getattr(importlib.import_module('multiprocessing.' + places[name]), name) if name in places else value


names = {}
for path in MODULES:
    module = importlib.import_module(path)
    own = [name for name, value in vars(module).items() if not name.startswith('_') and getattr(value, '__module__', None) == path]
    public = getattr(module, '__all__', None) or own
    names[path] = {name: members(resolve(module, name)) for name in sorted(public)}
json.dump({'python': sys.version.split()[0], 'modules': names}, sys.stdout, indent=1)
print()
