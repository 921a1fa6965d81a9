'use client';

import { useId, useState } from 'react';
import { IntentLink } from '@/app/_components/site/intent-link';

export interface NameTableRow {
  readonly python: string;
  readonly name: string;
  readonly href: string;
  readonly difference: string | null;
}

interface NameTableProps {
  readonly rows: readonly NameTableRow[];
  readonly words: {
    readonly filter: string;
    readonly python: string;
    readonly typescript: string;
    readonly difference: string;
    readonly none: string;
    readonly count: string;
  };
}

/** Python's names beside ours; what is typed leaves the rows that have it. */
export function NameTable({ rows, words }: NameTableProps) {
  const id = useId();
  const [wanted, setWanted] = useState('');
  const parts = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter(({ python, name, difference }) => {
    const text = `${python} ${name} ${difference ?? ''}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  return (
    <>
      <label className="reference-filter" htmlFor={id}>
        <span>{words.filter}</span>
        <input id={id} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} autoComplete="off" />
        <output htmlFor={id}>{words.count.replace('{n}', String(shown.length))}</output>
      </label>
      <div className="reference-scroll">
        <table className="reference-table">
          <thead>
            <tr>
              <th scope="col">{words.python}</th>
              <th scope="col">{words.typescript}</th>
              <th scope="col">{words.difference}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ python, name, href, difference }) => (
              <tr key={href}>
                <td>
                  <code translate="no">{python}</code>
                </td>
                <td>
                  <IntentLink href={href} translate="no">
                    <code>{name}</code>
                  </IntentLink>
                </td>
                <td lang="en">{difference ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p>{words.none}</p>}
    </>
  );
}
