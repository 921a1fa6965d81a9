import { BrokenPipeError, EOFError, OSError } from '../errors';
import { type Handle, wordOf } from '../memory/handle';
import { Pipe } from '../memory/layout';
import { FOREVER, WaitKind } from '../memory/parker';
import {
  abandon,
  BROKEN,
  END_OF_FILE,
  WOULD_BLOCK,
  incoming,
  type Incoming,
  type Outgoing,
  outgoing,
  tryReceive,
  trySend,
} from '../memory/pipe';
import { delist, enlist } from '../memory/wait-set';
import { current } from './context';
import { traceReceived, traceSent } from './trace';
export { incoming, type Incoming, outgoing, type Outgoing } from '../memory/pipe';
export { giveBack, keepBytes } from '../memory/spare-bytes';

/*
 * Whole messages over pipes: they never merge, and never mix with those of another process. The bytes of one that was
 * received are for `giveBack` when they have been read, or for `keepBytes`.
 */

const EPIPE = 32;

/** Sends a message, waiting for room. */
export function send(handle: Handle, bytes: Uint8Array): void {
  const { memory, parker, slot } = current();
  const pipe = wordOf(handle);
  const frame = outgoing(bytes);
  parker.checkIn();
  let result = trySend(memory, pipe, slot, frame);
  if (result === WOULD_BLOCK) {
    const attempt = () => {
      enlist(memory, pipe + Pipe.writeWaiters, slot);
      result = trySend(memory, pipe, slot, frame);
      return result !== WOULD_BLOCK;
    };
    try {
      parker.waitUntil(attempt, FOREVER, { kind: WaitKind.pipeWrite, object: handle });
    } catch (error) {
      abandon(memory, pipe, slot, 'write');
      throw error;
    } finally {
      delist(memory, pipe + Pipe.writeWaiters, slot);
    }
  }
  if (result === BROKEN) throw new BrokenPipeError(EPIPE, 'Broken pipe');
  traceSent(handle, frame.position, bytes.length);
}

/**
 * Sends what can be sent without waiting; what is left is tried again when the bell rings.
 * @returns whether all of it is in the pipe.
 */
export function sendNow(handle: Handle, frame: Outgoing): boolean {
  const { memory, slot } = current();
  const pipe = wordOf(handle);
  let result = trySend(memory, pipe, slot, frame);
  if (result === WOULD_BLOCK) {
    enlist(memory, pipe + Pipe.writeWaiters, slot);
    // Room may have come in between, and nobody would ring for it.
    result = trySend(memory, pipe, slot, frame);
    if (result === WOULD_BLOCK) return false;
    delist(memory, pipe + Pipe.writeWaiters, slot);
  }
  if (result === BROKEN) throw new BrokenPipeError(EPIPE, 'Broken pipe');
  traceSent(handle, frame.position, frame.bytes.length);
  return true;
}

/**
 * The next message if it is there; if not, the bell will ring.
 *
 * @param frame - what is there of a long one; pass the same until it is complete.
 * @returns null when it is not there (yet).
 * @throws EOFError - nobody can send any more.
 */
export function receiveNow(handle: Handle, frame: Incoming): Uint8Array<ArrayBuffer> | null {
  const { memory, slot } = current();
  const pipe = wordOf(handle);
  let result = tryReceive(memory, pipe, slot, frame);
  if (result === WOULD_BLOCK) {
    enlist(memory, pipe + Pipe.readWaiters, slot);
    result = tryReceive(memory, pipe, slot, frame);
    if (result === WOULD_BLOCK) return null;
    delist(memory, pipe + Pipe.readWaiters, slot);
  }
  return complete(handle, frame, result);
}

function complete(handle: Handle, frame: Incoming, result: number): Uint8Array<ArrayBuffer> {
  if (result === END_OF_FILE) throw new EOFError();
  if (result !== 0 || frame.bytes === null) throw new OSError('got end of file during message');
  traceReceived(handle, frame.position, frame.bytes.length);
  return frame.bytes;
}

/**
 * The next message; waits for it.
 * @param deadlineMs - on the machine's clock. A message of which a part is there is waited for to its end.
 * @returns null when there was none in time.
 * @throws EOFError - nobody can send any more.
 */
export function receive(handle: Handle, deadlineMs = FOREVER): Uint8Array<ArrayBuffer> | null {
  const { memory, parker, slot } = current();
  const pipe = wordOf(handle);
  const frame = incoming();
  parker.checkIn();
  let result = tryReceive(memory, pipe, slot, frame);
  if (result === WOULD_BLOCK) {
    const attempt = () => {
      enlist(memory, pipe + Pipe.readWaiters, slot);
      result = tryReceive(memory, pipe, slot, frame);
      return result !== WOULD_BLOCK;
    };
    const reason = { kind: WaitKind.pipeRead, object: handle };
    try {
      const isThere = parker.waitUntil(attempt, deadlineMs, reason);
      if (!isThere && frame.received === 0) return null;
      if (!isThere) parker.waitUntil(attempt, FOREVER, reason);
    } catch (error) {
      abandon(memory, pipe, slot, 'read');
      throw error;
    } finally {
      delist(memory, pipe + Pipe.readWaiters, slot);
    }
  }
  return complete(handle, frame, result);
}
