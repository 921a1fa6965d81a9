import * as multiprocessing from '../multiprocessing';
import * as connection from '../multiprocessing/connection';
import * as futures from '../multiprocessing/concurrent/futures';
import * as futuresThread from '../multiprocessing/concurrent/futures/thread';
import * as dummy from '../multiprocessing/dummy';
import * as dummyConnection from '../multiprocessing/dummy/connection';
import * as futuresProcess from '../multiprocessing/concurrent/futures/process';
import * as heap from '../multiprocessing/heap';
import * as managers from '../multiprocessing/managers';
import * as pool from '../multiprocessing/pool';
import * as sharedMemory from '../multiprocessing/shared-memory';
import * as sharedctypes from '../multiprocessing/sharedctypes';
import * as util from '../multiprocessing/util';
import * as queue from '../stdlib/queue';
import * as system from '../multiprocessing/_system';
import type { BuiltinModules } from '../process/program';
import * as atexit from '../stdlib/atexit';
import * as builtins from '../stdlib/builtins';
import * as logging from '../stdlib/logging';
import * as os from '../stdlib/os';
import * as pickle from '../stdlib/pickle';
import * as signal from '../stdlib/signal';
import * as sys from '../stdlib/sys';
import * as threading from '../stdlib/threading';
import * as time from '../stdlib/time';

/** Every module a program can import. */
export const builtinModules: BuiltinModules = {
  _system: system,
  atexit,
  builtins,
  'concurrent/futures': futures,
  'concurrent/futures/process': futuresProcess,
  'concurrent/futures/thread': futuresThread,
  logging,
  multiprocessing,
  'multiprocessing/connection': connection,
  'multiprocessing/dummy': dummy,
  'multiprocessing/dummy/connection': dummyConnection,
  'multiprocessing/heap': heap,
  'multiprocessing/managers': managers,
  'multiprocessing/pool': pool,
  'multiprocessing/shared_memory': sharedMemory,
  'multiprocessing/sharedctypes': sharedctypes,
  'multiprocessing/util': util,
  os,
  pickle,
  queue,
  signal,
  sys,
  threading,
  time,
};
