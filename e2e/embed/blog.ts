/* A blog as people have them: its own type, its own colours, a dark mode by a class of `html`. */

interface BlogOptions {
  readonly site: string;
  /** What stands in the article, between its paragraphs. */
  readonly snippets: readonly string[];
  readonly head?: string;
}

const STYLE = `
:root { --ground: #fffdf8; --text: #23211c; --soft: #6d675c; --rule: #e9e3d6; --code: #f6f2e8; --link: #b4451f; color-scheme: light }
.dark { --ground: #17161a; --text: #e9e6df; --soft: #a29c90; --rule: #2f2d33; --code: #201f24; --link: #ff9d76; color-scheme: dark }
body { margin: 0; background: var(--ground); color: var(--text); font: 18px/1.7 Charter, Georgia, 'Noto Serif', serif }
header { display: flex; align-items: center; gap: 12px; max-width: 720px; margin: 0 auto; padding: 28px 20px 20px; font: 600 15px system-ui, sans-serif }
header button { margin-left: auto; padding: 6px 14px; border: 1px solid var(--rule); border-radius: 99px; background: none; color: inherit; font: inherit }
main { max-width: 720px; margin: 0 auto; padding: 20px 20px 120px }
h1 { margin: .4em 0 .2em; font-size: 42px; line-height: 1.15; letter-spacing: -.02em }
h2 { margin: 1.8em 0 .4em; font-size: 25px; line-height: 1.3 }
.by { color: var(--soft); font: 14px system-ui, sans-serif }
a { color: var(--link) }
pre { overflow-x: auto; margin: 0; padding: 16px 20px; border-radius: 10px; background: var(--code); font: 14px/1.6 ui-monospace, 'DejaVu Sans Mono', monospace }
.aside { margin: 1.4em 0; padding: 2px 20px; border-left: 3px solid var(--link); color: var(--soft) }
@media (max-width: 600px) { h1 { font-size: 31px } body { font-size: 17px } }`;

const PARAGRAPHS = [
  'A process is a program with its own memory. Start two, and nothing that one of them writes is seen by the other: what they share, they have to send. That is all there is to it, and it is enough to surprise everybody once.',
  'Below is a program that starts three processes. Press <em>Run</em>: the lines come in the order in which the processes happen to get there, and next time it may be another.',
  'What is printed first? Make a guess before you press the button. Whoever has guessed wrong has learned something, and whoever has guessed right may run it again.',
];

export function blogPage({ site, snippets, head = '' }: BlogOptions): string {
  const body = snippets.map((snippet, i) => `<p>${PARAGRAPHS[i % PARAGRAPHS.length] ?? ''}</p>\n${snippet}`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Three at once</title>
<style>${STYLE}</style>
${head}
<script defer src="${site}/embed.js"></script>
</head>
<body>
<header>Notes on small machines <button onclick="document.documentElement.classList.toggle('dark')">Light / dark</button></header>
<main>
<p class="by">12 November · 6 minutes</p>
<h1>Three at once</h1>
${body}
<p class="aside">Everything above ran in your browser, each process on a thread of its own.</p>
</main>
</body>
</html>`;
}

/** A fenced code block, as Markdown makes it, marked for Spawnpoint. */
export function codeBlock(code: string, attributes = ''): string {
  const text = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre><code class="language-ts" data-spawnpoint ${attributes}>${text}</code></pre>`;
}

/** Prints a word, waits, prints another. */
export function slowProgram(first: string, second: string, seconds: number): string {
  return `import { Process } from 'multiprocessing';
import time from 'time';

function work() {
  console.log('${first}');
  time.sleep(${seconds});
  console.log('${second}');
}

if (import.meta.main) {
  const p = new Process({ target: work });
  p.start();
  p.join();
}
`;
}
