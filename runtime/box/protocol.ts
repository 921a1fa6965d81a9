/*
 * What the page, the box and its workers say to each other. One closed union per direction.
 */

export type PageToBox =
  | { readonly type: 'box/warm' }
  /** Comes with one port: the page's end stays with the page, this one goes to the machine's kernel. */
  | { readonly type: 'machine/create'; readonly machine: number; readonly image: Uint8Array; readonly options: MachineOptions }
  | { readonly type: 'machine/destroy'; readonly machine: number };

export type BoxToPage =
  | { readonly type: 'box/ready'; readonly isolated: boolean; readonly sharedMemory: boolean }
  | { readonly type: 'machine/failed'; readonly machine: number; readonly reason: FailureReason; readonly text: string };

export type FailureReason = 'not-isolated' | 'no-shared-memory' | 'worker-failed';

export interface MachineOptions {
  /** Size of the machine's shared memory. */
  readonly memoryBytes: number;
  /** The program's functions are in steps. */
  readonly hasThreads: boolean;
}

export type BoxToKernel =
  /** The first message; comes with the port to the page. */
  | {
      readonly type: 'kernel/start';
      readonly buffer: SharedArrayBuffer;
      readonly image: Uint8Array;
      readonly options: MachineOptions;
    }
  | { readonly type: 'worker/failed'; readonly slot: number; readonly text: string };

/** When a worker is made: ahead of the process that it will be, or when that waits for it already. */
export type Occasion = 'ahead' | 'wanted';

export type KernelToBox =
  | { readonly type: 'worker/create'; readonly slot: number; readonly occasion: Occasion }
  | { readonly type: 'worker/terminate'; readonly slot: number }
  /** It was never a process, and leaves the machine. */
  | { readonly type: 'worker/release'; readonly slot: number };

/** The only message a process worker ever gets; again when a machine has released it. */
export interface BoxToProcess {
  readonly type: 'process/attach';
  readonly buffer: SharedArrayBuffer;
  readonly slot: number;
}

/** The only message of a worker the box listens to: its script has loaded. */
export interface WorkerToBox {
  readonly type: 'worker/hello';
}
