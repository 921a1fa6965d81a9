import { Children, type ReactNode } from 'react';

const latin = /([\p{Script=Latin}\p{Number}]+)/u;

interface ChineseEmphasisProps {
  readonly children?: ReactNode;
}

/** Chinese emphasis: Han characters get a dot each, and Latin words are slanted as in English. */
export function ChineseEmphasis({ children }: ChineseEmphasisProps) {
  const runs = Children.toArray(children).flatMap((child) => (typeof child === 'string' ? child.split(latin) : [child]));
  return (
    <em className="han">
      {Children.toArray(runs.map((run) => (typeof run === 'string' && latin.test(run) ? <i>{run}</i> : run)))}
    </em>
  );
}
