'use client';

import { useEffect } from 'react';
import { runForAutomation } from './run-for-automation';

/** Puts `window.spawnpoint.run(files, options)` on the page, for scripts that drive the browser. */
export function Automation() {
  useEffect(() => {
    Object.defineProperty(window, 'spawnpoint', { value: { run: runForAutomation }, configurable: true });
    return () => {
      Reflect.deleteProperty(window, 'spawnpoint');
    };
  }, []);
  return null;
}
