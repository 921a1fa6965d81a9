import { OSError, ValueError } from '../../errors';
import { giveBack, keepBytes, receive, send } from '../../process/messages';
import * as system from '../../process/system';
import { reduce } from '../../stdlib/pickle';
import { typeName } from '../../errors/type-name';
import { BufferTooShort } from '../errors';
import { addressOf, borrowPickler, internal, isInheriting, loads, passHandle, returnPickler } from '../reduction';

/**
 * One end of a pipe. `Pipe()` makes two; a child gets one as an argument or in a message.
 * @python multiprocessing.connection.Connection - `with connection:` is `using`.
 * @see CPython 3.11 Lib/multiprocessing/connection.py
 */
export class Connection<S = unknown, R = S> {
  readonly #readEnd: system.Handle | null;
  readonly #writeEnd: system.Handle | null;
  #isClosed = false;
  #isReadable: boolean;

  /** @internal */
  constructor(readEnd: system.Handle | null, writeEnd: system.Handle | null) {
    this.#readEnd = readEnd;
    this.#writeEnd = writeEnd;
    this.#isReadable = readEnd !== null;
  }

  /** Was it closed? */
  get closed(): boolean {
    return this.#isClosed;
  }

  /** Can something come out of it? */
  get readable(): boolean {
    return this.#isReadable;
  }

  /** Can something be put into it? */
  get writable(): boolean {
    return this.#writeEnd !== null;
  }

  /**
   * A number that stands for this end in the machine.
   * @throws OSError - it was closed.
   */
  fileno(): number {
    this.#checkOpen();
    return this.#readEnd ?? this.#writeEnd ?? 0;
  }

  /** Gives up this end. When nobody holds it any more, the other side meets the end of file or a broken pipe. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const end of [this.#readEnd, this.#writeEnd]) if (end !== null) system.close(end);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /**
   * Sends a copy of a value to the other end; waits while the pipe is full, see `Pipe`.
   * @throws PicklingError - the value cannot travel.
   * @throws BrokenPipeError - nobody holds the other end.
   * @throws OSError - this end is closed or cannot send.
   * @example
   * import { Pipe } from 'multiprocessing';
   *
   * const [a, b] = Pipe();
   * a.send({ answer: 42 });
   * console.log(b.recv());
   */
  send(value: S): void {
    const end = this.#writing();
    const pickler = borrowPickler();
    try {
      send(end, pickler.dump(value).bytes);
    } finally {
      returnPickler(pickler);
    }
  }

  /**
   * The next value from the other end; waits for one.
   * @throws EOFError - nobody holds the other end any more.
   * @throws OSError - this end is closed or cannot receive.
   */
  recv(): R {
    const bytes = this.#receive();
    const value = loads(bytes);
    giveBack(bytes);
    return value as R;
  }

  /**
   * Sends bytes as one message, without pickling them.
   * @param bytes - a typed array, DataView or ArrayBuffer.
   * @param offset - the first byte to send; default 0.
   * @param size - how many; default all from there.
   * @throws ValueError - there are not so many.
   */
  sendBytes(bytes: ArrayBufferView | ArrayBuffer, offset = 0, size: number | null = null): void {
    const end = this.#writing();
    const all = viewOf(bytes);
    if (offset < 0) throw new ValueError('offset is negative');
    if (all.length < offset) throw new ValueError('buffer length < offset');
    const length = size ?? all.length - offset;
    if (length < 0) throw new ValueError('size is negative');
    if (offset + length > all.length) throw new ValueError('buffer length < offset + size');
    send(end, all.subarray(offset, offset + length));
  }

  /**
   * The bytes of the next message; waits for one.
   * @param maxlength - a longer message is an error, after which nothing more can be received; default no limit.
   * @throws OSError - the message was longer: `bad message length`.
   * @throws EOFError - nobody holds the other end any more.
   */
  recvBytes(maxlength: number | null = null): Uint8Array<ArrayBuffer> {
    if (maxlength !== null && maxlength < 0) throw new ValueError('negative maxlength');
    const bytes = keepBytes(this.#receive());
    if (maxlength === null || bytes.length <= maxlength) return bytes;
    if (this.writable) this.#isReadable = false;
    else this.close();
    throw new OSError('bad message length');
  }

  /**
   * Puts the bytes of the next message into a buffer; waits for one.
   * @param buffer - a typed array or DataView.
   * @param offset - where in it, in bytes; default 0.
   * @returns how many there were.
   * @throws BufferTooShort - they do not fit; `args[0]` has them.
   */
  recvBytesInto(buffer: ArrayBufferView | ArrayBuffer, offset = 0): number {
    const target = viewOf(buffer);
    if (offset < 0) throw new ValueError('negative offset');
    if (offset > target.length) throw new ValueError('offset too large');
    const bytes = this.#receive();
    if (offset + bytes.length > target.length) throw new BufferTooShort(keepBytes(bytes));
    target.set(bytes, offset);
    giveBack(bytes);
    return bytes.length;
  }

  /**
   * Is there something to receive? Also true at the end of file.
   * @param timeout - how many seconds to wait for it; default 0; null waits for ever.
   */
  poll(timeout: number | null = 0): boolean {
    return system.ready([{ kind: 'readable', handle: this.#reading() }], timeout).length > 0;
  }

  toString(): string {
    return `<multiprocessing.connection.Connection object at ${addressOf(this)}>`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    this.#checkOpen();
    const ends = [this.#readEnd, this.#writeEnd];
    for (const end of ends) {
      if (end === null) continue;
      if (isInheriting()) passHandle(end);
      else system.lend(end);
    }
    return [isInheriting() ? inherited : received, ends];
  }

  /** @internal What `wait` waits for. */
  get _waitable(): system.Handle {
    return this.#reading();
  }

  #receive(): Uint8Array<ArrayBuffer> {
    return receive(this.#reading()) ?? new Uint8Array();
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new OSError('handle is closed');
  }

  #reading(): system.Handle {
    this.#checkOpen();
    if (this.#readEnd === null || !this.#isReadable) throw new OSError('connection is write-only');
    return this.#readEnd;
  }

  #writing(): system.Handle {
    this.#checkOpen();
    if (this.#writeEnd === null) throw new OSError('connection is read-only');
    return this.#writeEnd;
  }
}

type Ends = readonly [readEnd: system.Handle | null, writeEnd: system.Handle | null];

const inherited = internal('Connection', (...[readEnd, writeEnd]: Ends) => new Connection(readEnd, writeEnd));

const received = internal('LentConnection', (...[readEnd, writeEnd]: Ends) => {
  for (const end of [readEnd, writeEnd]) if (end !== null) system.take(end);
  return new Connection(readEnd, writeEnd);
});

function viewOf(bytes: ArrayBufferView | ArrayBuffer): Uint8Array {
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((bytes as unknown) instanceof ArrayBuffer) return new Uint8Array(bytes);
  throw new TypeError(`memoryview: a bytes-like object is required, not '${typeName(bytes)}'`);
}
