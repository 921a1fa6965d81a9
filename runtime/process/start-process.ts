import { KeyboardInterrupt } from '../errors';
import { HandleKind } from '../memory/handle';
import { Control, Header, Slot, SlotState, slotBase } from '../memory/layout';
import { ringKernel } from '../memory/doorbell';
import { Memory } from '../memory/memory';
import { FOREVER, Parker, WaitKind } from '../memory/parker';
import { TraceWriter } from '../memory/trace-ring';
import { readSpawnBlock } from '../memory/system-call';
import { createConsole } from './console';
import type { MachineImage } from '../compiler/program-image';
import { current, enterContext } from './context';
import { place } from './place';
import { traceSignal, traceWith } from './trace';
import { failEventLoop, watchEventLoop } from './event-loop';
import { installErrorFormat } from './format-value';
import { restrictGlobals } from './globals';
import { type BuiltinModules, Program } from './program';
import { type RunChild, runProcess } from './run-process';
import { Input } from './stdio';
import { close } from './system';
import { whereabouts } from './stack';
import { signals, threadId } from './thread-identity';

const SIGINT = 2;

/** Frames that V8 keeps of an error. Its own default, ten, is too few for a recursion. */
const STACK_DEPTH = 64;

/** To give back less than this costs more than to keep it: the kernel takes it when the process ends. */
const SMALL_PAYLOAD_BYTES = 16 * 1024;

/** A process worker's view of its surroundings; one per platform. */
export interface ProcessEndpoint {
  readonly cpuCount: number;
  hello(): void;
  /** Waits until a machine wants this worker. */
  attached(): Promise<{ readonly buffer: SharedArrayBuffer; readonly slot: number }>;
  /** Errors nobody caught: rejected promises, functions of timers. */
  onUncaught(listener: (error: unknown) => void): void;
}

/** What the language's front end brings along. */
export interface FrontEnd {
  /** Adapts the language of the thread, before any program runs in it. */
  prepare(): void;
  /** A process begins: its context is there, its program is not loaded yet. */
  begin(): void;
  readonly modules: BuiltinModules;
  readonly runChild: RunChild;
}

/** The entry of a process worker: sleeps until a process is wanted, then is that process until its end. */
export async function startProcess(endpoint: ProcessEndpoint, frontEnd: FrontEnd): Promise<void> {
  // All that does not depend on which process this will be is done while nobody waits for it.
  globalThis.console = createConsole() as unknown as Console;
  watchEventLoop(globalThis);
  frontEnd.prepare();
  installErrorFormat();
  Error.stackTraceLimit = STACK_DEPTH;
  endpoint.onUncaught(failEventLoop);
  restrictGlobals(globalThis);
  endpoint.hello();
  for (;;) {
    const { buffer, slot } = await endpoint.attached();
    if (serve(Memory.attach(buffer), slot, endpoint.cpuCount, frontEnd)) return;
  }
}

/** Is the process in this slot, as soon as one is wanted there; false when the machine has ended without. */
function serve(memory: Memory, slot: number, cpuCount: number, frontEnd: FrontEnd): boolean {
  const trace = new TraceWriter(memory, slot, place);
  const parker = new Parker(memory, slot, signalsOf(memory, slot), trace);
  const base = slotBase(slot);
  const image = readImage(memory);
  const program = new Program(image.program, frontEnd.modules);
  program.compile();

  memory.compareExchange(base + Slot.state, SlotState.warming, SlotState.idle);
  ringKernel(memory);
  const state = () => memory.load(base + Slot.state);
  const isDecided = () => state() === SlotState.live || state() === SlotState.released;
  parker.waitUntil(isDecided, FOREVER, { kind: WaitKind.none, object: slot }, false);
  if (state() === SlotState.released) return false;

  traceWith(trace);
  const payload = memory.load(base + Slot.payload);
  // MainProcess gets its stdin where its children get their payload.
  const isMain = memory.load(base + Slot.payloadBytes) === 0;
  const input = new Input(isMain ? payload : null);
  const pid = memory.load(base + Slot.pid);
  enterContext({ memory, slot, parker, pid, image, program, input, cpuCount });
  frontEnd.begin();
  void runProcess(isMain ? null : () => takePayload(payload), frontEnd.runChild);
  return true;
}

function takePayload(block: number): Uint8Array {
  const { memory, parker } = current();
  // A signal that is there already is raised here.
  parker.checkIn();
  const { payload } = readSpawnBlock(memory, block);
  if (payload.length > SMALL_PAYLOAD_BYTES) close(block | HandleKind.region);
  return payload;
}

function readImage(memory: Memory): MachineImage {
  const bytes = memory.read(memory.load(Header.imageOffset), memory.load(Header.imageLength));
  return JSON.parse(new TextDecoder().decode(bytes)) as MachineImage;
}

function signalsOf(memory: Memory, slot: number) {
  const control = slotBase(slot) + Slot.control;
  return {
    check: () => {
      // Ctrl+C is for the main thread.
      if (signals.areHeld || threadId() !== 0) return;
      if (!(memory.clearBits(control, Control.interrupted) & Control.interrupted)) return;
      traceSignal(SIGINT);
      throw new KeyboardInterrupt();
    },
    whereabouts: () => whereabouts(current().program),
  };
}
