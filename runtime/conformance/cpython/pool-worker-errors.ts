import { KeyError } from 'builtins';
import { Pool } from 'multiprocessing';
import { MaybeEncodingError } from 'multiprocessing/pool';
import { assertIsInstance, assertRaises, assertTrue } from './assertions';

function raising(): void {
  throw new KeyError('key');
}

function unpickleableResult(): () => number {
  return () => 42;
}

export function testAsyncErrorCallback(): void {
  const p = new Pool(2);
  let scratchpad: unknown = null;
  const errorCallback = (error: unknown): void => {
    scratchpad = error;
  };
  const result = p.applyAsync(raising, [], {}, { errorCallback });
  assertRaises(KeyError, () => result.get());
  assertTrue(scratchpad);
  assertIsInstance(scratchpad, KeyError);
  p.close();
  p.join();
}

export function testUnpickleableResult(): void {
  const p = new Pool(2);
  // No worker may be lost because of what it cannot send.
  for (let iteration = 0; iteration < 20; iteration++) {
    const scratchpad: unknown[] = [];
    const result = p.applyAsync(unpickleableResult, [], {}, { errorCallback: (error) => scratchpad.push(error) });
    assertRaises(MaybeEncodingError, () => result.get());
    const [wrapped] = scratchpad;
    assertIsInstance(wrapped, MaybeEncodingError);
    const { exc, value } = wrapped as MaybeEncodingError;
    assertTrue(exc);
    assertTrue(value);
  }
  p.close();
  p.join();
}
