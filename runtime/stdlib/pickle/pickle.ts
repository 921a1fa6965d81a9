import { type Pickle, Pickler } from './pickler';
import { programNames } from './program-names';
import { Unpickler } from './unpickler';

export interface DumpOptions {
  /** For a child at its start: locks, queues and values may travel. */
  readonly inheriting?: boolean;
}

/** Its buffer is reused. Null while it writes: a `[reduce]` that pickles on its own account gets another. */
let idle: Pickler | null = new Pickler(programNames);

/** A value as bytes, and the handles they carry. */
export function dumpPickle(value: unknown, { inheriting = false }: DumpOptions = {}): Pickle {
  const pickler = idle ?? new Pickler(programNames);
  idle = null;
  try {
    return pickler.dump(value, inheriting);
  } finally {
    idle = pickler;
  }
}

export function loadPickle(bytes: Uint8Array): unknown {
  return new Unpickler(bytes, programNames).load();
}
