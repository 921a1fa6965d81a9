import {
  BrokenPipeError,
  ChildProcessError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileExistsError,
  FileNotFoundError,
  OSError,
  PermissionError,
  ProcessLookupError,
  TimeoutError,
} from './os-error';

const KNOWN: Readonly<Record<number, readonly [kind: typeof OSError, strerror: string]>> = {
  1: [PermissionError, 'Operation not permitted'],
  2: [FileNotFoundError, 'No such file or directory'],
  3: [ProcessLookupError, 'No such process'],
  9: [OSError, 'Bad file descriptor'],
  10: [ChildProcessError, 'No child processes'],
  11: [OSError, 'Resource temporarily unavailable'],
  12: [OSError, 'Cannot allocate memory'],
  17: [FileExistsError, 'File exists'],
  22: [OSError, 'Invalid argument'],
  32: [BrokenPipeError, 'Broken pipe'],
  98: [OSError, 'Address already in use'],
  104: [ConnectionResetError, 'Connection reset by peer'],
  110: [TimeoutError, 'Connection timed out'],
  111: [ConnectionRefusedError, 'Connection refused'],
};

/** The error Python raises for an error number of a system call. */
export function osError(errno: number, filename?: string): OSError {
  const [Kind, strerror] = KNOWN[errno] ?? [OSError, `Unknown error ${errno}`];
  return new Kind(errno, strerror, filename);
}
