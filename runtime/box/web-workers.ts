import type { BoxWorker } from './box-core';
import { COMPILE_HINT } from './compile-hint';
import type { Occasion, WorkerToBox } from './protocol';

/*
 * The one file that says `new Worker`. Scripts come as text, because nothing can be fetched inside the box. WebKit
 * refuses `blob:` workers in an opaque origin; there the worker errors before it says hello, and `data:` works.
 */

export class WorkerScript {
  /** Made once: to hand the text over anew takes each worker a tenth of its start. */
  readonly #blobs: Readonly<Record<Occasion, Blob>>;

  constructor(readonly text: string) {
    const type = 'text/javascript';
    // A worker that is made ahead has the time to be compiled whole. The process that it will be has not.
    this.#blobs = { ahead: new Blob([COMPILE_HINT, text], { type }), wanted: new Blob([text], { type }) };
  }

  blob(occasion: Occasion): Blob {
    return this.#blobs[occasion];
  }
}

export function createWebWorker(script: WorkerScript, occasion: Occasion): BoxWorker {
  return new WebWorker(script, script.blob(occasion));
}

class WebWorker implements BoxWorker {
  #worker: Worker;
  #hasSaidHello = false;
  #messageListener: (message: unknown) => void = () => undefined;
  #errorListener: (text: string) => void = () => undefined;
  /** What was sent before hello: to be sent again when the first attempt fails. */
  #early: { message: unknown; transfer: Transferable[] }[] = [];

  constructor({ text }: WorkerScript, blob: Blob) {
    this.#worker = this.#start(URL.createObjectURL(blob), () => {
      this.#worker = this.#start(dataUrl(text), (reason) => this.#errorListener(reason));
    });
  }

  post(message: unknown, transfer: readonly unknown[] = []): void {
    const transferables = transfer as Transferable[];
    if (this.#hasSaidHello) this.#worker.postMessage(message, transferables);
    else this.#early.push({ message, transfer: transferables });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messageListener = listener;
  }

  onError(listener: (text: string) => void): void {
    this.#errorListener = listener;
  }

  terminate(): void {
    this.#early = [];
    this.#worker.terminate();
  }

  #start(url: string, onFailure: (text: string) => void): Worker {
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.#hasSaidHello) return this.#messageListener(data);
      if ((data as WorkerToBox | null)?.type !== 'worker/hello') return;
      this.#hasSaidHello = true;
      URL.revokeObjectURL(url);
      for (const { message, transfer } of this.#early) worker.postMessage(message, transfer);
      this.#early = [];
    };
    worker.onerror = (event) => {
      if (!this.#hasSaidHello) onFailure(event.message || 'its script could not be loaded');
    };
    return worker;
  }
}

function dataUrl(text: string): string {
  return `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
}
