import type { MachineImage } from '../compiler/program-image';
import type { Memory } from '../memory/memory';
import type { Parker } from '../memory/parker';
import type { Program } from './program';
import type { Input } from './stdio';

/** Everything this worker knows of the process it is. The one piece of mutable module state in a process worker. */
export interface ProcessContext {
  readonly memory: Memory;
  readonly slot: number;
  readonly parker: Parker;
  readonly pid: number;
  readonly image: MachineImage;
  readonly program: Program;
  readonly input: Input;
  readonly cpuCount: number;
}

let context: ProcessContext | null = null;

export function enterContext(entered: ProcessContext): void {
  context = entered;
}

/**
 * The process of this thread; null as long as it is none. For code that runs while a worker starts: an error thrown there
 * takes 30 ms, in which V8 reads the whole script again to know the places of the stack.
 */
export function currentOrNull(): ProcessContext | null {
  return context;
}

export function current(): ProcessContext {
  if (context === null) throw new TypeError('Cannot make a system call: no process runs in this thread');
  return context;
}
