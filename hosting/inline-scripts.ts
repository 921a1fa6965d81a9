import { createHash } from 'node:crypto';

/*
 * Pages without a script inside, so that the site's policy can be `script-src 'self'` and the same for every page:
 * docs/decisions/0011. What Next sends along as calls of `push` becomes data, which one file of ours reads; any other
 * script becomes a file of its own, named by its content.
 */

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([^]*?)<\/script>/g;
const NEXT_DATA = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((\[[^]*\])\)$/;
const DATA_BLOCK = '<script type="application/json" data-next>';

/** Hands the data blocks of a page to Next, in their order. It stands after the last of them. */
const readData = `(function () {
  var queue = (self.__next_f = self.__next_f || []);
  var blocks = document.querySelectorAll('script[data-next]');
  for (var i = 0; i < blocks.length; i++) queue.push(JSON.parse(blocks[i].textContent));
})();
`;

export interface PageWithoutScripts {
  readonly html: string;
  /** File name → text, for `folder`. */
  readonly files: ReadonlyMap<string, string>;
}

/** @param folder - address of the folder of the files, `/_next/static/inline` for instance. */
export function withoutInlineScripts(html: string, folder: string): PageWithoutScripts {
  const files = new Map<string, string>();
  const fileOf = (text: string): string => {
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;
    files.set(name, text);
    return `src="${folder}/${name}"`;
  };
  const rewritten = html.replace(INLINE_SCRIPT, (element, attributes: string, text: string) => {
    if (isInert(attributes)) return element;
    const data = NEXT_DATA.exec(text)?.[1];
    if (data === undefined) return `<script ${fileOf(text)}${attributes}></script>`;
    return `${DATA_BLOCK}${data}</script>`;
  });
  const lastBlock = rewritten.lastIndexOf(DATA_BLOCK);
  // Nothing for Next, or all done before.
  if (rewritten === html || lastBlock === -1) return { html: rewritten, files };
  const after = rewritten.indexOf('</script>', lastBlock) + '</script>'.length;
  const reader = `<script ${fileOf(readData)}></script>`;
  return { html: rewritten.slice(0, after) + reader + rewritten.slice(after), files };
}

/** Data and not a script: it says that it is something else than JavaScript. */
function isInert(attributes: string): boolean {
  const type = /\stype="([^"]*)"/.exec(attributes)?.[1];
  return type !== undefined && type !== '' && type !== 'module' && !type.includes('javascript');
}
