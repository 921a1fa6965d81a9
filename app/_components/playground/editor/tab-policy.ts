import type { TabSwitch } from './editor-port';

/**
 * Tab indents once the reader has clicked or typed in the editor, and moves on when the reader merely came by with
 * Tab, or pressed Escape. So nobody who uses the keyboard only is caught.
 */
export class TabPolicy implements TabSwitch {
  #isIndenting = false;
  readonly #listeners: ((isIndenting: boolean) => void)[] = [];
  readonly #onReleased: () => void;

  /** `onReleased`: the reader pressed Escape, and from now on Tab moves on. */
  constructor(onReleased: () => void) {
    this.#onReleased = onReleased;
  }

  get isIndenting(): boolean {
    return this.#isIndenting;
  }

  onChange(listener: (isIndenting: boolean) => void): void {
    this.#listeners.push(listener);
  }

  /** Watches the element that holds the editors; returns a way to stop. */
  watch(element: HTMLElement): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', () => this.#set(true), { capture: true, signal });
    element.addEventListener('keydown', (event) => this.#arm(event), { capture: true, signal });
    // Not in the capture phase: an Escape that closes a list of suggestions is not meant for us.
    element.addEventListener('keydown', (event) => this.#release(event), { signal });
    element.addEventListener(
      'focusout',
      (event) => {
        // From the plain editor to the one that takes its place is not leaving.
        if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) && event.relatedTarget) {
          this.#set(false);
        }
      },
      { signal },
    );
    return () => stop.abort();
  }

  #arm(event: KeyboardEvent): void {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText || ['Enter', 'Backspace', 'Delete', 'Process'].includes(event.key)) this.#set(true);
  }

  #release(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#isIndenting) return;
    // Spent: in full screen it does not leave that as well.
    event.preventDefault();
    this.#set(false);
    this.#onReleased();
  }

  #set(isIndenting: boolean): void {
    if (isIndenting === this.#isIndenting) return;
    this.#isIndenting = isIndenting;
    for (const listener of this.#listeners) listener(isIndenting);
  }
}
