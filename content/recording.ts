/** What CPython did with a program: the content of `programs/NAME.out`. */
export interface Recording {
  /** For the reader of the file, e.g. `CPython 3.11.7, spawn`. */
  recordedWith: string;
  /** Pids are `<PID1>`, `<PID2>`, … in order of appearance, addresses `0xADDR`. */
  stdout: string[];
  /** As stdout, each traceback reduced to its last line. */
  stderr: string[];
  /** Exit status of the program; −15 when SIGTERM ended it. */
  exit: number;
}

const head = /^recorded with (.+)$/;
const tail = /^exit (-?\d+)$/;
const lineMark = '| ';

/**
 * Reads a `.out` file:
 *
 *     recorded with CPython 3.11.7, spawn
 *     stdout
 *     | hello
 *     stderr
 *     exit 0
 *
 * @throws Error - the text is not in that form.
 */
export function parseRecording(text: string): Recording {
  const lines = text.replace(/\n$/, '').split('\n');
  const recordedWith = head.exec(lines[0] ?? '')?.[1];
  const exit = tail.exec(lines.at(-1) ?? '')?.[1];
  const errorsFrom = lines.indexOf('stderr');
  if (recordedWith === undefined || exit === undefined || lines[1] !== 'stdout' || errorsFrom < 0) {
    throw new Error(`Cannot read the recording: ${JSON.stringify(text.slice(0, 80))}`);
  }
  return {
    recordedWith,
    stdout: lines.slice(2, errorsFrom).map(withoutMark),
    stderr: lines.slice(errorsFrom + 1, -1).map(withoutMark),
    exit: Number(exit),
  };
}

/** The `.out` file of a recording; {@link parseRecording} reads it back. */
export function formatRecording(recording: Recording): string {
  const { recordedWith, stdout, stderr, exit } = recording;
  const lines = [
    `recorded with ${recordedWith}`,
    'stdout',
    ...stdout.map(withMark),
    'stderr',
    ...stderr.map(withMark),
    `exit ${exit}`,
  ];
  return `${lines.join('\n')}\n`;
}

// A blank line is a bare mark: no file of ours ends a line with a space.
const withMark = (line: string) => (line === '' ? lineMark.trimEnd() : lineMark + line);

function withoutMark(line: string): string {
  if (line === lineMark.trimEnd()) return '';
  if (!line.startsWith(lineMark)) throw new Error(`Cannot read a line of the recording: ${line}`);
  return line.slice(lineMark.length);
}

/** Lines as they are compared: without trailing spaces, addresses masked. */
export function outputLines(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.trimEnd().replace(/\b0x[0-9a-f]+\b/gi, '0xADDR'));
}

/**
 * Lines of stderr with every traceback reduced to the line that names the exception, since files and
 * frames differ between the languages. Of a message of several lines the first that says something is kept.
 */
export function errorLines(text: string): string[] {
  const kept: string[] = [];
  let state: 'text' | 'frames' | 'message' = 'text';
  for (const line of outputLines(text)) {
    const isContinuation = line === '' || /^\s/.test(line);
    if (line === 'Traceback (most recent call last):') {
      state = 'frames';
    } else if (state === 'frames') {
      if (isContinuation) continue;
      kept.push(line);
      state = 'message';
    } else if (state === 'message' && isContinuation) {
      const exception = kept.at(-1) ?? '';
      if (exception.endsWith(':') && line !== '') kept[kept.length - 1] = `${exception} ${line.trim()}`;
    } else {
      state = 'text';
      kept.push(line);
    }
  }
  return kept;
}
