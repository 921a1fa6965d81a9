import { lessonsIn, programOf } from '@/app/_lessons/lessons';

/* `/examples.json`: the programs of all lessons by their ids, made at build and fetched when one is chosen. */

export const dynamic = 'force-static';

export function GET(): Response {
  const programs = lessonsIn('en').flatMap((lesson) =>
    lesson.programs.map((name) => [`${lesson.slug}/${name}`, programOf(lesson, name).typescript] as const),
  );
  return Response.json(Object.fromEntries(programs));
}
