import { describe, expect, test } from 'vitest';
import { compareOutput, patternToRegExp } from './compare-output';
import { type CompareRule, compareRuleSchema } from './lesson-schema';
import type { Recording } from './recording';

const exact = compareRuleSchema.parse({ compare: 'exact' });
const set = compareRuleSchema.parse({ compare: 'set' });

function recorded(stdout: string[], rest: Partial<Recording> = {}): Recording {
  return { recordedWith: 'CPython 3.11.7, spawn', stdout, stderr: [], exit: 0, ...rest };
}

function compare(recording: Recording, stdout: string, rule: CompareRule, rest = {}) {
  return compareOutput(recording, { stdout, stderr: '', exitcode: 0, ...rest }, rule).ok;
}

describe('exact', () => {
  test('wants the same lines in the same order', () => {
    expect(compare(recorded(['a', 'b']), 'a\nb\n', exact)).toBe(true);
    expect(compare(recorded(['a', 'b']), 'b\na\n', exact)).toBe(false);
    expect(compare(recorded(['a', 'b']), 'a\n', exact)).toBe(false);
    expect(compare(recorded(['a', 'b']), 'a\nb\n\n', exact)).toBe(false);
    expect(compare(recorded(['a.c']), 'abc\n', exact)).toBe(false);
  });

  test('renames pids consistently', () => {
    const lines = recorded(['parent <PID1>', 'child <PID2> of <PID1>']);
    expect(compare(lines, 'parent 7\nchild 8 of 7\n', exact)).toBe(true);
    expect(compare(lines, 'parent 7\nchild 8 of 9\n', exact)).toBe(false);
    expect(compare(lines, 'parent 7\nchild 7 of 7\n', exact)).toBe(false);
    expect(compare(lines, 'parent x\nchild 8 of x\n', exact)).toBe(false);
  });

  test('carries pids over from stdout to stderr', () => {
    const recording = recorded(['I am <PID1>'], { stderr: ['<PID1> failed'] });
    expect(compare(recording, 'I am 7\n', exact, { stderr: '7 failed\n' })).toBe(true);
    expect(compare(recording, 'I am 7\n', exact, { stderr: '8 failed\n' })).toBe(false);
  });

  test('masks addresses', () => {
    expect(compare(recorded(['<Lock at 0xADDR>']), '<Lock at 0x7f00c0ffee>\n', exact)).toBe(true);
  });
});

describe('set', () => {
  test('wants the same lines as often, in any order', () => {
    expect(compare(recorded(['a', 'b', 'b']), 'b\na\nb\n', set)).toBe(true);
    expect(compare(recorded(['a', 'b', 'b']), 'a\na\nb\n', set)).toBe(false);
    expect(compare(recorded(['a', 'b']), 'a\nb\nc\n', set)).toBe(false);
  });

  test('finds the renaming of pids that fits, when one does', () => {
    const lines = recorded(['child <PID2>', 'child <PID3>', 'last is <PID3>', 'first is <PID2>']);
    expect(compare(lines, 'first is 9\nchild 8\nlast is 8\nchild 9\n', set)).toBe(true);
    expect(compare(lines, 'first is 9\nchild 8\nlast is 9\nchild 9\n', set)).toBe(false);
  });
});

describe('pattern', () => {
  const rule = compareRuleSchema.parse({
    compare: 'pattern',
    stdout: ['{int} cores', 'took {decimal} s (ok?)'],
  });

  test('holds each line to the pattern of its position', () => {
    expect(compare(recorded([]), '2 cores\ntook 1.50 s (ok?)\n', rule)).toBe(true);
    expect(compare(recorded([]), 'two cores\ntook 1.50 s (ok?)\n', rule)).toBe(false);
    expect(compare(recorded([]), 'took 1.50 s (ok?)\n2 cores\n', rule)).toBe(false);
    expect(compare(recorded([]), '2 cores\n', rule)).toBe(false);
  });

  test('with anyOrder gives each line a pattern of its own', () => {
    const loose = compareRuleSchema.parse({
      compare: 'pattern',
      anyOrder: true,
      stdout: ['{any}', 'n {int}'],
    });
    expect(compare(recorded([]), 'n 1\nfree\n', loose)).toBe(true);
    expect(compare(recorded([]), 'free\nn 1\n', loose)).toBe(true);
    expect(compare(recorded([]), 'free\nfree\n', loose)).toBe(false);
  });

  test('takes everything but the placeholders literally', () => {
    expect(patternToRegExp('a.b {x} {int}').test('a.b {x} -3')).toBe(true);
    expect(patternToRegExp('a.b').test('axb')).toBe(false);
  });
});

describe('stderr and exit status', () => {
  const failing = recorded([], { stderr: ['Process Process-1:', 'ValueError: boom'], exit: 1 });
  const traceback = 'Process Process-1:\nTraceback (most recent call last):\n  main.ts:3:9 in fail\nValueError: boom\n';

  test('tracebacks count by their last line', () => {
    expect(compare(failing, '', exact, { stderr: traceback, exitcode: 1 })).toBe(true);
    expect(compare(failing, '', exact, { stderr: traceback.replace('boom', 'bang'), exitcode: 1 })).toBe(false);
  });

  test('stderr can be ignored, the exit status cannot', () => {
    const rule = compareRuleSchema.parse({ compare: 'exact', stderr: 'ignore' });
    expect(compare(failing, '', rule, { stderr: 'something else\n', exitcode: 1 })).toBe(true);
    expect(compare(failing, '', rule, { stderr: traceback, exitcode: 0 })).toBe(false);
  });

  test('the difference shows both sides', () => {
    const result = compareOutput(failing, { stdout: 'extra\n', stderr: '', exitcode: 0 }, exact);
    expect(result).toEqual({
      ok: false,
      difference: [
        'stdout differs\n  recorded:\n  got:\n    | extra',
        'stderr differs\n  recorded:\n    | Process Process-1:\n    | ValueError: boom\n  got:',
        'exit status: recorded 1, got 0',
      ].join('\n'),
    });
  });
});
