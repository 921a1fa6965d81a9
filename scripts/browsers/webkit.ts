import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port';
import { type DrivenBrowser, type KnownBrowser, PATIENCE_MS } from './driven-browser';

/*
 * WebKitGTK by its own WebDriver (Debian: webkit2gtk-driver, xvfb). It is Safari's engine, but not Safari: shared memory is
 * behind a switch here, and there it is not.
 */

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';

export const webkit: KnownBrowser = {
  name: 'WebKitGTK',
  note: 'MiniBrowser under Xvfb, by WebDriver, with `JSC_useSharedArrayBuffer=1`',
  start: async () => {
    const browser = miniBrowser();
    if (!existsSync(DRIVER) || !existsSync(SCREEN) || browser === undefined) return null;
    return start(browser);
  },
};

/** Debian keeps it in a folder of the library's version. */
function miniBrowser(): string | undefined {
  const libraries = '/usr/lib/x86_64-linux-gnu';
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .filter((name) => name.startsWith('webkit2gtk-'))
    .map((name) => join(libraries, name, 'MiniBrowser'))
    .find((path) => existsSync(path));
}

async function start(binary: string): Promise<DrivenBrowser> {
  const port = await freePort();
  const display = `:${port % 1000}`;
  const screen = spawn(SCREEN, [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, JSC_useSharedArrayBuffer: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const stop = () => stopAll([driver, screen]);
  try {
    const ask = client(`http://127.0.0.1:${port}`);
    await answers(ask);
    const { sessionId, capabilities } = (await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: PATIENCE_MS, pageLoad: PATIENCE_MS });
    return {
      version: `WebKitGTK ${capabilities.browserVersion}`,
      open: async (url) => {
        await ask('POST', `${session}/url`, { url });
      },
      run: async (body, input) => {
        const script = `const [input, done] = arguments;
          (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const answer = (await ask('POST', `${session}/execute/async`, { script, args: [input ?? null] })) as {
          value?: unknown;
          error?: string;
        };
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.value;
      },
      close: async () => {
        await ask('DELETE', session).catch(() => undefined); // a browser that broke is ended below
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

function client(origin: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: { message?: string } | null };
    if (!response.ok) throw new Error(`WebDriver answered ${response.status}: ${value?.message ?? ''}`);
    return value;
  };
}

async function answers(ask: Ask): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      await ask('GET', '/status');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}

function stopAll(children: readonly ChildProcess[]): void {
  for (const child of children) child.kill();
}
