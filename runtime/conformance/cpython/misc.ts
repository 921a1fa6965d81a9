import mp from 'multiprocessing';
import { assertEqual } from './assertions';

/** `multiprocessing.__all__` of CPython 3.11, by our names. */
const ALL = [
  'Array',
  'AuthenticationError',
  'Barrier',
  'BoundedSemaphore',
  'BufferTooShort',
  'Condition',
  'Event',
  'JoinableQueue',
  'Lock',
  'Manager',
  'Pipe',
  'Pool',
  'Process',
  'ProcessError',
  'Queue',
  'RLock',
  'RawArray',
  'RawValue',
  'Semaphore',
  'SimpleQueue',
  'TimeoutError',
  'Value',
  'activeChildren',
  'allowConnectionPickling',
  'cpuCount',
  'currentProcess',
  'freezeSupport',
  'getAllStartMethods',
  'getContext',
  'getLogger',
  'getStartMethod',
  'logToStderr',
  'parentProcess',
  'reducer',
  'setExecutable',
  'setForkserverPreload',
  'setStartMethod',
];

/** There is no other way to pickle, no interpreter to choose, and no fork server. */
const ABSENT = ['allowConnectionPickling', 'reducer', 'setExecutable', 'setForkserverPreload'];

/** `SharedArray` is `Array` for those who would not hide the global; `default` is the module. */
const OURS = ['SharedArray', 'default'];

export function testAll(): void {
  const expected = [...ALL.filter((name) => !ABSENT.includes(name)), ...OURS];
  assertEqual(Object.keys(mp).sort(), expected.sort());
}
