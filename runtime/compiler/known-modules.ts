/** The modules a program can import beside its own files. `builtin-modules.ts` holds what is in them. */
export const knownModules: readonly string[] = [
  'atexit',
  'builtins',
  'concurrent/futures',
  'concurrent/futures/process',
  'concurrent/futures/thread',
  'logging',
  'multiprocessing',
  'multiprocessing/connection',
  'multiprocessing/dummy',
  'multiprocessing/dummy/connection',
  'multiprocessing/heap',
  'multiprocessing/managers',
  'multiprocessing/pool',
  'multiprocessing/shared_memory',
  'multiprocessing/sharedctypes',
  'multiprocessing/util',
  'os',
  'pickle',
  'queue',
  'signal',
  'sys',
  'threading',
  'time',
];

/** Modules that exist and are not for learners. */
export const internalModules: readonly string[] = ['_system'];
