import { repr } from 'builtins';
import time from 'time';
import { TIMEOUT1, TIMEOUT2, TimingWrapper, assertEqual, assertRegex, assertTimingAlmostEqual } from './assertions';
import { Event, Process, TYPE } from './variant';

function setLater(event: Event): void {
  time.sleep(TIMEOUT2);
  event.set();
}

export function testEvent(): void {
  const event = new Event();
  const wait = new TimingWrapper((timeout?: number) => event.wait(timeout));
  assertEqual(event.isSet(), false);
  assertEqual(wait.call(0), false);
  assertTimingAlmostEqual(wait.elapsed, 0);
  assertEqual(wait.call(TIMEOUT1), false);
  assertTimingAlmostEqual(wait.elapsed, TIMEOUT1);

  event.set();
  assertEqual(event.isSet(), true);
  assertEqual(wait.call(), true);
  assertTimingAlmostEqual(wait.elapsed, 0);
  assertEqual(wait.call(TIMEOUT1), true);
  assertTimingAlmostEqual(wait.elapsed, 0);

  event.clear();
  const p = new Process({ target: setLater, args: [event] });
  p.daemon = true;
  p.start();
  assertEqual(wait.call(), true);
  p.join();
}

export function testRepr(): void {
  const event = new Event();
  if (TYPE === 'processes') {
    assertRegex(repr(event), /<Event at .* unset>/);
    event.set();
    assertRegex(repr(event), /<Event at .* set>/);
    event.clear();
    assertRegex(repr(event), /<Event at .* unset>/);
  } else if (TYPE === 'manager') {
    assertRegex(repr(event), /<EventProxy object, typeid 'Event' at .*/);
    event.set();
    assertRegex(repr(event), /<EventProxy object, typeid 'Event' at .*/);
  }
}
