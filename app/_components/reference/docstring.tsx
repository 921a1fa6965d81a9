import { Fragment } from 'react';

/** The prose of a docstring: paragraphs, and `code` between backticks. */
export function Docstring({ text }: { readonly text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{withCode(paragraph)}</p>);
}

export function withCode(text: string) {
  return text.split(/(`[^`]+`)/).map((piece, index) => {
    const code = /^`([^`]+)`$/.exec(piece)?.[1];
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not move
    return code === undefined ? <Fragment key={index}>{piece}</Fragment> : <code key={index}>{code}</code>;
  });
}
