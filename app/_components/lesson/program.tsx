import { HighlightedCode } from '@/app/_components/code/highlighted-code';
import { type ExampleGroup, PlaygroundIsland } from '@/app/_components/playground';
import type { LessonProgram } from '@/app/_lessons/lessons';
import type { Language } from '@/content/lesson-schema';

interface ProgramProps {
  readonly programId: string;
  readonly program: LessonProgram;
  readonly lang: Language;
  /** Accessible name of the playground. */
  readonly title: string;
  readonly opensLinks?: boolean;
  readonly examples?: readonly ExampleGroup[];
}

/** A program in its playground, readable before any script has loaded. */
export function Program({ programId, program, lang, title, opensLinks = false, examples }: ProgramProps) {
  const { typescript, python } = program;
  return (
    <PlaygroundIsland
      programId={programId}
      source={typescript}
      highlighted={<HighlightedCode code={typescript} language="typescript" />}
      lang={lang}
      title={title}
      opensLinks={opensLinks}
      {...(examples === undefined ? {} : { examples })}
      {...(python === undefined
        ? {}
        : { python: { source: python, highlighted: <HighlightedCode code={python} language="python" /> } })}
    />
  );
}
