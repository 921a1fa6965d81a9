import { lessonAt, lessonsIn, programOf } from '@/app/_lessons/lessons';
import { languageOf, languageParams } from '@/app/_site/language';
import { siteName } from '@/app/_site/metadata';
import { siteAddress } from '@/app/_site/site-address';
import { type EmbedSubject, fixedHeight, frameCode } from '@/embed/embed-code';
import { defaultEmbedOptions } from '@/embed/embed-options';

/* `/oembed/en/SLUG/NAME.json`: what oEmbed (https://oembed.com) says of a lesson's program, as a file. */

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Params {
  readonly lang: string;
  readonly slug: string;
  readonly file: string;
}

const WIDTH = 720;

export function generateStaticParams(): Params[] {
  return languageParams().flatMap(({ lang }) =>
    lessonsIn(lang).flatMap(({ slug, programs }) => programs.map((name) => ({ lang, slug, file: `${name}.json` }))),
  );
}

export async function GET(_: Request, { params }: { readonly params: Promise<Params> }): Promise<Response> {
  const { lang: value, slug, file } = await params;
  const lang = languageOf(value);
  const name = file.replace(/\.json$/, '');
  const lesson = lessonAt(lang, slug);
  const site = siteAddress();
  const { typescript } = programOf(lesson, name);
  const title = `${lesson.title}: ${name}`;
  const subject: EmbedSubject = { site, lang, code: typescript, program: `${slug}/${name}`, fragment: '', name: title };
  return Response.json({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: siteName,
    provider_url: site,
    width: WIDTH,
    height: fixedHeight(typescript, defaultEmbedOptions),
    html: frameCode(subject, defaultEmbedOptions),
  });
}
