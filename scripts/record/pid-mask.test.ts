import { expect, test } from 'vitest';
import { pidMask } from './pid-mask';

test('pids are named in order of appearance, across texts', () => {
  const mask = pidMask(['41', '42', '43', '']);
  expect(mask('child 43 of 41.\n43 again\n')).toBe('child <PID1> of <PID2>.\n<PID1> again\n');
  expect(mask('pid=42')).toBe('pid=<PID3>');
});

test('other numbers are left alone', () => {
  const mask = pidMask(['1', '41']);
  expect(mask('410 141 41.5 1.41 0x41 x41 -15 1')).toBe('410 141 41.5 1.41 0x41 x41 -15 1');
});
