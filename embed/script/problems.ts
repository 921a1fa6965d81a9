/* What an embed says in its place when it cannot be there. The code block stays. */

type Language = 'en' | 'zh';

export const problems = {
  /** The two directives, by name and value: whoever reads it can copy them. */
  policy: (site: string): Record<Language, string> => ({
    en: `This page’s Content-Security-Policy keeps Spawnpoint out. It needs these two directives: script-src ${site}; frame-src ${site}`,
    zh: `这个网页的 Content-Security-Policy 不允许嵌入 Spawnpoint，需要加上这两条指令：script-src ${site}; frame-src ${site}`,
  }),
  silence: (site: string): Record<Language, string> => ({
    en: `Spawnpoint did not answer at ${site}. Check the connection and reload the page.`,
    zh: `${site} 上的 Spawnpoint 没有应答。请检查网络，再重新加载页面。`,
  }),
};

export const needsClick =
  'Cannot run before the reader has clicked in the snippet: its code has changed since, or nobody has yet';
export const notIsolated = 'Cannot run in this browser: nothing isolates the snippet here';
