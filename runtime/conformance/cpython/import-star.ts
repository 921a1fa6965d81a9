import * as multiprocessing from 'multiprocessing';
import * as connection from 'multiprocessing/connection';
import * as heap from 'multiprocessing/heap';
import * as managers from 'multiprocessing/managers';
import type { Token } from 'multiprocessing/managers';
import * as pool from 'multiprocessing/pool';
import * as sharedMemory from 'multiprocessing/shared_memory';
import * as sharedctypes from 'multiprocessing/sharedctypes';
import * as util from 'multiprocessing/util';
import { assertIs, assertTrue } from './assertions';

/** What each module of CPython's that a program can import has in `__all__`, as far as it can exist here. */
const MODULES: readonly (readonly [name: string, module: Readonly<Record<string, unknown>>, all: readonly string[]])[] = [
  ['multiprocessing', multiprocessing, Object.keys(multiprocessing)],
  ['multiprocessing/connection', connection, ['Client', 'Listener', 'Pipe', 'wait']],
  ['multiprocessing/heap', heap, ['BufferWrapper']],
  ['multiprocessing/managers', managers, ['BaseManager', 'SyncManager', 'BaseProxy', 'SharedMemoryManager']],
  ['multiprocessing/pool', pool, ['Pool']],
  ['multiprocessing/shared_memory', sharedMemory, ['SharedMemory', 'ShareableList']],
  ['multiprocessing/sharedctypes', sharedctypes, ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']],
  [
    'multiprocessing/util',
    util,
    ['subDebug', 'debug', 'info', 'subWarning', 'getLogger', 'logToStderr', 'isExiting', 'Finalize', 'SUBDEBUG', 'SUBWARNING'],
  ],
];

/** A type only, and so nothing that a module has when it runs. */
export type { Token };

export function testImport(): void {
  for (const [name, module, all] of MODULES) {
    assertTrue('default' in module, `${name} has no default`);
    const byDefault = module['default'] as Readonly<Record<string, unknown>>;
    for (const attribute of all) {
      assertTrue(attribute in module, `${name} does not have attribute ${attribute}`);
      assertTrue(module[attribute] !== undefined, `${name}: ${attribute} is undefined`);
      assertIs(byDefault[attribute], module[attribute]);
    }
  }
}
