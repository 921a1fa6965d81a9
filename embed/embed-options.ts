/*
 * What whoever embeds a program can choose, and its form in an address. The embed page, `embed.js` and the dialog that
 * writes embed codes all read it here.
 */

export const embedThemes = ['light', 'dark', 'auto', 'host'] as const;

/** `auto` is the reader's system; `host` is what the page around it says, and the reader's system until it does. */
export type EmbedTheme = (typeof embedThemes)[number];

export const embedPanes = ['editor', 'terminal', 'timeline', 'python'] as const;

export type EmbedPane = (typeof embedPanes)[number];

export interface EmbedOptions {
  readonly theme: EmbedTheme;
  /** In the order of {@link embedPanes}. */
  readonly panes: readonly EmbedPane[];
  readonly isReadOnly: boolean;
  /** As high as what is in it, or so many pixels, and then it scrolls inside. */
  readonly height: 'auto' | number;
  /** Over the program, instead of its own name. */
  readonly title: string | null;
}

export const defaultEmbedOptions: EmbedOptions = {
  theme: 'auto',
  panes: ['editor', 'terminal'],
  isReadOnly: false,
  height: 'auto',
  title: null,
};

export const LEAST_HEIGHT = 160;
export const MOST_HEIGHT = 4000;
const LONGEST_TITLE = 120;

type Values = Readonly<Record<'theme' | 'panes' | 'readonly' | 'height' | 'title', string | null | undefined>>;

/** Values as somebody wrote them: in an address, or as attributes. What makes no sense is the default. */
export function readEmbedOptions(values: Values, defaults: EmbedOptions = defaultEmbedOptions): EmbedOptions {
  const { theme, panes, readonly, height, title } = values;
  const asked = (panes ?? '').split(/[\s,+]+/);
  const chosen = embedPanes.filter((pane) => asked.includes(pane));
  const pixels = Number.parseInt(height ?? '', 10);
  return {
    theme: embedThemes.find((name) => name === theme) ?? defaults.theme,
    panes: chosen.length > 0 ? chosen : defaults.panes,
    isReadOnly: readonly === undefined || readonly === null ? defaults.isReadOnly : readonly !== 'false' && readonly !== '0',
    height: Number.isNaN(pixels) ? defaults.height : Math.min(Math.max(pixels, LEAST_HEIGHT), MOST_HEIGHT),
    title: title?.trim().slice(0, LONGEST_TITLE) || defaults.title,
  };
}

export function optionsOfSearch(search: string): EmbedOptions {
  const asked = new URLSearchParams(search);
  const value = (name: string) => asked.get(name);
  return readEmbedOptions({
    theme: value('theme'),
    panes: value('panes'),
    readonly: value('readonly'),
    height: value('height'),
    title: value('title'),
  });
}

/** The query of an address, `?theme=dark&panes=editor,terminal,timeline`; what is the default is left out. */
export function searchOfOptions({ theme, panes, isReadOnly, height, title }: EmbedOptions): string {
  const defaults = defaultEmbedOptions;
  const parts = [
    theme !== defaults.theme && `theme=${theme}`,
    panes.join() !== defaults.panes.join() && `panes=${panes.join()}`,
    isReadOnly && 'readonly=1',
    height !== 'auto' && `height=${height}`,
    title !== null && `title=${encodeURIComponent(title)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
