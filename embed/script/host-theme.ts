/*
 * Whether a page is dark now, as its authors say it: by an attribute or a class of `html` or `body`, else as the reader's
 * system does.
 */

type Theme = 'light' | 'dark';

const ATTRIBUTES = ['data-theme', 'data-bs-theme', 'data-color-mode', 'data-color-scheme', 'data-mode', 'theme'];
/** `dark`, `dark-mode`, `theme-dark`, `is-dark`; not `darkened`. */
const NAMES = { dark: /(?:^|[\s_-])dark(?:$|[\s_-])/, light: /(?:^|[\s_-])light(?:$|[\s_-])/ };

const system = matchMedia('(prefers-color-scheme: dark)');

export function hostTheme(): Theme {
  for (const element of [document.documentElement, document.body]) {
    const said = [...ATTRIBUTES.map((name) => element.getAttribute(name) ?? ''), element.className];
    for (const text of said) {
      const isDark = NAMES.dark.test(text);
      // A page that says both has named its stylesheets, not its state.
      if (isDark !== NAMES.light.test(text)) return isDark ? 'dark' : 'light';
    }
  }
  return system.matches ? 'dark' : 'light';
}

/** Calls back whenever the page may have changed its mind. */
export function onHostTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributeFilter: [...ATTRIBUTES, 'class'] });
  }
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}
