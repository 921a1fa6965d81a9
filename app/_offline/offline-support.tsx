'use client';

import { useEffect, useRef, useState } from 'react';
import { withBasePath } from '@/app/_site/paths';
import { whenIdle } from './when-idle';

interface OfflineSupportProps {
  readonly words: Readonly<Record<'text' | 'reload' | 'later', string>>;
}

/** Makes pages work without a network, and says when there is a new version. It never loads one by itself. */
export function OfflineSupport({ words }: OfflineSupportProps) {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const isAsked = useRef(false);

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || savesData()) return;
    const reload = () => isAsked.current && window.location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', reload);
    const stop = whenIdle(() => {
      void register(setWaiting);
    });
    return () => {
      stop();
      navigator.serviceWorker.removeEventListener('controllerchange', reload);
    };
  }, []);

  if (waiting === null) return <div role="status" />;
  return (
    <div role="status" className="new-version">
      <span>{words.text}</span>
      <button
        type="button"
        className="button"
        data-primary
        onClick={() => {
          isAsked.current = true;
          waiting.postMessage({ type: 'SKIP_WAITING' });
        }}
      >
        {words.reload}
      </button>
      <button type="button" className="button" onClick={() => setWaiting(null)}>
        {words.later}
      </button>
    </div>
  );
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(withBasePath('/sw.js'), { updateViaCache: 'none' });
    announce(registration, onWaiting);
    await navigator.serviceWorker.ready;
    await keepThisPage();
  } catch (error) {
    // Without it the site works, with a network.
    console.warn('Cannot prepare for being offline', error);
  }
}

function announce(registration: ServiceWorkerRegistration, onWaiting: (worker: ServiceWorker) => void): void {
  const tell = () => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) onWaiting(registration.waiting);
  };
  tell();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', tell));
}

/** What was loaded before the worker was there: the page, and the box if it has programs. */
async function keepThisPage(): Promise<void> {
  await controlled();
  await fetch(window.location.pathname, { headers: { Accept: 'text/html' } });
  if (document.querySelector('.pg') === null) return;
  const { warmPageBox } = await import('@/app/_components/playground/session/page-runtime');
  warmPageBox();
}

function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller !== null) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}

function savesData(): boolean {
  return (navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
}
