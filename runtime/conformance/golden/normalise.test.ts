import { expect, test } from 'vitest';
import { normaliseErrors, normaliseText, sortLines } from './normalise';

test('pids are named in order of appearance, and one pid has one name', () => {
  expect(normaliseText("<P name='a' pid=41 parent=7>\nprocess id: 7\nparent process: 41\n")).toBe(
    "<P name='a' pid=<PID1> parent=<PID2>>\nprocess id: <PID2>\nparent process: <PID1>\n",
  );
});

test('what is masked already stays, and so do numbers that are no pids', () => {
  const text = '<P pid=<PID1> parent=None exitcode=3>\n41\nex (300,) -> 44\n';
  expect(normaliseText(text)).toBe(text);
});

test('addresses are masked', () => {
  expect(normaliseText('<function <lambda> at 0x7f3a>: no')).toBe('<function <lambda> at 0xADDR>: no');
});

const python = `Process Process-1:
Traceback (most recent call last):
  File "<LIB>/multiprocessing/process.py", line 314, in _bootstrap
    self.run()
  File "<DIR>/child_exception.py", line 7, in worker
    inner(x)
  File "<DIR>/child_exception.py", line 4, in inner
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
`;
const ours = `Process Process-1:
Traceback (most recent call last):
  File "main.ts:11:3", in worker
    inner(x);
  File "main.ts:6:21", in inner
    if (x === 0) throw new ZeroDivisionError('division by zero');
ZeroDivisionError: division by zero
`;

test('of a traceback stay the headline, the functions of the program and the exception', () => {
  const kept = `Process Process-1:
Traceback (most recent call last):
  in worker
  in inner
ZeroDivisionError: division by zero
`;
  expect(normaliseErrors(python)).toBe(kept);
  expect(normaliseErrors(ours)).toBe(kept);
});

test('a traceback that differs in anything else stays different', () => {
  const recorded = normaliseErrors(ours);
  expect(normaliseErrors(ours.replace('in inner', 'in outer'))).not.toBe(recorded);
  expect(normaliseErrors(ours.replace('division by zero\n', 'division\n'))).not.toBe(recorded);
  expect(normaliseErrors(ours.replace(/.*main\.ts:11.*\n.*\n/, ''))).not.toBe(recorded);
  expect(normaliseErrors(ours.replace(/Traceback.*\n/, ''))).not.toBe(recorded);
  expect(normaliseErrors(ours.replace('Process-1', 'Process-2'))).not.toBe(recorded);
  expect(normaliseErrors(`${ours}\n`)).not.toBe(recorded);
});

test('all lines of an exception with several lines stay', () => {
  const text = 'Traceback (most recent call last):\nRuntimeError: \n        indented\n\n    less\n';
  expect(normaliseErrors(text)).toBe(text);
});

test("a module is named by the program's file", () => {
  expect(normaliseErrors("<module '__mp_main__' from '<DIR>/pickle_errors.py'>")).toBe("<module '__mp_main__' from 'main.ts'>");
});

test('lines in another order are the same set, a line twice is not', () => {
  expect(sortLines('b\na\n')).toBe(sortLines('a\nb\n'));
  expect(sortLines('a\na\nb\n')).not.toBe(sortLines('a\nb\nb\n'));
});
