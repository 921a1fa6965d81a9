import { type EmbedOptions, defaultEmbedOptions, searchOfOptions } from './embed-options';
import { frameHeight } from './frame-height';

/* What somebody pastes into a page. */

/** What the frames may do: what `embed.js` gives its own. */
export const FRAME_SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';
export const FRAME_PERMISSIONS = 'cross-origin-isolated; clipboard-write; fullscreen';

/** Room for output: a frame without `embed.js` cannot grow. */
const OUTPUT_ROOM = 180;

export interface EmbedSubject {
  /** Address of Spawnpoint, with a slash at its end. */
  readonly site: string;
  readonly lang: 'en' | 'zh';
  readonly code: string;
  /** `slug/name` when it is a lesson's program as it is; else null. */
  readonly program: string | null;
  /** `#code=…` of the code. */
  readonly fragment: string;
  /** For those who cannot see the frame. */
  readonly name: string;
}

export function embedAddress({ site, lang, program, fragment }: EmbedSubject, options: EmbedOptions): string {
  return `${site}embed/${lang}/${program ?? 'code'}${searchOfOptions(options)}${program === null ? fragment : ''}`;
}

/** How high a frame has to be that cannot grow. */
export function fixedHeight(code: string, options: EmbedOptions): number {
  return options.height === 'auto' ? Math.min(frameHeight(code, options) + OUTPUT_ROOM, 900) : options.height;
}

/** Needs no script in the page, and does not grow. */
export function frameCode(subject: EmbedSubject, options: EmbedOptions): string {
  const height = fixedHeight(subject.code, options);
  // Nobody is there to tell the frame the page's theme.
  const theme = options.theme === 'host' ? 'auto' : options.theme;
  const address = embedAddress(subject, { ...options, theme, height });
  return `<iframe src="${attribute(address)}" title="${attribute(options.title ?? subject.name)}" width="100%" height="${height}" style="border: 0" loading="lazy" sandbox="${FRAME_SANDBOX}" allow="${FRAME_PERMISSIONS}"></iframe>`;
}

/** A code block that a script turns into an embed; without scripts it is a code block. */
export function scriptCode({ site, lang, code, program }: EmbedSubject, options: EmbedOptions): string {
  const { theme, panes, isReadOnly, height, title } = options;
  const attributes = [
    `data-spawnpoint${program === null ? '' : `="${program}"`}`,
    theme !== 'host' && `data-theme="${theme}"`,
    panes.join() !== defaultEmbedOptions.panes.join() && `data-panes="${panes.join()}"`,
    height !== 'auto' && `data-height="${height}"`,
    isReadOnly && 'data-readonly="true"',
    title !== null && `data-title="${attribute(title)}"`,
    lang === 'zh' && 'data-lang="zh"',
  ].filter((part) => part !== false);
  return `<pre><code class="language-ts" ${attributes.join(' ')}>${text(code)}</code></pre>
<script async src="${site}embed.js"></script>`;
}

/** For where no HTML is taken: the code, and a link that runs it. */
export function markdownCode({ site, lang, code, fragment, name }: EmbedSubject, link: string): string {
  return `\`\`\`ts
${code.replace(/\n$/, '')}
\`\`\`

[${link.replace('{name}', name)}](${site}${lang}/playground${fragment})`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}
