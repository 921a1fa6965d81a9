import { searchEntries } from '@/app/_search/search-entries';
import { languageOf, languageParams } from '@/app/_site/language';

/* `/search/en.json`: what the palette looks through, made at build and fetched when it is opened. */

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Params {
  readonly lang: string;
}

export function generateStaticParams(): Params[] {
  return languageParams().map(({ lang }) => ({ lang: `${lang}.json` }));
}

export async function GET(_: Request, { params }: { readonly params: Promise<Params> }): Promise<Response> {
  const { lang } = await params;
  return Response.json(searchEntries(languageOf(lang.replace(/\.json$/, ''))));
}
