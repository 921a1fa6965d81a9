import { ImageResponse } from 'next/og';
import { lessonAt, lessonsIn } from '@/app/_lessons/lessons';
import { siteName } from '@/app/_site/metadata';

/*
 * `/og/home.png` and `/og/SLUG.png`: the pictures that other sites show with a link, made at build. Their words are English in both
 * languages: what draws them has Latin letters only, and Chinese ones would have to come from another host.
 */

export const dynamic = 'force-static';
export const dynamicParams = false;

interface Params {
  readonly image: string;
}

const HOME = 'home';
const size = { width: 1200, height: 630 };
const colours = { paper: '#fbfaf7', ink: '#1d1b16', ink2: '#57534a', hues: ['#0e7490', '#a84d08', '#7c3aed'] } as const;

export function generateStaticParams(): Params[] {
  return [HOME, ...lessonsIn('en').map(({ slug }) => slug)].map((name) => ({ image: `${name}.png` }));
}

export async function GET(_: Request, { params }: { readonly params: Promise<Params> }): Promise<Response> {
  const name = (await params).image.replace(/\.png$/, '');
  const [title, lead] =
    name === HOME
      ? ['Multi-process programming you can watch', 'Every process is a real Web Worker. An interactive course and playground.']
      : [lessonAt('en', name).title, lessonAt('en', name).lead];
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '72px 80px',
        background: colours.paper,
        color: colours.ink,
      }}
    >
      <div style={{ display: 'flex', fontSize: 34, color: colours.ink2 }}>{siteName}</div>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 28 }}>
        <div style={{ display: 'flex', fontSize: 76, lineHeight: 1.1 }}>{title}</div>
        <div style={{ display: 'flex', fontSize: 32, lineHeight: 1.4, color: colours.ink2 }}>{lead}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 14 }}>
        {colours.hues.map((hue, index) => (
          <div
            key={hue}
            style={{
              display: 'flex',
              marginLeft: index * 90,
              width: 940 - index * 150,
              height: 16,
              borderRadius: 8,
              background: hue,
            }}
          />
        ))}
      </div>
    </div>,
    size,
  );
}
