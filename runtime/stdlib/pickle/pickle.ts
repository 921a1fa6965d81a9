import { type Pickle, Pickler } from './pickler';
import { programNames } from './program-names';
import { Unpickler } from './unpickler';

export interface DumpOptions {
  /** For a child at its start: locks, queues and values may travel. */
  readonly inheriting?: boolean;
}

/** Its buffer is reused. Null while somebody has it: a `[reduce]` that pickles on its own account gets another. */
let idle: Pickler | null = new Pickler(programNames);

/** A pickler to write one value with; for `returnPickler` when its bytes have been used. */
export function borrowPickler(): Pickler {
  const pickler = idle ?? new Pickler(programNames);
  idle = null;
  return pickler;
}

export function returnPickler(pickler: Pickler): void {
  pickler.clear();
  idle = pickler;
}

/** A value as bytes, and the handles they carry. */
export function dumpPickle(value: unknown, { inheriting = false }: DumpOptions = {}): Pickle {
  const pickler = borrowPickler();
  try {
    const { bytes, handles } = pickler.dump(value, inheriting);
    return { bytes: bytes.slice(), handles };
  } finally {
    returnPickler(pickler);
  }
}

export function loadPickle(bytes: Uint8Array): unknown {
  return new Unpickler(bytes, programNames).load();
}
