import { type CodeLanguage, highlightLines } from './highlight';

interface HighlightedCodeProps {
  readonly code: string;
  readonly language: CodeLanguage;
  /** Without line numbers. */
  readonly plain?: boolean;
}

/** Code, highlighted at build. Its lines are one string and not elements: they would travel twice with the page. */
export async function HighlightedCode({ code, language, plain = false }: HighlightedCodeProps) {
  const html = await highlightLines(code, language);
  return (
    <code
      className="code"
      translate="no"
      data-plain={plain ? '' : undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: highlightLines escapes the code
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
