import { z } from 'zod';
import type { BoxToPage } from '../box/protocol';
import type { KernelToPage } from '../kernel/protocol';

/*
 * The box is hostile territory: a program may have taken it over. Nothing it says is believed before its form is known,
 * and whatever does not have the form is dropped.
 */

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

const kernelToPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('output/batch'), records: z.instanceof(Uint8Array<ArrayBuffer>) }),
  z.object({ type: z.literal('process/started'), pid, parentPid: pid, name: z.string().max(1000), timeMs }),
  z.object({ type: z.literal('process/exited'), pid, status, timeMs }),
  z.object({ type: z.literal('input/wanted'), wanted: z.boolean() }),
  z.object({ type: z.literal('machine/notice'), kind: z.enum(['deadlock', 'spawn-storm', 'worker-failed']), text }),
  z.object({ type: z.literal('trace/batch'), records: z.instanceof(Int32Array<ArrayBuffer>) }),
  z.object({ type: z.literal('machine/alive') }),
  z.object({ type: z.literal('machine/exited'), status, timeMs }),
]);

export function parseBoxMessage(data: unknown): BoxToPage | null {
  return boxToPage.safeParse(data).data ?? null;
}

export function parseKernelMessage(data: unknown): KernelToPage | null {
  return kernelToPage.safeParse(data).data ?? null;
}
