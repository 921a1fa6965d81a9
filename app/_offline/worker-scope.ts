/* What a service worker has, as far as ours needs it: the library of DOM's types knows only pages. */

export interface WorkerEvent extends Event {
  /** The worker is not stopped before this is done. */
  waitUntil(promise: Promise<unknown>): void;
}

export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerEvent & MessageEvent) => void): void;
}
