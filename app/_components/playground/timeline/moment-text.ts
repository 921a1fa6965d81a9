import type { Moment } from '@/runtime';
import { contentText, ownersText, waitersText } from './object-table';
import { holdsText, stateText } from './process-table';
import type { RunWords } from './run-words';
import { formatTime } from './time-scale';

/** Both tables as text: columns apart by tabs, so that it can be pasted into a sheet as well. */
export function momentText(moment: Moment, words: RunWords): string {
  const t = words.words;
  const rows = [
    [t.past(formatTime(moment.timeMs, 0.01))],
    [],
    [t.table.name, t.table.pid, t.table.parent, t.table.state, t.table.line, t.table.holds, t.table.share],
    ...moment.processes.map((at) => [
      at.process.name,
      String(at.process.pid),
      words.view.process(at.process.parentPid)?.name ?? t.table.yetUnknown,
      stateText(at, moment, words),
      at.place === null ? t.table.yetUnknown : String(at.place.line),
      holdsText(at, words) || t.table.yetUnknown,
      `${Math.round(at.share * 100)} %`,
    ]),
    [],
    ...(moment.objects.length === 0
      ? [[t.table.noObjects]]
      : [[t.table.name, t.table.kind, t.table.owner, t.table.queue, t.table.fill]]),
    ...moment.objects.map((at) => [
      at.object.name || t.table.unnamed,
      t.kinds[at.object.kind],
      ownersText(at, words) || t.table.yetUnknown,
      waitersText(at, words) || t.table.yetUnknown,
      contentText(at, words) || t.table.yetUnknown,
    ]),
  ];
  return `${rows.map((row) => row.join('\t')).join('\n')}\n`;
}
