'use client';

import { Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useEffect, useId } from 'react';
import { themeColors } from '@/app/_site/metadata';
import { useIsHydrated } from '@/app/_site/use-is-hydrated';

const themes = [
  { id: 'light', Icon: Sun },
  { id: 'dark', Icon: Moon },
  { id: 'system', Icon: Monitor },
] as const;

interface ThemeSwitchProps {
  readonly labels: Readonly<Record<'label' | (typeof themes)[number]['id'], string>>;
}

export function ThemeSwitch({ labels }: ThemeSwitchProps) {
  const { theme, resolvedTheme, setTheme } = useTheme();
  // The server does not know the reader's theme, so nothing may show it before.
  const hydrated = useIsHydrated();
  const menu = useId();

  useEffect(() => {
    // The browser's own bars follow the reader's choice, not only the system's.
    const color = resolvedTheme === 'dark' ? themeColors.dark : themeColors.light;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', color);
  }, [resolvedTheme]);

  return (
    <>
      <button type="button" className="icon-button" popoverTarget={menu} aria-label={labels.label} title={labels.label}>
        <Contrast size={18} aria-hidden />
      </button>
      <div className="theme-menu" id={menu} popover="auto">
        <fieldset>
          <legend className="sr-only">{labels.label}</legend>
          {themes.map(({ id, Icon }) => (
            <label key={id}>
              <input
                className="sr-only"
                type="radio"
                name={menu}
                value={id}
                checked={hydrated && theme === id}
                onChange={() => setTheme(id)}
              />
              <Icon size={16} aria-hidden />
              {labels[id]}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  );
}
