import { HighlightedCode } from '@/app/_components/code/highlighted-code';
import { LessonHeading } from '@/app/_components/lesson/lesson-heading';
import { messages } from '@/app/_i18n';
import { exerciseId, exercisesIn } from '@/app/_lessons/exercises';
import type { Lesson } from '@/app/_lessons/lessons';
import type { Language } from '@/content/lesson-schema';
import { ExerciseIsland } from './exercise-island';
import { PlainParagraphs, PlainText } from './plain-text';
import { Prediction } from './prediction';
import { SolvedMark } from './solved-mark';
import './exercise.css';

interface ExercisesProps {
  readonly lesson: Lesson;
  readonly lang: Language;
}

/** What a reader can do alone after a lesson. */
export function Exercises({ lesson, lang }: ExercisesProps) {
  const words = messages(lang).exercises;
  const exercises = exercisesIn(lesson);
  if (exercises.length === 0) return null;
  return (
    <>
      <LessonHeading as="h2" linkTo={messages(lang).site.lessons.linkTo}>
        {words.heading}
      </LessonHeading>
      <p>{words.lead}</p>
      {exercises.map(({ name, text, start, solution }, index) => {
        const id = exerciseId(lesson.slug, name);
        const { title, kind, task, predict, hints, seconds } = text;
        return (
          <section key={name} className="exercise" aria-labelledby={name}>
            <p className="ex-kind">
              {words.number(index + 1)} · {words.kinds[kind]} <SolvedMark id={id} solved={words.solved} />
            </p>
            <h3 id={name}>
              <PlainText text={title[lang]} />
            </h3>
            <PlainParagraphs text={task[lang]} />
            {predict !== undefined && (
              <Prediction
                question={predict.question[lang]}
                options={predict.options.map((option) => option[lang])}
                answer={predict.answer}
                why={predict.why[lang]}
                lang={lang}
              />
            )}
            <ExerciseIsland
              id={id}
              folder={lesson.folder}
              name={name}
              lang={lang}
              title={title[lang]}
              start={start}
              highlighted={<HighlightedCode code={start} language="typescript" />}
              solution={solution}
              hints={hints.map((hint) => hint[lang])}
              seconds={seconds}
            />
          </section>
        );
      })}
    </>
  );
}
