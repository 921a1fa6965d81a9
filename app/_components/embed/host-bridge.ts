import { type PlaygroundSession } from '@/app/_components/playground/session/playground-session';
import { isRunning } from '@/app/_components/playground/session/session-snapshot';
import type { OutputRecord } from '@/runtime';
import { type EmbedReady, type EmbedToHost, type HostToEmbed, PROTOCOL } from '@/embed/protocol';
import { isConnect, parseHostMessage } from './host-messages';

interface BridgeOptions {
  readonly card: HTMLElement;
  readonly session: PlaygroundSession;
  readonly isIsolated: boolean;
  onOutput(listener: (records: readonly OutputRecord[]) => void): () => void;
  /** The page around asked for a run that the reader has not consented to, or there is no such wish any more. */
  onAsked(isAsked: boolean): void;
}

/**
 * The embed's side of the talk with the page around it, which may be hostile. It can set the code and read it, follow a
 * run and stop it. It can start one only when the reader has clicked or typed in here after the code came, so what
 * runs is what somebody has seen and meant.
 */
export class HostBridge {
  readonly #options: BridgeOptions;
  #port: MessagePort | null = null;
  #hasConsent = false;
  #wasRunning = false;
  readonly #leave: (() => void)[] = [];

  constructor(options: BridgeOptions) {
    this.#options = options;
    const { card, session, onOutput } = options;
    const consent = ({ isTrusted }: Event) => {
      if (!isTrusted) return;
      this.#hasConsent = true;
      options.onAsked(false);
    };
    for (const type of ['pointerdown', 'keydown'] as const) {
      window.addEventListener(type, consent, { capture: true });
      this.#leave.push(() => window.removeEventListener(type, consent, { capture: true }));
    }
    window.addEventListener('message', this.#onConnect);
    this.#leave.push(() => window.removeEventListener('message', this.#onConnect));
    const observer = new ResizeObserver(() => this.#tellHeight());
    observer.observe(card);
    this.#leave.push(
      () => observer.disconnect(),
      session.subscribe(() => this.#followRun()),
      onOutput((records) => this.#tellOutput(records)),
    );
    // To whoever is there: it says nothing but that the embed is.
    window.parent.postMessage({ type: 'spawnpoint/ready', protocol: PROTOCOL } satisfies EmbedReady, '*');
  }

  dispose(): void {
    for (const leave of this.#leave.splice(0)) leave();
    this.#port?.close();
  }

  /** The first answer counts. All that follows goes through its port, so no other window can take part. */
  readonly #onConnect = ({ source, data, ports }: MessageEvent<unknown>): void => {
    const [port] = ports;
    if (this.#port !== null || source !== window.parent || port === undefined || !isConnect(data)) return;
    this.#port = port;
    port.onmessage = ({ data: said }: MessageEvent<unknown>) => {
      const message = parseHostMessage(said);
      if (message !== null) this.#receive(message);
    };
    document.body.toggleAttribute('data-grows', document.documentElement.dataset['height'] === 'auto');
    this.#tellHeight();
  };

  #receive(message: HostToEmbed): void {
    const { session, onAsked } = this.#options;
    switch (message.type) {
      case 'theme/set':
        document.documentElement.dataset['theme'] = message.theme;
        return;
      case 'code/set':
        // Code that the reader has not seen yet.
        this.#hasConsent = false;
        return session.edit(message.code);
      case 'code/get':
        return this.#tell({ type: 'code/is', id: message.id, code: session.getSnapshot().source });
      case 'run/stop':
        return session.stop();
      case 'run/start': {
        const refusal = !this.#options.isIsolated ? 'not-isolated' : this.#hasConsent ? null : 'needs-click';
        this.#tell({ type: 'run/answered', id: message.id, refusal });
        if (refusal === 'needs-click') onAsked(true);
        if (refusal === null) void session.run();
      }
    }
  }

  #followRun(): void {
    const { run } = this.#options.session.getSnapshot();
    const running = isRunning(run);
    if (running === this.#wasRunning) return;
    this.#wasRunning = running;
    if (running) this.#tell({ type: 'run/started' });
    else this.#tell({ type: 'run/ended', exitcode: run.phase === 'machine' ? run.machine.exitcode : null });
  }

  #tellOutput(records: readonly OutputRecord[]): void {
    for (const { pid, stream, text } of records) this.#tell({ type: 'run/output', pid, stream, text });
  }

  #tellHeight(): void {
    this.#tell({ type: 'height/changed', height: Math.ceil(this.#options.card.getBoundingClientRect().height) });
  }

  #tell(message: EmbedToHost): void {
    this.#port?.postMessage(message);
  }
}
