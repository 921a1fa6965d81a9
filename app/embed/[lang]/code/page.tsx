import type { Metadata } from 'next';
import { LinkedEmbed } from '@/app/_components/embed/linked-embed';
import { languageOf } from '@/app/_site/language';

export const metadata: Metadata = { title: 'Spawnpoint' };

/** Any code, from behind the `#` of the address. */
export default async function LinkedEmbedPage({ params }: { readonly params: Promise<{ readonly lang: string }> }) {
  return <LinkedEmbed lang={languageOf((await params).lang)} />;
}
