import type { Language } from '@/content/lesson-schema';
import { type LessonProgram, lessonAt, programOf } from './lessons';

/** The program a visitor sees first: short, several processes, and every line tells who wrote it. */
const choice = { lesson: 'naming-and-identity', program: 'two-names' };

export function showcaseProgram(lang: Language): LessonProgram {
  return programOf(lessonAt(lang, choice.lesson), choice.program);
}
