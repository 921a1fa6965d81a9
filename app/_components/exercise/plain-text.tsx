import { Fragment } from 'react';

interface PlainTextProps {
  readonly text: string;
}

/** Text with code in backticks, on one line. */
export function PlainText({ text }: PlainTextProps) {
  return text.split('`').map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
  });
}

/** Paragraphs of it. */
export function PlainParagraphs({ text }: PlainTextProps) {
  return text
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => (
      <p key={paragraph}>
        <PlainText text={paragraph.replaceAll('\n', ' ')} />
      </p>
    ));
}
