import { whenPresent } from '@/app/_site/when-present';

/** What the reader does that says: this part is wanted now. */
const SIGNS = ['pointerover', 'focusin'] as const;

/** How far below or above what is seen a part comes to life. */
const MARGIN = '50% 0px';

/** Parts of this page that nobody has come near to, by id. */
const asleep = new Map<string, Nearness>();

/**
 * Watches for the reader to get near to a part of the page, and keeps a click that comes before the part can take it. What is on the
 * screen of a tab that nobody uses is near to nobody.
 */
export class Nearness {
  readonly reached: Promise<void>;
  readonly alive: Promise<void>;
  #reach: () => void = () => undefined;
  #live: () => void = () => undefined;
  #swallowed: Element | null = null;

  /** @param load - what the part needs; when it fails, the next sign tries again. */
  constructor(
    private readonly id: string,
    private readonly load: () => Promise<unknown>,
  ) {
    this.reached = new Promise((resolve) => (this.#reach = resolve));
    this.alive = new Promise((resolve) => (this.#live = resolve));
  }

  /** @returns what ends the watching. */
  watch(place: HTMLElement): () => void {
    asleep.set(this.id, this);
    const end = new AbortController();
    const capturing = { signal: end.signal, capture: true, passive: true };
    const wake = () => void this.wake();
    // React stops events that it has nobody for on their way down. A click that gets as far as the place was taken.
    const whenInside = (type: string, act: (target: Element) => void) => {
      const listener = ({ target }: Event) => {
        if (target instanceof Element && place.contains(target)) act(target);
      };
      window.addEventListener(type, listener, capturing);
    };
    for (const sign of SIGNS) whenInside(sign, wake);
    whenInside('click', (target) => (this.#swallowed = target));
    place.addEventListener('click', () => (this.#swallowed = null), capturing);
    // The reader may have been there before this script was.
    if (place.querySelector(':hover, :focus') !== null) wake();
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && wake(), {
      rootMargin: MARGIN,
    });
    const stopWaiting = whenPresent(() => {
      for (const part of place.children) observer.observe(part);
    });
    const stop = () => {
      end.abort();
      stopWaiting();
      observer.disconnect();
      asleep.delete(this.id);
    };
    void this.alive.then(() => {
      place.removeAttribute('data-asleep');
      stop();
    });
    return stop;
  }

  async wake(): Promise<void> {
    try {
      await this.load();
    } catch {
      return;
    }
    this.#reach();
  }

  /** The part takes clicks itself from now on. */
  live(): void {
    // It may have come to life for a click that is still on its way to it.
    setTimeout(() => {
      const swallowed = this.#swallowed;
      this.#live();
      swallowed?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
  }
}

/** Has a part of the page come to life; resolves when it has. */
export async function wake(id: string): Promise<void> {
  const sleeper = asleep.get(id);
  void sleeper?.wake();
  await sleeper?.alive;
}
