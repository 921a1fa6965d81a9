import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Syntax } from '../editor/syntax';

interface PlainCodeProps {
  readonly source: string;
  readonly starter: string;
  /** The starter, highlighted by the server; null when it was not. */
  readonly highlighted: ReactNode;
}

/** What is seen under the plain text area: the static text, or the reader's own, coloured once the grammar is there. */
export function PlainCode({ source, starter, highlighted }: PlainCodeProps) {
  const isOwn = highlighted === null || source !== starter;
  const syntax = useSyntax(isOwn);
  const lines = useMemo(() => (isOwn ? colourLines(source, syntax) : null), [isOwn, source, syntax]);
  if (!lines) return highlighted;
  return (
    <code className="code" translate="no">
      {lines.map((runs, i) => (
        <span key={i} className="line">
          {runs.map(({ at, text, className }) => (
            <span key={at} className={className}>
              {text}
            </span>
          ))}
        </span>
      ))}
    </code>
  );
}

function useSyntax(isNeeded: boolean): Syntax | null {
  const [syntax, setSyntax] = useState<Syntax | null>(null);
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isGone = false;
    import('../editor/syntax')
      .then(({ loadSyntax }) => loadSyntax())
      .then(
        (loaded) => {
          if (!isGone) setSyntax(loaded);
        },
        () => undefined, // without colours it is as good to read
      );
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  return syntax;
}

interface Run {
  readonly at: number;
  readonly text: string;
  readonly className: string | undefined;
}

function colourLines(source: string, syntax: Syntax | null): Run[][] {
  let state = syntax?.initialState;
  // The static text has no line for what follows the last newline either.
  return source
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      if (!syntax || !state) return [{ at: 0, text: line, className: undefined }];
      const { tokens, endState } = syntax.tokenizeLine(line, state);
      state = endState;
      return tokens.map(({ start, kind }, i) => ({
        at: start,
        text: line.slice(start, tokens[i + 1]?.start),
        className: kind && `syn-${kind}`,
      }));
    });
}
