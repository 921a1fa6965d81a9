import { BrokenPipeError } from '../errors';
import { type Handle, wordOf } from '../memory/handle';
import { Pipe } from '../memory/layout';
import { FOREVER, WaitKind } from '../memory/parker';
import { BROKEN, WOULD_BLOCK, tryRead, tryWrite } from '../memory/pipe';
import { delist, enlist } from '../memory/wait-set';
import { current } from './context';

const EPIPE = 32;

/** Reads at least one byte, waiting for it; 0 is the end of file. */
export function read(handle: Handle, target: Uint8Array): number {
  const { memory, parker, slot } = current();
  const pipe = wordOf(handle);
  parker.checkIn();
  let count = tryRead(memory, pipe, slot, target);
  if (count !== WOULD_BLOCK) return count;
  const attempt = () => {
    enlist(memory, pipe + Pipe.readWaiters, slot);
    count = tryRead(memory, pipe, slot, target);
    return count !== WOULD_BLOCK;
  };
  try {
    parker.waitUntil(attempt, FOREVER, { kind: WaitKind.pipeRead, object: handle });
  } finally {
    delist(memory, pipe + Pipe.readWaiters, slot);
  }
  return count;
}

/** Fills `target`; answers how much of it could be filled before the end of file. */
export function readFully(handle: Handle, target: Uint8Array): number {
  let filled = 0;
  while (filled < target.length) {
    const count = read(handle, target.subarray(filled));
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Writes everything, waiting for room. */
export function write(handle: Handle, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(writeSome(handle, rest));
}

function writeSome(handle: Handle, bytes: Uint8Array): number {
  const { memory, parker, slot } = current();
  const pipe = wordOf(handle);
  parker.checkIn();
  let count = tryWrite(memory, pipe, slot, bytes);
  if (count === WOULD_BLOCK) {
    const attempt = () => {
      enlist(memory, pipe + Pipe.writeWaiters, slot);
      count = tryWrite(memory, pipe, slot, bytes);
      return count !== WOULD_BLOCK;
    };
    try {
      parker.waitUntil(attempt, FOREVER, { kind: WaitKind.pipeWrite, object: handle });
    } finally {
      delist(memory, pipe + Pipe.writeWaiters, slot);
    }
  }
  if (count === BROKEN) throw new BrokenPipeError(EPIPE, 'Broken pipe');
  return count;
}
