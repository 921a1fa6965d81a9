import { z } from 'zod';

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** `exercises/NAME/exercise.yaml`. In texts, code stands in backticks, and an empty line begins a paragraph. */
export const exerciseSchema = z.strictObject({
  title: text,
  /** What to do: fill a gap, change what works, or find and fix what does not. */
  kind: z.enum(['fill', 'change', 'fix']),
  task: text,
  /** What comes first where the order of output is not fixed, or the result surprises: a guess. */
  predict: z
    .strictObject({
      question: text,
      options: z.array(text).min(2).max(4),
      /** Which of them is right, from 0. */
      answer: z.number().int().nonnegative(),
      why: text,
    })
    .optional(),
  /** Given one by one. */
  hints: z.array(text).min(1).max(4),
  /** What the first check that fails has seen when the program is left as it is: text of a regular expression. */
  startFails: z.string().min(1),
  /** Longest run in seconds. */
  seconds: z.number().positive().max(30).default(10),
});

export type ExerciseText = z.output<typeof exerciseSchema>;
export type ExerciseKind = ExerciseText['kind'];
