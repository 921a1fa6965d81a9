import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useEffect, useMemo, useRef, useState } from 'react';
import { clientMessages } from '@/app/_i18n/client-messages';
import { type SearchEntry, searchKinds } from '@/app/_search/search-entry';
import { loadSearch, type Search } from '@/app/_search/search-index';
import { inLanguage } from '@/app/_site/paths';
import { usePagePath } from '@/app/_site/use-page-path';
import type { Language } from '@/content/lesson-schema';
import './search.css';

interface SearchPaletteProps {
  readonly lang: Language;
  onClose(): void;
}

const themes = ['light', 'dark', 'system'] as const;

/** Finds lessons, names and programs by their words, and does what can be done from everywhere. */
export function SearchPalette({ lang, onClose }: SearchPaletteProps) {
  const words = clientMessages(lang).search;
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const path = usePagePath();
  const { setTheme } = useTheme();
  const [query, setQuery] = useState('');
  const [search, setSearch] = useState<Search | 'failed' | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, []);
  useEffect(() => {
    loadSearch(lang).then(
      (loaded) => setSearch(() => loaded),
      () => setSearch('failed'),
    );
  }, [lang]);

  const found = useMemo(() => (typeof search === 'function' ? search(query) : []), [search, query]);
  const groups = searchKinds
    .map((kind) => ({ kind, entries: found.filter((entry) => entry.kind === kind) }))
    .filter(({ entries }) => entries.length > 0)
    // The group with the best result comes first.
    .sort((a, b) => found.indexOf(a.entries[0] as SearchEntry) - found.indexOf(b.entries[0] as SearchEntry));
  const other: Language = lang === 'en' ? 'zh' : 'en';
  const actions = [
    ...themes.map((theme) => ({ title: words.themes[theme], run: () => setTheme(theme) })),
    { title: words.otherLanguage, run: () => router.push(inLanguage(path, other)) },
  ].filter(({ title }) => query.trim() === '' || title.toLowerCase().includes(query.trim().toLowerCase()));

  const close = () => dialog.current?.close();
  const choose = (act: () => void) => {
    close();
    act();
  };
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label={words.title}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <Command label={words.title} shouldFilter={false} loop>
        <Command.Input ref={input} value={query} onValueChange={setQuery} placeholder={words.placeholder} />
        <Command.List label={words.title}>
          {search === null && <Command.Loading>{words.loading}</Command.Loading>}
          {search === 'failed' && <p className="search-note">{words.failed}</p>}
          {typeof search === 'function' && query.trim() !== '' && found.length === 0 && actions.length === 0 && (
            <p className="search-note" role="status">
              {words.nothing(query.trim())}
            </p>
          )}
          {groups.map(({ kind, entries }) => (
            <Command.Group key={kind} heading={words.kinds[kind]}>
              {entries.map(({ id, title, context, href }) => (
                <Command.Item key={id} value={String(id)} onSelect={() => choose(() => router.push(href))}>
                  <span>{title}</span>
                  {context !== '' && <span className="search-context">{context}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {actions.length > 0 && (
            <Command.Group heading={words.actions}>
              {actions.map(({ title, run }) => (
                <Command.Item key={title} value={title} onSelect={() => choose(run)}>
                  {title}
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
      <p className="search-how">{words.howTo}</p>
    </dialog>
  );
}
