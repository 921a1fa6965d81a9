import '@xterm/xterm/css/xterm.css';
import type { OutputRecord, ProcessSnapshot } from '@/runtime';
import { FitAddon } from '@xterm/addon-fit';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal } from '@xterm/xterm';
import { SCROLLBACK_LINES, type TerminalEvents, type TerminalPort } from '../session/terminal-port';
import { onThemeChange } from '../views/css-colour';
import { ECHO_INK, OutputEncoder } from './output-encoder';
import { PastVeil, timeMark } from './past-veil';
import { positionLinks } from './position-links';
import { ProcessGutter } from './process-gutter';
import { silenceReplies } from './silence-replies';
import { SlotBook } from './slot-book';
import { terminalTheme } from './terminal-theme';

export interface XtermElements {
  /** Where the terminal goes; it fills it. */
  readonly screen: HTMLElement;
  /** Where the bars of the processes go, beside it. */
  readonly gutter: HTMLElement;
}

export interface XtermWords {
  readonly terminalName: string;
  author(process: ProcessSnapshot | undefined, pid: number, isError: boolean): string;
}

const FONT_SIZE = 13;
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
/** Reverse wrap-around: the echo of the reader's line goes back across soft wraps. */
const REVERSE_WRAP = '\x1b[?45h';

export function createXtermTerminal(elements: XtermElements, events: TerminalEvents, words: XtermWords): TerminalPort {
  const { screen, gutter: gutterElement } = elements;
  const terminal = new Terminal({
    convertEol: true,
    scrollback: SCROLLBACK_LINES,
    screenReaderMode: true,
    fontFamily: getComputedStyle(screen).fontFamily,
    fontSize: FONT_SIZE,
    lineHeight: 1.2,
    cursorStyle: 'bar',
    cursorWidth: 2,
    cursorInactiveStyle: 'outline',
    minimumContrastRatio: 4.5,
    ignoreBracketedPasteMode: true,
    theme: terminalTheme(screen),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(new WebLinksAddon((_, uri) => window.open(uri, '_blank', 'noopener,noreferrer')));
  silenceReplies(terminal);
  const slots = new SlotBook(terminal);
  const encoder = new OutputEncoder();
  terminal.open(screen);
  terminal.textarea?.setAttribute('aria-label', words.terminalName);
  // The text log beside the terminal speaks; two voices would say everything twice.
  screen.querySelector('.live-region')?.setAttribute('aria-live', 'off');
  terminal.registerLinkProvider(positionLinks(terminal, events.onPosition));
  const gutter = new ProcessGutter({
    terminal,
    slots,
    element: gutterElement,
    describe: events.describe,
    label: words.author,
  });
  const veil = new PastVeil(terminal);
  terminal.onRender(() => {
    gutter.paint();
    veil.paint();
  });
  terminal.onData((data) => events.onData(data));
  terminal.attachCustomKeyEventHandler((event) => handleKey(event, terminal, events));
  const copyWhenSelected = () => void copySelection(terminal, events);
  screen.addEventListener('pointerup', copyWhenSelected);

  const refit = () => {
    if (screen.clientWidth === 0 || screen.clientHeight === 0) return;
    fit.fit();
    gutter.measure();
    veil.measure();
  };
  const observer = new ResizeObserver(refit);
  observer.observe(screen);
  refit();
  const leaveTheme = onThemeChange(() => {
    terminal.options.theme = terminalTheme(screen);
  });
  let isAwaiting = false;
  const settle = () => `\x1bc${REVERSE_WRAP}${isAwaiting ? SHOW_CURSOR : HIDE_CURSOR}`;
  terminal.write(settle());

  return {
    write(records: readonly OutputRecord[], done: () => void) {
      terminal.write(records.map((record) => timeMark(record.timeMs) + encoder.encode([record])).join(''), done);
    },
    echo(text: string) {
      terminal.write(`\x1b[0;38;5;${ECHO_INK}m${text}`);
      encoder.interrupt(text.endsWith('\n'));
    },
    reset() {
      // In the stream, so that it comes after what is still on its way in.
      terminal.write(settle(), () => {
        slots.reset();
        veil.reset();
      });
      encoder.reset();
    },
    setHorizon: (timeMs) => veil.setHorizon(timeMs),
    setAwaitingInput(awaiting: boolean) {
      isAwaiting = awaiting;
      terminal.write(awaiting ? SHOW_CURSOR : HIDE_CURSOR);
      if (awaiting) terminal.scrollToBottom();
    },
    focus: () => terminal.focus(),
    dispose() {
      observer.disconnect();
      leaveTheme();
      screen.removeEventListener('pointerup', copyWhenSelected);
      terminal.dispose();
      gutterElement.replaceChildren();
    },
  };
}

/** False: not the terminal's. Tab and Escape are for moving about, and what is selected can be copied. */
function handleKey(event: KeyboardEvent, terminal: Terminal, events: TerminalEvents): boolean {
  if (event.key === 'Tab' || event.key === 'Escape') return false;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key === 'Enter') return false;
  if (isCommand && event.key.toLowerCase() === 'c' && terminal.hasSelection()) {
    if (event.type === 'keydown') void copySelection(terminal, events).then(() => terminal.clearSelection());
    return false;
  }
  // Paste arrives by the browser's own event.
  return !(isCommand && event.key.toLowerCase() === 'v');
}

async function copySelection(terminal: Terminal, events: TerminalEvents): Promise<void> {
  const text = terminal.getSelection();
  if (text === '') return;
  try {
    await navigator.clipboard.writeText(text);
    events.onCopied();
  } catch {
    // Not allowed here: the selection stays, and the browser's own copy command works.
  }
}
