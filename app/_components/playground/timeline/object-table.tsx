import type { Moment, ObjectAt } from '@/runtime';
import type { RunWords } from './run-words';

/** Locks with owner and queue, queues and pipes with what is in them, values with their content. */
export function ObjectTable({ moment, words }: { readonly moment: Moment; readonly words: RunWords }) {
  const t = words.words.table;
  if (moment.objects.length === 0) return <p className="tl-nothing">{t.noObjects}</p>;
  return (
    <table className="tl-table">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.owner}</th>
          <th scope="col">{t.queue}</th>
          <th scope="col">{t.fill}</th>
        </tr>
      </thead>
      <tbody>
        {moment.objects.map((at) => (
          <tr key={at.object.object}>
            <th scope="row">{at.object.name || t.unnamed}</th>
            <td>{words.words.kinds[at.object.kind]}</td>
            <td>{ownersText(at, words) || t.yetUnknown}</td>
            <td>{waitersText(at, words) || t.yetUnknown}</td>
            <td>{contentText(at, words) || t.yetUnknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ownersText({ holds }: ObjectAt, words: RunWords): string {
  return [...new Set(holds.map(({ pid }) => words.processName(pid)))].join(words.words.listComma);
}

export function waitersText({ waiters }: ObjectAt, words: RunWords): string {
  return waiters.map(({ process }) => words.uniqueName(process)).join(words.words.listComma);
}

/** More elements of an array than that say no more. */
const MOST_VALUES = 16;

export function contentText({ object, underWay, values }: ObjectAt, words: RunWords): string {
  const t = words.words.table;
  if (object.kind === 'queue' || object.kind === 'pipe') {
    const bytes = underWay.reduce((sum, message) => sum + message.bytes, 0);
    return underWay.length === 0 ? t.nothing : t.items(underWay.length, words.bytes(bytes));
  }
  if (values.size === 0) return '';
  const known = [...values].sort(([a], [b]) => a - b).slice(0, MOST_VALUES);
  if (object.kind === 'value') return String(known[0]?.[1] ?? '');
  const listed = known.map(([element, value]) => `[${element}] = ${value}`).join(', ');
  return values.size > MOST_VALUES ? `${listed}, …` : listed;
}
