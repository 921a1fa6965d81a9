import type { Shape } from './ctype';

/** A value as Python's repr shows it. */
export function describeScalar({ name }: Shape, value: unknown): string {
  if (value instanceof Uint8Array) return describeBytes(value);
  if (typeof value === 'string') return describeText(value);
  if (typeof value === 'number' && (name === 'c_float' || name === 'c_double')) return describeFloat(value);
  return String(value);
}

/** Bytes as Python's repr shows them. */
export function describeBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  const text = Array.from(bytes, (byte) => describeCode(byte, quote, byte > 126));
  return `b${quote}${text.join('')}${quote}`;
}

/** A text as Python's repr shows it. */
export function describeText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const shown = Array.from(text, (character) => describeCode(character.codePointAt(0) ?? 0, quote, false));
  return `${quote}${shown.join('')}${quote}`;
}

/** A float as Python's repr shows it: never like a whole number, and with an exponent from 1e16 on and below 1e-4. */
export function describeFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

const ESCAPES: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

function describeCode(code: number, quote: string, isHidden: boolean): string {
  const character = String.fromCodePoint(code);
  if (character === quote) return `\\${quote}`;
  const escape = ESCAPES[code];
  if (escape !== undefined) return escape;
  return isHidden || code < 32 || code === 127 ? `\\x${code.toString(16).padStart(2, '0')}` : character;
}
