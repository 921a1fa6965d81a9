import type { ReactNode } from 'react';
import { languageOfFence } from '@/app/_components/code/highlight';
import { HighlightedCode } from '@/app/_components/code/highlighted-code';
import { CopyButton } from './copy-button';

interface CodeBlockProps {
  readonly label: string;
  readonly copyLabels: { readonly copy: string; readonly copied: string; readonly failed: string };
  /** What MDX makes of a fenced block: a `code` element. */
  readonly children?: ReactNode;
}

interface FencedCode {
  readonly props: { readonly className?: string; readonly children: string };
}

export function CodeBlock({ label, copyLabels, children }: CodeBlockProps) {
  const { className, children: code } = (children as unknown as FencedCode).props;
  return (
    <div className="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} role="group" aria-label={label}>
        <HighlightedCode code={code} language={languageOfFence(className?.replace('language-', ''))} plain />
      </pre>
      <CopyButton code={code.replace(/\n$/, '')} {...copyLabels} />
    </div>
  );
}
