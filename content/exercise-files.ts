import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { exerciseSchema, type ExerciseText } from './exercise-schema';
import type { LessonFolder } from './lesson-files';

/** An exercise of a lesson; its check is the module `check.ts` beside the programs. */
export interface Exercise {
  /** `01-start-three`: its folder, and its place among the lesson's. */
  readonly name: string;
  readonly text: ExerciseText;
  readonly start: string;
  readonly solution: string;
}

/** In their order. */
export function exercisesOf(lesson: LessonFolder): Exercise[] {
  const folder = join(lesson.path, 'exercises');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(join(folder, name, file), 'utf8');
      return { name, text: parseExercise(read('exercise.yaml'), name), start: read('start.ts'), solution: read('solution.ts') };
    });
}

/** @throws Error - the text does not fit the schema; the message names the exercise. */
export function parseExercise(yaml: string, name: string): ExerciseText {
  const parsed = exerciseSchema.safeParse(parse(yaml));
  if (!parsed.success) throw new Error(`Cannot accept an exercise: ${name}\n${parsed.error.message}`);
  return parsed.data;
}
