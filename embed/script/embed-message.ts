import type { EmbedToHost } from '../protocol';

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isText: Check = (value) => typeof value === 'string';
const isNumberOrNull: Check = (value) => value === null || isNumber(value);

/** What each message has to have. By hand, because a validator would be larger than all the rest. */
const SHAPES: { readonly [Type in EmbedToHost['type']]: Readonly<Record<string, Check>> } = {
  'height/changed': { height: isNumber },
  'code/is': { id: isNumber, code: isText },
  'run/answered': { id: isNumber, refusal: (value) => value === null || value === 'needs-click' || value === 'not-isolated' },
  'run/started': {},
  'run/output': { pid: isNumber, stream: (value) => value === 'stdout' || value === 'stderr', text: isText },
  'run/ended': { exitcode: isNumberOrNull },
};

/** A message of an embed, or null for anything else. */
export function parseEmbedMessage(data: unknown): EmbedToHost | null {
  if (typeof data !== 'object' || data === null) return null;
  const message = data as Readonly<Record<string, unknown>>;
  const type = message['type'];
  if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) return null;
  const shape = SHAPES[type as EmbedToHost['type']];
  return Object.entries(shape).every(([name, check]) => check(message[name])) ? (data as EmbedToHost) : null;
}
