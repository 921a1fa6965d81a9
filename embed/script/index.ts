import { defaultEmbedOptions, readEmbedOptions } from '../embed-options';
import { snippetElement } from './snippet-element';
import { TAG, upgrade } from './upgrade';

/*
 * `embed.js`: one classic script for any page. Its own address says where Spawnpoint is; its `data-` attributes are the
 * defaults of the page.
 */

const script = document.currentScript as HTMLScriptElement | null;
if (script !== null && !customElements.get(TAG)) {
  const { theme = 'host', panes, readonly, height, select } = script.dataset;
  const defaults = readEmbedOptions({ theme, panes, readonly, height, title: null }, defaultEmbedOptions);
  // `/embed.js` and `/embed/v/1.0.0.js` are of the same Spawnpoint.
  const site = new URL(script.src.replace(/\/embed(?:\/v\/[^/]*)?\.js(?:[?#].*)?$/, '/'));
  const begin = () => {
    customElements.define(TAG, snippetElement(site, defaults));
    upgrade(document, select);
  };
  Object.assign(window, { Spawnpoint: { upgrade: (root?: ParentNode) => upgrade(root, select) } });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
}
