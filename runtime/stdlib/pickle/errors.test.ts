import { expect, test } from 'vitest';
import { BrokenPipeError, KeyError, ValueError } from '../../errors';
import { Pickler } from './pickler';
import type { Names } from './names';
import { programNames } from './program-names';
import { Unpickler } from './unpickler';

class AppError extends ValueError {
  constructor(readonly detail: { code: number }) {
    super('app', detail.code);
    made++;
  }
  describe(): string {
    return `${this.name} ${this.detail.code}`;
  }
}
let made = 0;

const classes: Record<string, unknown> = { AppError, ValueError, KeyError, BrokenPipeError };
const names: Names = {
  nameOf: (value) => {
    const name = Object.keys(classes).find((key) => classes[key] === value);
    return name === undefined ? programNames.nameOf(value) : { module: '__main__', qualname: name };
  },
  find: (module, qualname) => classes[qualname] ?? programNames.find(module, qualname),
  describe: (value) => programNames.describe(value),
  isModule: () => false,
};

function copy<T>(value: T): T {
  return new Unpickler(new Pickler(names).dump(value, false).bytes, names).load() as T;
}

test('an error keeps its message, stack, cause and class', () => {
  const error = new TypeError('wrong', { cause: new RangeError('deep') });
  const copied = copy(error);
  expect(copied).toBeInstanceOf(TypeError);
  expect([copied.message, copied.stack]).toEqual(['wrong', error.stack]);
  expect(copied.cause).toBeInstanceOf(RangeError);
  expect(Object.keys(copied)).toEqual([]);
  expect(Object.prototype.toString.call(copied)).toBe('[object Error]');
});

test('an error may be its own cause', () => {
  const error = new Error('x');
  error.cause = error;
  const copied = copy(error);
  expect(copied.cause).toBe(copied);
});

test('the errors of an AggregateError', () => {
  const copied = copy(new AggregateError([new Error('a'), 'b'], 'both'));
  expect(copied).toBeInstanceOf(AggregateError);
  expect((copied.errors[0] as Error).message).toBe('a');
  expect(copied.errors[1]).toBe('b');
});

test("Python's errors", () => {
  const key = copy(new KeyError('k'));
  expect(key).toBeInstanceOf(KeyError);
  expect([key.message, key.args, key.name]).toEqual(["'k'", ['k'], 'KeyError']);
  const pipe = copy(new BrokenPipeError(32, 'Broken pipe'));
  expect([pipe.message, pipe.errno, pipe.strerror]).toEqual(['[Errno 32] Broken pipe', 32, 'Broken pipe']);
});

test("a program's error keeps its fields and methods, and its constructor does not run again", () => {
  const error = new AppError({ code: 7 });
  const before = made;
  const copied = copy(error);
  expect(made).toBe(before);
  expect(copied).toBeInstanceOf(AppError);
  expect(copied).toBeInstanceOf(ValueError);
  expect(copied.describe()).toBe('AppError 7');
  expect([copied.args, copied.message, copied.stack]).toEqual([['app', 7], "('app', 7)", error.stack]);
});

test('an error without a stack does not get one', () => {
  const error = new Error('x');
  Reflect.deleteProperty(error, 'stack');
  expect(Object.hasOwn(copy(error), 'stack')).toBe(false);
});

test('a message that was hidden stays hidden, a field stays visible', () => {
  const error = Object.assign(new Error('m'), { code: 'E1' });
  expect(Object.keys(copy(error))).toEqual(['code']);
});
