import { useSyncExternalStore } from 'react';
import { defaultEmbedOptions, type EmbedOptions, optionsOfSearch } from '@/embed/embed-options';

// The address of an embed does not change while it is there.
let options: EmbedOptions | undefined;

/** The options of this page's address; before hydration, the defaults. */
export function useEmbedOptions(): EmbedOptions {
  return useSyncExternalStore(
    never,
    () => (options ??= optionsOfSearch(window.location.search)),
    () => defaultEmbedOptions,
  );
}

/** Programs can run in this frame. The server says yes: most can. */
export function useIsIsolated(): boolean {
  return useSyncExternalStore(
    never,
    () => window.crossOriginIsolated,
    () => true,
  );
}

const never = () => () => undefined;
