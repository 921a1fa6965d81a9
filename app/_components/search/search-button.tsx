'use client';

import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCommandKey } from '@/app/_components/playground/views/command-key';
import { clientMessages } from '@/app/_i18n/client-messages';
import type { Language } from '@/content/lesson-schema';

const SearchPalette = lazy(() => import('./search-palette').then((module) => ({ default: module.SearchPalette })));

/** Opens the search, as Ctrl+K does. What it needs is fetched then. */
export function SearchButton({ lang }: { readonly lang: Language }) {
  const [isOpen, setOpen] = useState(false);
  const commandKey = useCommandKey();
  const { open } = clientMessages(lang).search;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    // Before the editor, which has a use for it as well.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-label={open}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Search size={16} aria-hidden />
        <span className="max-[1100px]:hidden">{open}</span>
        <kbd className="max-[1100px]:hidden" aria-hidden>
          {commandKey === '⌘' ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      {isOpen && (
        <Suspense>
          <SearchPalette lang={lang} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
