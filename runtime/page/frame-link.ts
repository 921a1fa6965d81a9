import type { BoxToPage, PageToBox } from '../box/protocol';
import type { BoxFailure } from './box';
import { boxText } from './box-text';
import type { BoxLink } from './machine';
import { parseBoxMessage } from './message-schema';

/** A box that has not said that it is ready by then cannot be reached. */
const READY_MS = 15_000;

/** Where a frame gets the box from. */
export interface BoxSource {
  readonly address: string;
  /** A service worker sets the headers of this page: see `boxText`. */
  readonly isText: boolean;
}

/** The box as a hidden, sandboxed frame of the page. */
export function frameLink(source: BoxSource, onFailure: (failure: BoxFailure) => void): BoxLink {
  let frame: Frame | null = null;
  const abandon = () => {
    frame?.remove();
    frame = null;
  };
  const giveUp = () => {
    abandon();
    onFailure({ machine: null, kind: 'box-unreachable', text: `The box did not load: ${source.address}` });
  };
  const open = () => (frame ??= new Frame(source, onFailure, giveUp));
  return {
    open: () => void open(),
    warm: () => open().send({ type: 'box/warm' }),
    create: (machine, image, options, port) => open().send({ type: 'machine/create', machine, image, options }, [port]),
    destroy: (machine) => frame?.send({ type: 'machine/destroy', machine }),
    abandon,
  };
}

class Frame {
  readonly #element: HTMLIFrameElement;
  readonly #timer: ReturnType<typeof setTimeout>;
  #isRemoved = false;
  #early: { message: PageToBox; transfer: Transferable[] }[] | null = [];

  constructor(
    source: BoxSource,
    private readonly onFailure: (failure: BoxFailure) => void,
    onSilence: () => void,
  ) {
    this.#element = document.createElement('iframe');
    this.#element.setAttribute('sandbox', 'allow-scripts');
    this.#element.setAttribute('allow', 'cross-origin-isolated');
    this.#element.setAttribute('aria-hidden', 'true');
    this.#element.tabIndex = -1;
    this.#element.title = 'Spawnpoint machine';
    this.#element.hidden = true;
    window.addEventListener('message', this.#onMessage);
    void this.#open(source);
    this.#timer = setTimeout(onSilence, READY_MS);
  }

  send(message: PageToBox, transfer: Transferable[] = []): void {
    if (this.#early !== null) this.#early.push({ message, transfer });
    else this.#post(message, transfer);
  }

  remove(): void {
    this.#isRemoved = true;
    clearTimeout(this.#timer);
    window.removeEventListener('message', this.#onMessage);
    this.#element.remove();
  }

  async #open({ address, isText }: BoxSource): Promise<void> {
    const text = isText ? await boxText(address) : null;
    if (this.#isRemoved) return;
    if (text === null) this.#element.src = address;
    else this.#element.srcdoc = text;
    document.body.append(this.#element);
  }

  #onMessage = ({ source, data }: MessageEvent<unknown>): void => {
    if (source !== this.#element.contentWindow) return;
    const message = parseBoxMessage(data);
    if (message !== null) this.#receive(message);
  };

  #receive(message: BoxToPage): void {
    switch (message.type) {
      case 'box/ready':
        clearTimeout(this.#timer);
        for (const { message: early, transfer } of this.#early ?? []) this.#post(early, transfer);
        this.#early = null;
        break;
      case 'machine/failed':
        this.onFailure({ machine: message.machine, kind: message.reason, text: message.text });
        break;
    }
  }

  /** The frame's origin is opaque, so it cannot be named; what the page sends is the learner's own program. */
  #post(message: PageToBox, transfer: Transferable[]): void {
    this.#element.contentWindow?.postMessage(message, '*', transfer);
  }
}
