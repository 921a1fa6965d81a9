import type { Metadata } from 'next';
import { htmlLang } from '@/app/_site/language';
import { embedPath, withBasePath } from '@/app/_site/paths';
import { languages } from '@/content/languages';

export const metadata: Metadata = { title: 'Spawnpoint', robots: { index: false } };

/*
 * `/embed?program=first-process/hello&lang=zh` is the address people write; the page itself is made at build, one for
 * each program and language. Everything else of the address goes along.
 */
const goOn = `(function () {
  var links = document.querySelectorAll('a[hreflang]'), asked = new URLSearchParams(location.search);
  var wanted = [asked.get('lang') || ''].concat(navigator.languages || [navigator.language]);
  var program = asked.get('program') || '';
  asked.delete('lang');
  asked.delete('program');
  for (var i = 0; i < wanted.length; i++) {
    for (var j = 0; j < links.length; j++) {
      if (wanted[i].slice(0, 2).toLowerCase() === links[j].hreflang.slice(0, 2)) return go(links[j]);
    }
  }
  go(links[0]);
  function go(link) {
    var path = /^[a-z0-9-]+\\/[a-z0-9-]+$/.test(program) ? program : 'code';
    var query = asked.toString();
    location.replace(link.href.replace(/code$/, path) + (query && '?' + query) + location.hash);
  }
})()`;

export default function EmbedRouterPage() {
  return (
    <main hidden>
      {languages.map((lang) => (
        <a key={lang} href={withBasePath(embedPath(lang))} hrefLang={htmlLang[lang]}>
          Spawnpoint
        </a>
      ))}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script dangerouslySetInnerHTML={{ __html: goOn }} />
    </main>
  );
}
