import { type EmbedOptions, readEmbedOptions, searchOfOptions } from '../embed-options';
import { frameHeight } from '../frame-height';
import { type EmbedToHost, type HostConnect, type HostToEmbed, PROTOCOL } from '../protocol';
import { codeFragment } from './code-fragment';
import { parseEmbedMessage } from './embed-message';
import { hostTheme, onHostTheme } from './host-theme';
import { needsClick, notIsolated, problems } from './problems';

/** Loads when it is that near to being seen. */
const NEAR = '400px';
const SILENCE_MS = 20_000;
const [LOWEST, HIGHEST] = [60, 20_000];

const STYLE = `
:host { display: block; position: relative; margin-block: 1.25em }
:host([hidden]) { display: none }
iframe { display: block; width: 100%; border: 0 }
.waiting { position: absolute; inset: 0; height: 100%; opacity: 0; pointer-events: none }
p { margin: .4em 0 0; font: 13px/1.5 system-ui, sans-serif }`;

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** `<spawnpoint-snippet>` of the Spawnpoint at an address, with these options unless an element has its own. */
export function snippetElement(site: URL, pageDefaults: EmbedOptions): CustomElementConstructor {
  return class SpawnpointSnippet extends HTMLElement {
    #frame: HTMLIFrameElement | null = null;
    #shadow: ShadowRoot | null = null;
    #port: MessagePort | null = null;
    #early: HostToEmbed[] = [];
    #answers = new Map<number, Waiting>();
    #lastId = 0;
    #options = pageDefaults;
    #code: string | null = null;
    #leave: (() => void)[] = [];

    /** Defined once the document is parsed, so the children are there. */
    connectedCallback(): void {
      this.#begin();
    }

    disconnectedCallback(): void {
      for (const leave of this.#leave.splice(0)) leave();
      this.#frame?.remove();
      this.#frame = this.#port = null;
    }

    /** Runs the program. Refused unless the reader has clicked in the snippet since its code came. */
    run(): Promise<void> {
      this.load();
      return this.#ask((id) => ({ type: 'run/start', id }));
    }

    stop(): void {
      if (this.#frame) this.#post({ type: 'run/stop' });
    }

    setCode(code: string): void {
      this.#code = code;
      if (this.#frame) this.#post({ type: 'code/set', code });
    }

    /** The code as the reader has it. */
    getCode(): Promise<string> {
      if (!this.#frame && this.#code !== null) return Promise.resolve(this.#code);
      this.load();
      return this.#ask((id) => ({ type: 'code/get', id }));
    }

    /** Loads now, seen or not. */
    load(): void {
      if (!this.#frame && this.#shadow) void this.#open(this.#shadow);
    }

    #begin(): void {
      const value = (name: string) => this.getAttribute(name);
      this.#options = readEmbedOptions(
        {
          theme: value('theme'),
          panes: value('panes'),
          readonly: value('readonly'),
          height: value('height'),
          title: value('title'),
        },
        pageDefaults,
      );
      const inside = this.querySelector('code, pre, template, script');
      const text = inside instanceof HTMLTemplateElement ? inside.content.textContent : inside?.textContent;
      this.#code ??= value('code') ?? (value('src') === null ? (text ?? this.textContent).replace(/^\n|\s+$/g, '') + '\n' : null);
      if (!this.#shadow) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.#shadow = this.attachShadow({ mode: 'open' });
        this.#shadow.adoptedStyleSheets = [sheet];
        this.#shadow.append(document.createElement('slot'));
      }
      // The place is kept from the beginning, so that the page does not move when the embed is there.
      if (this.#code !== null) this.style.minHeight = `${frameHeight(this.#code, this.#options)}px`;
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          this.load();
        },
        { rootMargin: NEAR },
      );
      observer.observe(this);
      this.#leave.push(() => observer.disconnect());
    }

    async #open(shadow: ShadowRoot): Promise<void> {
      const frame = document.createElement('iframe');
      this.#frame = frame;
      // No modals and no way to navigate the page; what is left it needs: scripts, an origin for its files, new tabs.
      frame.setAttribute(
        'sandbox',
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads',
      );
      frame.allow = 'cross-origin-isolated; clipboard-write; fullscreen';
      frame.referrerPolicy = 'origin';
      frame.title = this.#options.title ?? 'Spawnpoint';
      frame.className = 'waiting';
      const { theme } = this.#options;
      const follows = theme === 'host';
      const search = searchOfOptions({ ...this.#options, theme: follows ? hostTheme() : theme });
      const program = this.#code === null ? this.getAttribute('src') : null;
      const address = new URL(`embed/${this.#language()}/${program ?? 'code'}`, site);
      address.search = search;
      if (this.#code !== null) address.hash = await codeFragment(this.#code);
      if (this.#frame !== frame) return;
      const showTheme = () => {
        const now = follows ? hostTheme() : theme;
        // Of another scheme than its element, a frame would get an opaque ground.
        frame.style.colorScheme = now === 'light' || now === 'dark' ? now : 'light dark';
        if (follows) this.#post({ type: 'theme/set', theme: hostTheme() });
      };
      showTheme();
      const onMessage = (event: MessageEvent<unknown>) => this.#onMessage(frame, event);
      const onViolation = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
        if (effectiveDirective === 'frame-src' && blockedURI.startsWith(site.origin)) this.#fail(problems.policy(site.origin));
      };
      addEventListener('message', onMessage);
      document.addEventListener('securitypolicyviolation', onViolation);
      const silence = setTimeout(() => this.#port ?? this.#fail(problems.silence(site.href)), SILENCE_MS);
      this.#leave.push(
        () => removeEventListener('message', onMessage),
        () => document.removeEventListener('securitypolicyviolation', onViolation),
        () => clearTimeout(silence),
        ...(follows ? [onHostTheme(showTheme)] : []),
      );
      frame.src = address.href;
      shadow.append(frame);
    }

    /** From that frame, from that origin, and the one thing it may say this way. */
    #onMessage(frame: HTMLIFrameElement, { source, origin, data }: MessageEvent<unknown>): void {
      const ready = data as { readonly type?: unknown; readonly protocol?: unknown } | null;
      if (source !== frame.contentWindow || origin !== site.origin) return;
      if (ready?.type !== 'spawnpoint/ready' || ready.protocol !== PROTOCOL) return;
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data: said }: MessageEvent<unknown>) => {
        const message = parseEmbedMessage(said);
        if (message) this.#receive(message);
      };
      frame.contentWindow?.postMessage({ type: 'spawnpoint/connect' } satisfies HostConnect, site.origin, [port2]);
      for (const message of this.#early.splice(0)) port1.postMessage(message);
      if (this.#options.height !== 'auto') this.#show(this.#options.height);
    }

    #receive(message: EmbedToHost): void {
      switch (message.type) {
        case 'height/changed':
          if (this.#options.height === 'auto') this.#show(message.height);
          break;
        case 'run/started':
          this.#tell('run', {});
          break;
        case 'run/output':
          this.#tell('output', { pid: message.pid, stream: message.stream, text: message.text });
          break;
        case 'run/ended':
          this.#tell('exit', { exitcode: message.exitcode });
          break;
        case 'code/is':
          this.#answer(message.id)?.resolve(message.code as never);
          break;
        case 'run/answered': {
          const waiting = this.#answer(message.id);
          if (message.refusal === null) waiting?.resolve(undefined as never);
          else waiting?.reject(new Error(message.refusal === 'needs-click' ? needsClick : notIsolated));
        }
      }
    }

    #show(wanted: number): void {
      const height = Math.min(Math.max(Math.ceil(wanted), LOWEST), HIGHEST);
      const frame = this.#frame;
      if (!frame || frame.style.height === `${height}px`) return;
      frame.style.height = `${height}px`;
      if (frame.className) {
        frame.className = '';
        this.style.minHeight = '';
        this.#shadow?.querySelector('slot')?.remove();
      }
      this.#tell('resize', { height });
    }

    #fail(sentences: Record<'en' | 'zh', string>): void {
      this.#frame?.remove();
      this.style.minHeight = '';
      const sentence = document.createElement('p');
      sentence.setAttribute('part', 'problem');
      sentence.setAttribute('role', 'alert');
      sentence.textContent = sentences[this.#language()];
      this.#shadow?.append(sentence);
      console.error(sentences.en);
      this.#tell('error', { message: sentences.en });
    }

    #language(): 'en' | 'zh' {
      return /^zh/i.test(this.closest('[lang]')?.getAttribute('lang') ?? '') ? 'zh' : 'en';
    }

    #tell(type: string, detail: object): void {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    #ask<Answer>(message: (id: number) => HostToEmbed): Promise<Answer> {
      const id = ++this.#lastId;
      return new Promise((resolve, reject) => {
        this.#answers.set(id, { resolve, reject });
        this.#post(message(id));
      });
    }

    #answer(id: number): Waiting | undefined {
      const waiting = this.#answers.get(id);
      this.#answers.delete(id);
      return waiting;
    }

    #post(message: HostToEmbed): void {
      if (this.#port) this.#port.postMessage(message);
      else if (message.type !== 'theme/set') this.#early.push(message);
    }
  };
}
