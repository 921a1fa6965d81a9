import { afterEach, expect, test, vi } from 'vitest';

/* Node has no window; a target of events is all that is asked of it. */

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  vi.restoreAllMocks();
});

async function freshPage() {
  const window = new EventTarget();
  vi.stubGlobal('window', window);
  const { whenPresent } = await import('./when-present');
  return { window, whenPresent };
}

test('waits for the first sign of somebody, and calls once', async () => {
  const { window, whenPresent } = await freshPage();
  const calls: string[] = [];
  whenPresent(() => calls.push('first'));
  // A page that goes to where it was last time scrolls by itself.
  window.dispatchEvent(new Event('scroll'));
  expect(calls).toEqual([]);
  window.dispatchEvent(new Event('pointermove'));
  window.dispatchEvent(new Event('keydown'));
  expect(calls).toEqual(['first']);
});

test('does not wait when somebody has been there', async () => {
  const { window, whenPresent } = await freshPage();
  whenPresent(() => undefined);
  window.dispatchEvent(new Event('wheel'));
  const calls: string[] = [];
  whenPresent(() => calls.push('at once'));
  expect(calls).toEqual(['at once']);
});

test('who loads the page again is there', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as PerformanceNavigationTiming]);
  const { whenPresent } = await freshPage();
  const calls: string[] = [];
  whenPresent(() => calls.push('at once'));
  expect(calls).toEqual(['at once']);
});
