/*
 * Programs that try to get out of the box, one per escape. Each writes `OUT: …` for what it reached, and the reason for
 * what it could not. `SITE` is the address of the site, `OTHER` that of a server that counts requests.
 */

export interface Probe {
  readonly name: string;
  readonly source: string;
}

/** Gives promises the time to be kept; the process lives as long as a timer does. */
const PATIENCE = 'setTimeout(() => console.log("waited"), 700);';

/** Tries an expression, which may be a promise. */
function attempt(label: string, expression: string): string {
  return `
try {
  const value: any = (0, eval)(${JSON.stringify(expression)});
  if (value && typeof value.then === 'function') {
    value.then((it: any) => console.log('OUT: ${label}', String(it)), (error: any) => console.log('kept in: ${label}:', String(error)));
  } else if (value === undefined) console.log('kept in: ${label}: undefined');
  else console.log('OUT: ${label}', String(value));
} catch (error) {
  console.log('kept in: ${label}:', String(error));
}`;
}

function probe(name: string, attempts: Readonly<Record<string, string>>): Probe {
  const lines = Object.entries(attempts).map(([label, expression]) => attempt(label, expression));
  return { name, source: `${lines.join('\n')}\n${PATIENCE}\n` };
}

export function probes(site: string, other: string): Probe[] {
  const addresses = { 'the site': `${site}/probe`, 'another origin': `${other}/probe` };
  const each = (call: (url: string) => string) =>
    Object.fromEntries(Object.entries(addresses).map(([label, url]) => [label, call(JSON.stringify(url))]));
  return [
    probe(
      'fetch',
      each((url) => `fetch(${url})`),
    ),
    probe(
      'XMLHttpRequest',
      each((url) => `(() => { const x = new XMLHttpRequest(); x.open('GET', ${url}, false); x.send(); return x.status; })()`),
    ),
    probe(
      'WebSocket',
      each((url) => `new WebSocket(${url.replace('http', 'ws')})`),
    ),
    probe(
      'EventSource',
      each((url) => `new EventSource(${url})`),
    ),
    probe('WebTransport and beacons', {
      ...each((url) => `new WebTransport(${url.replace('http:', 'https:')})`),
      beacon: `navigator.sendBeacon(${JSON.stringify(`${other}/probe`)}, 'x')`,
    }),
    probe('import()', {
      ...each((url) => `import(${url})`),
      'a text': 'import("data:text/javascript,export default 1")',
      'through Function': `new Function('return import(${JSON.stringify(`${other}/probe`)})')()`,
    }),
    probe(
      'importScripts',
      each((url) => `(importScripts(${url}), 'loaded')`),
    ),
    probe('nested workers', {
      'from an address': `new Worker(${JSON.stringify(`${other}/probe`)})`,
      'from a blob': 'new Worker(URL.createObjectURL(new Blob(["fetch(1)"])))',
      shared: `new SharedWorker(${JSON.stringify(`${site}/probe`)})`,
    }),
    probe('IndexedDB', { open: 'indexedDB.open("x")', list: 'indexedDB.databases()' }),
    probe('caches', { open: 'caches.open("x")', keys: 'caches.keys()' }),
    probe('OPFS', { directory: 'navigator.storage.getDirectory()' }),
    probe('localStorage and cookies', {
      localStorage: 'localStorage.length',
      sessionStorage: 'sessionStorage.length',
      cookies: 'document.cookie',
      cookieStore: 'cookieStore.getAll()',
    }),
    probe('other tabs', { BroadcastChannel: 'new BroadcastChannel("x")', locks: 'navigator.locks.query()' }),
    probe('the DOM', { document: 'document.body', parent: 'parent.document', top: 'top.location.href', window: 'window.name' }),
    probe('what the global scope hides', {
      prototype: 'Object.getPrototypeOf(globalThis).fetch ?? Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch',
      constructor: 'globalThis.constructor.prototype.fetch',
      realm: 'new (Function.prototype.constructor)("return this")().fetch',
    }),
  ];
}
