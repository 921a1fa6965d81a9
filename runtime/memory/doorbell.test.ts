import { describe, expect, test, vi } from 'vitest';
import { onDoorbell, ringKernel } from './doorbell';
import { Memory } from './memory';

describe.each([
  ['waits', true],
  ['cannot wait', false],
])('a kernel that %s', (_, canWait) => {
  test('attends once at first, and then after every pause in which somebody rang', async () => {
    const memory = Memory.create();
    const attend = vi.fn();
    onDoorbell(memory, attend, canWait);
    expect(attend).toHaveBeenCalledTimes(1);
    for (const round of [2, 3, 4]) {
      // Long enough for a kernel that asks to ask only now and then.
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(attend).toHaveBeenCalledTimes(round - 1);
      ringKernel(memory);
      ringKernel(memory);
      await vi.waitFor(() => expect(attend).toHaveBeenCalledTimes(round), { interval: 1 });
    }
  });
});
