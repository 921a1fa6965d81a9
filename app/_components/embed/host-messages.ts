import * as z from 'zod/mini';
import { type HostToEmbed, LONGEST_CODE } from '@/embed/protocol';

const id = z.int().check(z.gte(0));

const hostMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('theme/set'), theme: z.enum(['light', 'dark']) }),
  z.strictObject({ type: z.literal('code/set'), code: z.string().check(z.maxLength(LONGEST_CODE)) }),
  z.strictObject({ type: z.literal('code/get'), id }),
  z.strictObject({ type: z.literal('run/start'), id }),
  z.strictObject({ type: z.literal('run/stop') }),
]);

/** What the page around said, or null: it may say anything. */
export function parseHostMessage(data: unknown): HostToEmbed | null {
  const parsed = hostMessage.safeParse(data);
  return parsed.success ? parsed.data : null;
}

const connect = z.strictObject({ type: z.literal('spawnpoint/connect') });

export function isConnect(data: unknown): boolean {
  return connect.safeParse(data).success;
}
