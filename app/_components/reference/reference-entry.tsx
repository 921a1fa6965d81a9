import Link from 'next/link';
import { CopyButton } from '@/app/_components/lesson/copy-button';
import { HighlightedCode } from '@/app/_components/code/highlighted-code';
import { codeFragment } from '@/app/_components/playground/share/code-link';
import type { ReferenceMember } from '@/app/_reference/reference-schema';
import { Docstring, withCode } from './docstring';

export interface EntryWords {
  readonly parameters: string;
  readonly returns: string;
  readonly errors: string;
  readonly python: string;
  readonly example: string;
  readonly open: string;
  readonly members: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
}

interface EntryProps {
  readonly entry: ReferenceMember;
  readonly words: EntryWords;
  /** Path of the page that opens code. */
  readonly playground: string;
  /** Name of the class it belongs to. */
  readonly owner?: string;
}

/** One name of the library: how it is called, what it does, what can go wrong, and an example that runs. */
export function ReferenceEntry({ entry, words, playground, owner }: EntryProps) {
  const id = owner === undefined ? entry.name : `${owner}.${entry.name}`;
  const Heading = owner === undefined ? 'h2' : 'h3';
  return (
    // Names repeat: only a landmark would have to be told from all others.
    <div role="group" className={owner === undefined ? 'reference-entry' : 'reference-member'} aria-labelledby={id}>
      <Heading id={id} translate="no">
        <a href={`#${id}`}>{owner === undefined ? entry.name : entry.name}</a>
      </Heading>
      <pre className="reference-signature" tabIndex={0} role="group" aria-label={entry.name}>
        <HighlightedCode code={entry.signature} language="typescript" plain />
      </pre>
      <div lang="en">
        <Docstring text={entry.summary} />
        <NamedTexts title={words.parameters} items={entry.parameters} />
        {entry.returns !== null && (
          <dl className="reference-list">
            <dt>{words.returns}</dt>
            <dd>{withCode(entry.returns)}</dd>
          </dl>
        )}
        <NamedTexts title={words.errors} items={entry.errors} />
        {entry.pythonName !== null && (
          <dl className="reference-list">
            <dt>{words.python}</dt>
            <dd>
              <code translate="no">{entry.pythonName}</code>
              {entry.difference !== null && <> · {withCode(entry.difference)}</>}
            </dd>
          </dl>
        )}
      </div>
      {entry.examples.map((code) => (
        <Example key={code} code={code} words={words} playground={playground} />
      ))}
      {entry.members.length > 0 && (
        <div className="reference-members">
          {entry.members.map((member) => (
            <ReferenceEntry key={member.name} entry={member} words={words} playground={playground} owner={entry.name} />
          ))}
        </div>
      )}
    </div>
  );
}

async function Example({
  code,
  words,
  playground,
}: {
  readonly code: string;
  readonly words: EntryWords;
  readonly playground: string;
}) {
  return (
    <figure className="reference-example">
      <figcaption>
        {words.example}
        <Link href={`${playground}${await codeFragment(`${code}\n`)}`} prefetch={false}>
          {words.open}
        </Link>
      </figcaption>
      <div className="code-block">
        <pre tabIndex={0} role="group" aria-label={words.example}>
          <HighlightedCode code={code} language="typescript" plain />
        </pre>
        <CopyButton code={code} copy={words.copy} copied={words.copied} failed={words.copyFailed} />
      </div>
    </figure>
  );
}

function NamedTexts({ title, items }: { readonly title: string; readonly items: ReferenceMember['parameters'] }) {
  if (items.length === 0) return null;
  return (
    <dl className="reference-list">
      <dt>{title}</dt>
      {items.map(({ name, text }) => (
        <dd key={name + text}>
          <code translate="no">{name}</code> {withCode(text)}
        </dd>
      ))}
    </dl>
  );
}
