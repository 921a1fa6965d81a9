'use client';

import { useEffect, useRef, useState } from 'react';
import { isolateByWorker } from './isolate-by-worker';
import { KEEP_BUILD } from './keep-build';
import { registerWorker } from './register-worker';
import { whenIdle } from '@/app/_site/when-idle';
import { whenPresent } from '@/app/_site/when-present';

interface OfflineSupportProps {
  readonly words: Readonly<Record<Reason | 'reload' | 'later', string>>;
}

type Reason = 'newVersion' | 'isolation';

interface ReloadNotice {
  readonly reason: Reason;
  readonly onReload: () => void;
}

/**
 * Makes pages work without a network, and says when there is a new version. It never loads one by itself. On a host that sets no headers
 * the same worker isolates the pages.
 */
export function OfflineSupport({ words }: OfflineSupportProps) {
  const [notice, setNotice] = useState<ReloadNotice | null>(null);
  const isAsked = useRef(false);

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    if (!window.crossOriginIsolated) {
      void isolateByWorker(() => setNotice({ reason: 'isolation', onReload: () => window.location.reload() }));
      return;
    }
    if (savesData()) return;
    const reload = () => isAsked.current && window.location.reload();
    const tell = (waiting: ServiceWorker) => {
      const onReload = () => {
        isAsked.current = true;
        waiting.postMessage({ type: 'SKIP_WAITING' });
      };
      setNotice({ reason: 'newVersion', onReload });
    };
    navigator.serviceWorker.addEventListener('controllerchange', reload);
    let stop = () => {};
    const stopWaiting = whenPresent(() => {
      stop = whenIdle(() => void register(tell));
    });
    return () => {
      stopWaiting();
      stop();
      navigator.serviceWorker.removeEventListener('controllerchange', reload);
    };
  }, []);

  if (notice === null) return <div role="status" />;
  return (
    <div role="status" className="reload-notice">
      <span>{words[notice.reason]}</span>
      <button type="button" className="button" data-primary onClick={notice.onReload}>
        {words.reload}
      </button>
      <button type="button" className="button" onClick={() => setNotice(null)}>
        {words.later}
      </button>
    </div>
  );
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  try {
    const registration = await registerWorker();
    announce(registration, onWaiting);
    const { active } = await navigator.serviceWorker.ready;
    await keepThisPage();
    whenIdle(() => active?.postMessage({ type: KEEP_BUILD }));
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
  const { keepPageBox } = await import('@/app/_components/playground/session/page-runtime');
  await keepPageBox();
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
