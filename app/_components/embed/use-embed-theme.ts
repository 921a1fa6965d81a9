import { useEffect } from 'react';
import type { EmbedTheme } from '@/embed/embed-options';

/** Follows the reader's system where the address leaves the theme to it; the page around may say otherwise later. */
export function useEmbedTheme(theme: EmbedTheme): void {
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') return undefined;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setEmbedTheme(dark.matches ? 'dark' : 'light');
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, [theme]);
}

export function setEmbedTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = theme;
}
