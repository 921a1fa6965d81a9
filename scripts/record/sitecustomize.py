"""Imported by every interpreter of a recording, spawned children included, before its program."""
import multiprocessing.context as context
import os
import signal
import sys

# Spawn as the default, the way macOS and Windows have it, and not as a choice the program made: it may
# still choose for itself.
default = context._default_context
default._default_context = context._concrete_contexts['spawn']

# A shell starts background jobs with SIGINT ignored, and Python would keep it that way.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Lines leave whole and at once, as in a terminal. Unbuffered output would write a line in pieces, which mix.
sys.stdout.reconfigure(line_buffering=True)
sys.stderr.reconfigure(line_buffering=True)

with open(os.environ['RECORD_PIDS'], 'a') as pids:
    pids.write(f'{os.getppid()}\n{os.getpid()}\n')
