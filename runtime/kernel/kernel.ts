import { Allocator } from '../memory/allocator';
import { Errno } from '../memory/errno';
import { HandleKind, offsetOf } from '../memory/handle';
import { Header, OnInterrupt, type PipeKind, Slot, SlotState, slotBase } from '../memory/layout';
import type { Memory } from '../memory/memory';
import { onDoorbell } from '../memory/doorbell';
import { hasAnyOutput } from '../memory/output-ring';
import { type PendingCall, SystemCall, answer, pendingCalls, readSpawnBlock } from '../memory/system-call';
import { Detector } from './detector';
import { explainDeadlock } from './deadlock-report';
import { InputFeed } from './input-feed';
import { Listeners, type Result } from './listeners';
import { KERNEL_PID, SharedObjects } from './objects';
import { KernelNetwork } from './network';
import { NamedRegions } from './named-regions';
import { OutputDrain } from './output-drain';
import { type Entry, Processes } from './processes';
import type { KernelToPage, PageToKernel } from './protocol';
import { IGNORED_SIGNALS, LAST_SIGNAL, Signal } from './signal';
import { Slots, type Workers } from './slots';
import { TraceDrain } from './trace-drain';
import { StormWatch } from './storm';

/** A process that has not noticed Ctrl+C by then is killed. */
const INTERRUPT_GRACE_MS = 1000;
/** A killed process that sits in a system call has this long to step out of it. */
const HALT_GRACE_MS = 20;

/** The page shows no more of a process's name. */
const LONGEST_NAME = 100;

/** One machine's kernel: it never blocks, and it is the only one who decides who lives. */
export class Kernel {
  readonly #allocator: Allocator;
  readonly #objects: SharedObjects;
  readonly #listeners: Listeners;
  readonly #network: KernelNetwork;
  readonly #named: NamedRegions;
  readonly #slots: Slots;
  readonly #processes: Processes;
  readonly #output: OutputDrain;
  readonly #input: InputFeed;
  readonly #detector: Detector;
  readonly #trace: TraceDrain;
  readonly #storm = new StormWatch();
  #quarantine: number[] = [];
  #mainPid = 0;
  #mainStatus = 0;
  #hasExited = false;

  constructor(
    private readonly memory: Memory,
    workers: Workers,
    private readonly tell: (message: KernelToPage) => void,
  ) {
    this.#allocator = new Allocator(memory);
    this.#objects = new SharedObjects(memory, this.#allocator, (offset) => this.#release(offset));
    this.#network = new KernelNetwork(memory, this.#objects, tell);
    this.#listeners = new Listeners(memory, this.#objects, (name) => this.#network.unlisten(name));
    this.#named = new NamedRegions(memory, this.#objects);
    this.#slots = new Slots(
      memory,
      workers,
      (slot) => this.#onStopped(slot),
      (slot) => {
        this.#trace.collect(slot);
        this.#processes.forget(slot);
      },
    );
    this.#processes = new Processes(memory, this.#slots);
    this.#output = new OutputDrain(memory, (records) => tell({ type: 'output/batch', records }));
    this.#trace = new TraceDrain(memory, (records) => tell({ type: 'trace/batch', records }));
    this.#input = new InputFeed(memory, this.#objects, (wanted) => tell({ type: 'input/wanted', wanted }));
    this.#detector = new Detector(
      memory,
      (waiters) => tell({ type: 'machine/notice', kind: 'deadlock', text: explainDeadlock(waiters, (pid) => this.#nameOf(pid)) }),
      () => this.#network.isOpen || this.#slots.hasUncertain,
    );
  }

  /** Puts the program into memory and starts MainProcess. */
  boot(image: Uint8Array): void {
    const offset = this.#allocator.allocate(image.length);
    if (offset === null) throw new RangeError(`Cannot make a machine: the program has ${image.length} bytes`);
    this.memory.bytes.set(image, offset);
    this.memory.store(Header.imageOffset, offset);
    this.memory.store(Header.imageLength, image.length);
    const timeMs = this.memory.now();
    const main = this.#processes.start(KERNEL_PID, 'MainProcess', this.#input.readEnd, 0);
    if (main === null) throw new RangeError('Cannot start MainProcess: no slot is free');
    this.#mainPid = main.pid;
    this.#announce(main, timeMs);
    this.#objects.hold(this.#input.readEnd, main.pid);
    onDoorbell(this.memory, () => this.#attend());
  }

  receive(message: PageToKernel): void {
    switch (message.type) {
      case 'output/ready':
        this.#output.resume();
        break;
      case 'trace/ready':
        return this.#trace.resume();
      case 'input/write':
        this.#input.write(message.bytes);
        break;
      case 'input/close':
        this.#input.close();
        break;
      case 'machine/interrupt':
        this.#interruptAll();
        break;
      case 'process/kill':
        this.#signal(message.pid, message.signal, KERNEL_PID);
        break;
      case 'network/listening':
        this.#network.listening(message.name, message.isFree);
        break;
      case 'network/incoming':
        this.#network.incoming(message.connection, this.#listeners.offer(message.name));
        break;
      case 'network/answer':
        this.#network.answered(message.connection, message.isAccepted);
        break;
      case 'network/packet':
        this.#network.receive(message.connection, message.packet);
        break;
      case 'machine/ping':
        return this.tell({ type: 'machine/alive' });
      default:
        assertNever(message);
    }
    this.#attend();
  }

  /** A worker could not be made. */
  workerFailed(slot: number, text: string): void {
    this.tell({ type: 'machine/notice', kind: 'worker-failed', text });
    const entry = this.#processes.inSlot(slot);
    if (entry !== undefined) this.#end(entry, Signal.SIGKILL);
    this.#attend();
  }

  #attend(): void {
    for (const entry of [...this.#processes.living]) {
      const { slot, killedWith } = entry;
      if (killedWith !== null && this.#slots.state(slot) === SlotState.halted) this.#end(entry, killedWith);
    }
    for (const call of pendingCalls(this.memory)) this.#answer(call);
    this.#listeners.forgetClosed();
    this.#network.attend();
    this.#slots.settle();
    this.#output.drain();
    this.#input.feed();
    if (this.#processes.count > 0) {
      this.#slots.warm();
      this.#detector.rearm();
    } else this.#exitWhenSilent();
  }

  #answer(call: PendingCall): void {
    const entry = this.#processes.inSlot(call.slot);
    // A killed process is not answered: it will halt instead of looking.
    if (entry === undefined || entry.killedWith !== null) return;
    const { pid } = entry;
    const reply = (result: number | null, errno: Errno = Errno.ok) =>
      result === null ? answer(this.memory, call.slot, 0, Errno.ENOMEM) : answer(this.memory, call.slot, result, errno);
    switch (call.call) {
      case SystemCall.spawn:
        return this.#spawn(entry, call.argument(0), reply);
      case SystemCall.exit:
        return this.#end(entry, call.argument(0));
      case SystemCall.kill:
        return reply(0, this.#signal(call.argument(0), call.argument(1), pid));
      case SystemCall.pipe:
        return reply(this.#objects.createPipe(pid, call.argument(0) as PipeKind));
      case SystemCall.semaphore:
        return reply(this.#objects.createSemaphore(pid, call.argument(0)));
      case SystemCall.region:
        return reply(this.#objects.createRegion(pid, call.argument(0)));
      case SystemCall.close:
        return reply(0, this.#objects.close(call.argument(0), pid));
      case SystemCall.hold:
        if (!this.#objects.isHeld(call.argument(0))) return reply(0, Errno.EBADF);
        return reply(this.#objects.hold(call.argument(0), pid));
      case SystemCall.lend:
        if (!this.#objects.isHeldBy(call.argument(0), pid)) return reply(0, Errno.EBADF);
        return reply(this.#objects.hold(call.argument(0), KERNEL_PID));
      case SystemCall.take:
        if (!this.#objects.isHeldBy(call.argument(0), KERNEL_PID)) return reply(0, Errno.EBADF);
        this.#objects.hold(call.argument(0), pid);
        return reply(0, this.#objects.close(call.argument(0), KERNEL_PID));
      case SystemCall.createNamed: {
        const { result, errno } = this.#named.create(pid, this.#text(call), call.argument(2));
        return reply(result, errno);
      }
      case SystemCall.openNamed: {
        const { result, errno } = this.#named.open(pid, this.#text(call));
        return reply(result, errno);
      }
      case SystemCall.unlinkNamed:
        return reply(0, this.#named.unlink(this.#text(call)));
      case SystemCall.listen:
        return this.#listen(entry, this.#text(call), reply);
      case SystemCall.connect:
        return this.#connect(entry, this.#text(call), reply);
      case SystemCall.accept: {
        const { result, errno } = this.#listeners.accept(pid, call.argument(0));
        return reply(result, errno);
      }
      default:
        return reply(0, Errno.EINVAL);
    }
  }

  #listen(entry: Entry, name: string, reply: (result: number, errno?: Errno) => void): void {
    const { result, errno } = this.#listeners.listen(entry.pid, name);
    if (errno !== Errno.ok || !this.#network.isShared(name)) return reply(result, errno);
    this.#network.listen(name, (isFree) => {
      if (!isFree) this.#objects.close(result, entry.pid);
      if (this.#isWaiting(entry)) reply(isFree ? result : 0, isFree ? Errno.ok : Errno.EADDRINUSE);
    });
  }

  #connect(entry: Entry, name: string, reply: (result: number, errno?: Errno) => void): void {
    const { result, errno } = this.#listeners.connect(entry.pid, name);
    if (errno !== Errno.ECONNREFUSED || !this.#network.isShared(name)) return reply(result, errno);
    let answer: Result = { result: 0, errno };
    const makeEnds = () => {
      const pair = this.#isWaiting(entry) ? this.#listeners.makePair() : null;
      if (pair === null) return null;
      answer = this.#listeners.handOver(pair[0], entry.pid);
      return pair[1];
    };
    this.#network.connect(name, makeEnds, () => {
      if (this.#isWaiting(entry)) reply(answer.result, answer.errno);
    });
  }

  /** A process whose call is answered late may be gone by then. */
  #isWaiting(entry: Entry): boolean {
    return this.#processes.inSlot(entry.slot) === entry && entry.killedWith === null;
  }

  #spawn(parent: Entry, block: number, reply: (result: number, errno?: Errno) => void): void {
    const request = readSpawnBlock(this.memory, block);
    if (!request.handles.every((handle) => this.#objects.isHeld(handle))) return reply(0, Errno.EBADF);
    const name = new TextDecoder().decode(request.name);
    const timeMs = this.memory.now();
    const child = this.#processes.start(parent.pid, name, block, request.payload.length);
    if (child === null) return reply(0, Errno.EAGAIN);
    for (const handle of request.handles) this.#objects.hold(handle, child.pid);
    // The block is the child's from now on: it gives it back when it has read it.
    this.#objects.hold(block | HandleKind.region, child.pid);
    this.#objects.close(block | HandleKind.region, parent.pid);
    reply(child.pid);
    this.#announce(child, timeMs);
  }

  /** Tells of a process that was started. To tell takes longer than to start it: whoever waits for that is answered before. */
  #announce({ pid, parentPid, name }: Entry, timeMs: number): void {
    this.#trace.spawned(pid, parentPid, name, timeMs);
    this.tell({ type: 'process/started', pid, parentPid, name: name.slice(0, LONGEST_NAME), timeMs });
  }

  #end(entry: Entry, status: number): void {
    const bootstrapped = this.memory.load(slotBase(entry.slot) + Slot.bootstrapped) !== 0;
    this.#bury(entry, status);
    if (this.#storm.ended(bootstrapped || status < 0x100)) this.#endStorm();
    for (const server of this.#processes.abandoned) this.#kill(server, Signal.SIGTERM);
  }

  /** As in POSIX, all that the process held is closed before anybody hears of its end. */
  #bury(entry: Entry, status: number): void {
    const timeMs = this.memory.now();
    this.#processes.halt(entry);
    this.#objects.forget(entry.pid, entry.slot);
    this.#processes.end(entry, status);
    if (entry.pid === this.#mainPid) this.#mainStatus = status;
    this.#trace.exited(entry.pid, entry.slot, status, timeMs);
    this.tell({ type: 'process/exited', pid: entry.pid, status, timeMs });
  }

  #endStorm(): void {
    this.tell({ type: 'machine/notice', kind: 'spawn-storm', text: StormWatch.explanation });
    for (const entry of [...this.#processes.living]) this.#bury(entry, Signal.SIGKILL);
  }

  #signal(pid: number, signal: number, sender: number): Errno {
    const entry = this.#processes.find(pid);
    if (signal < 0 || signal > LAST_SIGNAL) return Errno.EINVAL;
    if (entry === undefined) return this.#processes.isZombie(pid) ? Errno.ok : Errno.ESRCH;
    if (signal === 0 || IGNORED_SIGNALS.has(signal)) return Errno.ok;
    this.#trace.signalled(pid, sender, signal);
    if (signal === Signal.SIGINT) this.#interrupt(entry);
    else this.#kill(entry, signal);
    return Errno.ok;
  }

  /**
   * Nobody hears of the end before the process has halted, so what it was just doing in shared memory is done before
   * its parent goes on. A loop that makes no system calls would never halt; it gets a moment, and touches nothing.
   */
  #kill(entry: Entry, status: number): void {
    if (entry.killedWith !== null) return;
    this.#processes.kill(entry, status);
    setTimeout(() => {
      if (this.#processes.find(entry.pid) !== entry) return;
      this.#end(entry, status);
      this.#attend();
    }, HALT_GRACE_MS);
  }

  #interruptAll(): void {
    for (const entry of [...this.#processes.living]) this.#interrupt(entry);
  }

  #interrupt(entry: Entry): void {
    const action = this.#processes.onInterrupt(entry);
    if (action === OnInterrupt.ignore) return;
    if (action === OnInterrupt.end || this.#processes.isInterrupted(entry)) return this.#kill(entry, Signal.SIGINT);
    this.#processes.interrupt(entry);
    const { interrupts } = entry;
    setTimeout(() => {
      const isLast = this.#processes.find(entry.pid) === entry && entry.interrupts === interrupts;
      if (isLast && this.#processes.isInterrupted(entry)) this.#kill(entry, Signal.SIGINT);
    }, INTERRUPT_GRACE_MS);
  }

  #onStopped(slot: number): void {
    this.#objects.breakGuards(slot);
    if (this.#slots.hasUncertain) return;
    for (const offset of this.#quarantine) this.#allocator.release(offset);
    this.#quarantine = [];
    this.#detector.rearm();
  }

  /** Memory that somebody who was killed could still be writing to is not given out again before that is over. */
  #release(offset: number): void {
    if (this.#slots.hasUncertain) this.#quarantine.push(offset);
    else this.#allocator.release(offset);
  }

  #exitWhenSilent(): void {
    if (this.#hasExited) return;
    if (!this.#output.isEmpty || hasAnyOutput(this.memory)) return;
    this.#hasExited = true;
    this.#slots.release();
    this.#network.finish();
    this.#trace.finish();
    this.tell({ type: 'machine/exited', status: this.#mainStatus, timeMs: this.memory.now() });
  }

  #text(call: PendingCall): string {
    return new TextDecoder().decode(this.memory.read(offsetOf(call.argument(0)), call.argument(1)));
  }

  #nameOf(pid: number): string {
    return this.#processes.find(pid)?.name.slice(0, LONGEST_NAME) ?? String(pid);
  }
}

function assertNever(message: never): never {
  throw new TypeError(`Unknown message: ${JSON.stringify(message)}`);
}
