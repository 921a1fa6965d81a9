import { lessonAt, lessonsIn, programOf } from '@/app/_lessons/lessons';

/* `/embed/runs/SLUG/NAME.json`: the recorded runs, as files. */

export const dynamic = 'force-static';
export const dynamicParams = false;

interface RunFile {
  readonly slug: string;
  readonly file: string;
}

export function generateStaticParams(): RunFile[] {
  return lessonsIn('en').flatMap((lesson) =>
    lesson.programs
      .filter((name) => programOf(lesson, name).recordedRun !== undefined)
      .map((name) => ({ slug: lesson.slug, file: `${name}.json` })),
  );
}

export async function GET(_: Request, { params }: { readonly params: Promise<RunFile> }): Promise<Response> {
  const { slug, file } = await params;
  const { recordedRun = 'null' } = programOf(lessonAt('en', slug), file.replace(/\.json$/, ''));
  // Without the spaces that make it good to read in a repository.
  return Response.json(JSON.parse(recordedRun));
}
