"""Records what CPython does with the programs in recorded/: NAME.out, NAME.err and NAME.rc beside NAME.py.

    python3 runtime/conformance/golden/record.py [--check] [NAME …]

Pids become <PIDn> in order of appearance, addresses 0xADDR, paths <LIB> and <DIR>. With --check nothing is written, and
the names of the programs that did something else this time are printed.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

here = Path(__file__).resolve().parent
recorded = here / 'recorded'
# Spawn as the default method, and SIGINT as a program in a terminal has it.
customize = here.parents[2] / 'scripts' / 'record'
library = os.path.dirname(os.__file__)


def run(program):
    """What the program gives, by the ending of the file it belongs in."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(program, folder)
        pids = Path(folder, 'pids')
        environment = {**os.environ, 'PYTHONPATH': str(customize), 'RECORD_PIDS': str(pids), 'PYTHONDONTWRITEBYTECODE': '1'}
        command = [sys.executable, str(Path(folder, program.name))]
        end = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
        mask = masking(folder, set(pids.read_text().split()))
        return {'out': mask(end.stdout), 'err': mask(end.stderr), 'rc': f'{end.returncode}\n'}


def masking(folder, pids):
    names = {}

    def mask_pid(match):
        # Who is killed at once has not written down its pid.
        known = match[1] or match[2] in pids
        return match[1] + names.setdefault(match[2], f'<PID{len(names) + 1}>') if known else match[0]

    def mask(text):
        text = text.replace(folder, '<DIR>').replace(library, '<LIB>')
        text = re.sub(r'0x[0-9a-f]+', '0xADDR', text)
        return re.sub(r'(\bpid=|)(?<![\w.])(\d+)(?![\w]|\.\d)', mask_pid, text)

    return mask


arguments = sys.argv[1:]
check = '--check' in arguments
names = [name for name in arguments if not name.startswith('--')]
for program in sorted(recorded.glob('*.py')):
    if names and program.stem not in names:
        continue
    for ending, text in run(program).items():
        file = program.with_suffix(f'.{ending}')
        if check and file.read_text() != text:
            print(f'{file.name} differs:\n{text}')
        elif not check:
            file.write_text(text)
