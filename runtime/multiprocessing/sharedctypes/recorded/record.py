"""Records what ctypes does with values of every kind: ctypes.json, for scalar.test.ts.

    python3 runtime/multiprocessing/sharedctypes/recorded/record.py

A value is written as [type, text]; of a float the text is the hexadecimal form of its eight bytes.
"""
import ctypes
import json
import random
import struct
from multiprocessing.sharedctypes import typecode_to_type
from pathlib import Path

random.seed(3)


def written(value):
    if isinstance(value, bool):
        return ['bool', str(value).lower()]
    if isinstance(value, int):
        return ['int', str(value)]
    if isinstance(value, float):
        return ['float', 'nan' if value != value else struct.pack('>d', value).hex()]
    if isinstance(value, bytes):
        return ['bytes', value.hex()]
    if isinstance(value, str):
        return ['str', value]
    return ['None', '']


def outcome(ctype, value):
    try:
        return written(ctype(value).value)
    except (TypeError, ValueError, OverflowError) as error:
        return [type(error).__name__, str(error)]


def integers():
    edges = [sign * 2**bits + step for bits in (0, 7, 8, 15, 16, 31, 32, 53, 63, 64, 70) for sign in (1, -1) for step in (-1, 0, 1)]
    return edges + [random.randrange(-2**bits, 2**bits) for bits in (8, 16, 31, 32, 40, 53, 64, 80) for _ in range(4)]


def floats():
    edges = [0.0, -0.0, 0.5, -1.5, 0.1, 1e-45, 1e-46, 3.4028235e38, 3.5e38, 1e40, 1e308, 5e-324, float('inf'), float('-inf'), float('nan')]
    return edges + [struct.unpack('>d', random.randbytes(8))[0] for _ in range(40)]


values = [*integers(), *floats(), True, False, None, b'', b'a', b'\0', b'\xff', b'ab', '', 'a', '\0', 'é', '😀', 'ab']
rows = [
    [code, ctypes.sizeof(ctype), ctype.__name__, [[written(value), outcome(ctype, value)] for value in values]]
    for code, ctype in typecode_to_type.items()
]
lines = ',\n'.join(json.dumps(row, separators=(',', ':')) for row in rows)
Path(__file__).with_name('ctypes.json').write_text(f'[\n{lines}\n]\n')
