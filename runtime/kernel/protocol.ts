/*
 * What the page and a machine's kernel say to each other over their own port. The page trusts nothing that comes
 * from here: it checks every message against a schema.
 */

/** One step of a connection that leaves the machine. */
export type NetworkPacket =
  | { readonly kind: 'data'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** So many bytes have reached a reader's pipe: as many more may be sent. */
  | { readonly kind: 'taken'; readonly count: number }
  /** No more bytes will come. */
  | { readonly kind: 'end' }
  /** Nobody reads any more. */
  | { readonly kind: 'stop' };

/** What may be sent before any of it is taken. */
export const NETWORK_WINDOW_BYTES = 256 * 1024;
/** The longest `data`. */
export const NETWORK_PACKET_BYTES = 64 * 1024;

interface PacketMessage {
  readonly type: 'network/packet';
  readonly connection: number;
  readonly packet: NetworkPacket;
}
/** Of who was called: whether it takes the call. */
interface AnswerMessage {
  readonly type: 'network/answer';
  readonly connection: number;
  readonly isAccepted: boolean;
}

export type PageToKernel =
  | PacketMessage
  | AnswerMessage
  | { readonly type: 'network/listening'; readonly name: string; readonly isFree: boolean }
  /** Somebody outside calls a listener of this machine; `connection` is even. */
  | { readonly type: 'network/incoming'; readonly connection: number; readonly name: string }
  /** The page has shown what it got and takes one more batch. */
  | { readonly type: 'output/ready' }
  /** The page has taken the events it got and takes one more batch. */
  | { readonly type: 'trace/ready' }
  | { readonly type: 'input/write'; readonly bytes: Uint8Array }
  | { readonly type: 'input/close' }
  /** Ctrl+C. */
  | { readonly type: 'machine/interrupt' }
  | { readonly type: 'process/kill'; readonly pid: number; readonly signal: number }
  /** Answered with `machine/alive`. */
  | { readonly type: 'machine/ping' };

export type KernelToPage =
  | PacketMessage
  | AnswerMessage
  /** Answered with `network/listening`. */
  | { readonly type: 'network/listen'; readonly name: string }
  | { readonly type: 'network/unlisten'; readonly name: string }
  /** Nobody in this machine listens there; `connection` is odd. */
  | { readonly type: 'network/connect'; readonly connection: number; readonly name: string }
  /** A run of output records (`memory/output-ring.ts`); the next comes after `output/ready`. */
  | { readonly type: 'output/batch'; readonly records: Uint8Array<ArrayBuffer> }
  | {
      readonly type: 'process/started';
      readonly pid: number;
      readonly parentPid: number;
      readonly name: string;
      readonly timeMs: number;
    }
  /** `status` is a POSIX wait status. */
  | { readonly type: 'process/exited'; readonly pid: number; readonly status: number; readonly timeMs: number }
  | { readonly type: 'input/wanted'; readonly wanted: boolean }
  | { readonly type: 'machine/notice'; readonly kind: KernelNotice; readonly text: string }
  /** Runs of trace records (`memory/trace-ring.ts`), each after its pid and its length in words. */
  | { readonly type: 'trace/batch'; readonly records: Int32Array<ArrayBuffer> }
  | { readonly type: 'machine/alive' }
  /** Everything has ended and all output was sent. `status` is MainProcess's wait status. */
  | { readonly type: 'machine/exited'; readonly status: number; readonly timeMs: number };

export type KernelNotice = 'deadlock' | 'spawn-storm' | 'worker-failed';
