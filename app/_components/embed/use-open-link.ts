import { useEffect, useState } from 'react';
import { codeFragment } from '@/app/_components/playground/share/code-link';
import { playgroundPath, withBasePath } from '@/app/_site/paths';
import type { Language } from '@/content/lesson-schema';

const AFTER_MS = 150;

/** Address of the playground with this code in it. A real link, so that it can be copied and opened in any way. */
export function useOpenLink(lang: Language, source: string): string {
  const path = withBasePath(playgroundPath(lang));
  const [fragment, setFragment] = useState('');
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(() => {
      codeFragment(source).then(
        (made) => {
          if (!isOld) setFragment(made);
        },
        () => undefined, // a browser that cannot compress opens the playground without the code
      );
    }, AFTER_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [source]);
  return path + fragment;
}
