import { expect, test } from 'vitest';
import { errorLines, formatRecording, outputLines, parseRecording, type Recording } from './recording';

const recording: Recording = {
  recordedWith: 'CPython 3.11.7, spawn',
  stdout: ['hello', '', '  indented', 'stderr', 'exit 3', '| bar'],
  stderr: ['ValueError: boom'],
  exit: -15,
};

test('a recording survives being written and read', () => {
  expect(parseRecording(formatRecording(recording))).toEqual(recording);
});

test('a recording reads well', () => {
  expect(formatRecording({ ...recording, stdout: ['hello', ''], exit: 0 })).toBe(
    'recorded with CPython 3.11.7, spawn\nstdout\n| hello\n|\nstderr\n| ValueError: boom\nexit 0\n',
  );
});

test.each(['', 'hello\n', 'recorded with CPython\nstdout\nhello\nstderr\nexit 0\n', 'recorded with CPython\nexit 0\n'])(
  'a text that is not a recording is refused: %j',
  (text) => {
    expect(() => parseRecording(text)).toThrow(/^Cannot read/);
  },
);

test('output loses trailing spaces and addresses, and nothing else', () => {
  expect(outputLines('a \r\n\n  b at 0x7F00\n')).toEqual(['a', '', '  b at 0xADDR']);
  expect(outputLines('')).toEqual([]);
  expect(outputLines('no newline')).toEqual(['no newline']);
});

test('a traceback is reduced to the line that names the exception', () => {
  const text = [
    'before',
    'Process Process-1:',
    'Traceback (most recent call last):',
    '  File "main.py", line 4, in f',
    '    inner(x)',
    '',
    'ValueError: boom',
    'after',
  ].join('\n');
  expect(errorLines(text)).toEqual(['before', 'Process Process-1:', 'ValueError: boom', 'after']);
});

test('of a message of several lines the first that says something is kept', () => {
  const text = [
    'Traceback (most recent call last):',
    '  File "main.py", line 7, in <module>',
    'RuntimeError: ',
    '        An attempt has been made',
    '        to start a new process.',
    '',
    'Traceback (most recent call last):',
    '  File "main.py", line 9, in <module>',
    'KeyboardInterrupt',
  ].join('\n');
  expect(errorLines(text)).toEqual(['RuntimeError: An attempt has been made', 'KeyboardInterrupt']);
});
