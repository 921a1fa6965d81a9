import { HighlightedCode } from '@/app/_components/code/highlighted-code';
import { Playground } from '@/app/_components/playground';
import type { LessonProgram } from '@/app/_lessons/lessons';
import type { Language } from '@/content/lesson-schema';

interface ProgramProps {
  readonly programId: string;
  readonly program: LessonProgram;
  readonly lang: Language;
  /** Accessible name of the playground. */
  readonly title: string;
  readonly opensLinks?: boolean;
}

/** A program in its playground, readable before any script has loaded. */
export function Program({ programId, program, lang, title, opensLinks = false }: ProgramProps) {
  const { typescript, python } = program;
  return (
    <Playground
      programId={programId}
      source={typescript}
      highlighted={<HighlightedCode code={typescript} language="typescript" />}
      lang={lang}
      title={title}
      opensLinks={opensLinks}
      {...(python === undefined
        ? {}
        : { python: { source: python, highlighted: <HighlightedCode code={python} language="python" /> } })}
    />
  );
}
