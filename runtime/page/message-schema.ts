import { z } from 'zod';
import type { BoxToPage } from '../box/protocol';
import { type KernelToPage, NETWORK_PACKET_BYTES } from '../kernel/protocol';

/*
 * The box is hostile territory: a program may have taken it over. Nothing it says is believed before its form is known,
 * and whatever does not have the form is dropped.
 */

// Otherwise it tries whether it may evaluate text, and the site's policy reports that.
z.config({ jitless: true });

const pid = z.int().min(0).max(0x7fff_ffff);
const status = z.int().min(0).max(0xffff);
const timeMs = z.number().min(0);
const text = z.string().max(20_000);

const boxToPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('box/ready'), isolated: z.boolean(), sharedMemory: z.boolean() }),
  z.object({
    type: z.literal('machine/failed'),
    machine: z.int(),
    reason: z.enum(['not-isolated', 'no-shared-memory', 'worker-failed']),
    text,
  }),
]);

const connection = z.int().min(0);
const address = z.string().max(1000);
const packet = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('data'),
    bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine(({ length }) => length <= NETWORK_PACKET_BYTES),
  }),
  z.object({ kind: z.literal('taken'), count: z.int().min(0) }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('stop') }),
]);

const kernelToPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('output/batch'), records: z.instanceof(Uint8Array<ArrayBuffer>) }),
  z.object({ type: z.literal('process/started'), pid, parentPid: pid, name: z.string().max(1000), timeMs }),
  z.object({ type: z.literal('process/exited'), pid, status, timeMs }),
  z.object({ type: z.literal('input/wanted'), wanted: z.boolean() }),
  z.object({ type: z.literal('machine/notice'), kind: z.enum(['deadlock', 'spawn-storm', 'worker-failed']), text }),
  z.object({ type: z.literal('trace/batch'), records: z.instanceof(Int32Array<ArrayBuffer>) }),
  z.object({ type: z.literal('network/listen'), name: address }),
  z.object({ type: z.literal('network/unlisten'), name: address }),
  z.object({ type: z.literal('network/connect'), connection, name: address }),
  z.object({ type: z.literal('network/answer'), connection, isAccepted: z.boolean() }),
  z.object({ type: z.literal('network/packet'), connection, packet }),
  z.object({ type: z.literal('machine/alive') }),
  z.object({ type: z.literal('machine/exited'), status, timeMs }),
]);

const tabMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), from: z.string().max(100) }),
  z.object({ type: z.literal('gone'), from: z.string().max(100) }),
  z.object({ type: z.literal('names'), from: z.string().max(100), names: z.array(address).max(1000) }),
  z.object({ type: z.literal('call'), from: z.string().max(100), to: z.string(), connection, name: address }),
  z.object({ type: z.literal('answer'), from: z.string().max(100), to: z.string(), connection, isAccepted: z.boolean() }),
  z.object({ type: z.literal('packet'), from: z.string().max(100), to: z.string(), connection, isCaller: z.boolean(), packet }),
]);

/** What the tabs of a site say to each other about their machines. */
export type TabMessage = z.infer<typeof tabMessage>;

export function parseTabMessage(data: unknown): TabMessage | null {
  return tabMessage.safeParse(data).data ?? null;
}

export function parseBoxMessage(data: unknown): BoxToPage | null {
  return boxToPage.safeParse(data).data ?? null;
}

export function parseKernelMessage(data: unknown): KernelToPage | null {
  return kernelToPage.safeParse(data).data ?? null;
}
