import { expect, test } from 'vitest';
import { BrokenPipeError, Exception, KeyError, KeyboardInterrupt, OSError, SystemExit, ValueError, osError } from '.';

// Texts as `str(e)` of CPython 3.11 answers.
test.each([
  [new ValueError('bad'), 'bad'],
  [new ValueError(), ''],
  [new ValueError('a', 1), "('a', 1)"],
  [new KeyError('k'), "'k'"],
  [new KeyError(), ''],
  [new KeyError('a', 'b'), "('a', 'b')"],
  [new KeyError("it's"), `"it's"`],
  [new OSError('text alone'), 'text alone'],
  [new OSError(2, 'x', 'f'), "[Errno 2] x: 'f'"],
  [osError(32), '[Errno 32] Broken pipe'],
  [new SystemExit(3), '3'],
])('%s has the message %s', (error, text) => {
  expect(error.message).toBe(text);
  expect(String(error)).toBe(text === '' ? error.name : `${error.name}: ${text}`);
});

test('a subclass of a program has its own name', () => {
  class Trouble extends ValueError {}
  expect(new Trouble('x').name).toBe('Trouble');
  expect(new Trouble('x')).toBeInstanceOf(Exception);
});

test('the cause comes last, and is no argument', () => {
  const cause = new Error('first');
  const error = new ValueError('second', { cause });
  expect(error.cause).toBe(cause);
  expect(error.args).toEqual(['second']);
});

test('numbers of the system have classes of their own', () => {
  expect(osError(32)).toBeInstanceOf(BrokenPipeError);
  expect(osError(32).args).toEqual([32, 'Broken pipe']);
  expect(osError(4711).message).toBe('[Errno 4711] Unknown error 4711');
});

test('what ends a process is no Exception', () => {
  expect(new SystemExit()).not.toBeInstanceOf(Exception);
  expect(new KeyboardInterrupt()).not.toBeInstanceOf(Exception);
  expect([new SystemExit().code, new SystemExit(1, 2).code]).toEqual([null, [1, 2]]);
});

test('a program may name its error itself, as is customary in JavaScript', () => {
  const error = new ValueError('x');
  error.name = 'Trouble';
  expect([error.name, Object.keys(error)]).toEqual(['Trouble', ['args']]);
});
