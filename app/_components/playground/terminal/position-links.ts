import type { IBufferCellPosition, IBufferLine, ILink, ILinkProvider, Terminal } from '@xterm/xterm';
import { findPositions, type SourcePosition } from '../session/source-position';

/** Makes `main.ts:12:5` in the output a link. Looks at a line only when the pointer is on it. */
export function positionLinks(terminal: Terminal, open: (position: SourcePosition) => void): ILinkProvider {
  return {
    provideLinks(lineNumber, callback) {
      const { text, cells } = logicalLine(terminal, lineNumber - 1);
      const links: ILink[] = [];
      for (const found of findPositions(text)) {
        const start = cells[found.start];
        const end = cells[found.end - 1];
        if (start && end) {
          const { file, line, column } = found;
          links.push({ range: { start, end }, text: `${file}:${line}:${column}`, activate: () => open(found) });
        }
      }
      callback(links.length > 0 ? links : undefined);
    },
  };
}

/** The line as the program wrote it, with the 1-based cell of each of its UTF-16 units. */
function logicalLine(terminal: Terminal, y: number): { text: string; cells: IBufferCellPosition[] } {
  const buffer = terminal.buffer.active;
  let first = y;
  while (first > 0 && buffer.getLine(first)?.isWrapped) first--;
  let text = '';
  const cells: IBufferCellPosition[] = [];
  for (let row = first; row === first || buffer.getLine(row)?.isWrapped; row++) {
    const line: IBufferLine | undefined = buffer.getLine(row);
    if (!line) break;
    for (let x = 0; x < line.length; x++) {
      const cell = line.getCell(x);
      if (!cell || cell.getWidth() === 0) continue; // the second half of a wide character
      const characters = cell.getChars() || ' ';
      text += characters;
      for (let i = 0; i < characters.length; i++) cells.push({ x: x + 1, y: row + 1 });
    }
  }
  return { text, cells };
}
