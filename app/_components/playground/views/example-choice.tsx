import { useState } from 'react';
import { withBasePath } from '@/app/_site/paths';
import type { PlaygroundSession } from '../session/playground-session';
import type { Words } from '../words';

/** The programs of one lesson. */
export interface ExampleGroup {
  readonly title: string;
  readonly slug: string;
  readonly programs: readonly string[];
}

interface ExampleChoiceProps {
  readonly words: Words;
  readonly groups: readonly ExampleGroup[];
  readonly session: PlaygroundSession;
}

const BLANK = 'blank';

/** Puts a program of a lesson, or none, in place of the reader's, who can have it back. Nothing is run. */
export function ExampleChoice({ words, groups, session }: ExampleChoiceProps) {
  const t = words.examples;
  const [hasFailed, setFailed] = useState(false);
  const open = async (id: string) => {
    setFailed(false);
    try {
      session.openExample(id === BLANK ? '' : await loadExample(id));
    } catch {
      setFailed(true); // without a network
    }
  };
  return (
    <div className="pg-examples">
      <select value="" aria-label={t.label} onChange={({ target }) => void open(target.value)}>
        <option value="" disabled hidden>
          {t.label}
        </option>
        <option value={BLANK}>{t.blank}</option>
        {groups.map(({ slug, title, programs }) => (
          <optgroup key={slug} label={title}>
            {programs.map((name) => (
              <option key={name} value={`${slug}/${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <span role="status" className="pg-examples-note">
        {hasFailed ? t.failed : ''}
      </span>
    </div>
  );
}

async function loadExample(id: string): Promise<string> {
  const response = await fetch(withBasePath('/examples.json'));
  if (!response.ok) throw new Error(`Cannot load the examples: ${response.status}`);
  const source = ((await response.json()) as Readonly<Record<string, string>>)[id];
  if (source === undefined) throw new Error(`Cannot find an example: ${id}`);
  return source;
}
