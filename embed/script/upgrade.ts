export const TAG = 'spawnpoint-snippet';

const OPTIONS = ['theme', 'panes', 'readonly', 'height', 'title', 'lang'] as const;

/**
 * Puts every marked code block into a snippet, which shows it until the embed is there. The mark is `data-spawnpoint` on
 * `code`, on `pre` or, as Markdown processors do it, on what is around them.
 *
 * @param also - a selector for blocks that nobody can mark.
 */
export function upgrade(root: ParentNode = document, also?: string): void {
  for (const marked of root.querySelectorAll<HTMLElement>(`[data-spawnpoint]${also ? `, ${also}` : ''}`)) {
    const hasCode = marked.matches('code, pre') || marked.querySelector('code, pre') !== null;
    const block = marked.closest('pre') ?? marked;
    if (marked.closest(TAG) || !hasCode) continue;
    const snippet = document.createElement(TAG);
    for (const name of OPTIONS) {
      const value = (marked.dataset[name] ?? block.dataset[name]) || null;
      if (value !== null) snippet.setAttribute(name, value);
    }
    if ((marked.dataset['readonly'] ?? block.dataset['readonly']) === '') snippet.setAttribute('readonly', '');
    // A program of a lesson, with the block for those without scripts.
    const program = marked.dataset['spawnpoint'];
    if (program?.includes('/')) snippet.setAttribute('src', program);
    // The code has to be inside when the element begins.
    const { parentNode, nextSibling } = block;
    snippet.append(block);
    parentNode?.insertBefore(snippet, nextSibling);
  }
}
