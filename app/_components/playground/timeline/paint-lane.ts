import type { WaitView } from '@/runtime';
import type { Lane } from './lanes';
import { hueOf, type Palette } from './palette';
import { barMiddle, barTop, type PictureLayout } from './picture-layout';
import { exitcodeText, type RunWords } from './run-words';
import type { Box, Surface, TextStyle } from './surface';
import { xAt } from './time-scale';

/** Waits narrower than this are shown together, as the part of the time that was waited. */
const NARROWEST = 3;
/** Narrower ones are plain: there is no room for a pattern, and a great many of them. */
const NARROWEST_HATCH = 8;
const LABEL_SIZE = 11;
const LABEL_PADDING = 5;

export interface LanePaint {
  readonly surface: Surface;
  readonly palette: Palette;
  readonly layout: PictureLayout;
  readonly words: RunWords;
  /** Up to here the run is known. */
  readonly endMs: number;
  /** What is written on the bars and beside them: it is drawn when all arrows are, so that none goes through it. */
  readonly captions: Caption[];
}

interface Caption {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly ink: string;
  readonly style: TextStyle;
  /** Where nothing else is to be seen. */
  readonly box: Box;
}

export function paintCaptions({ surface, palette, captions }: LanePaint): void {
  for (const { text, x, y, ink, style, box } of captions) {
    surface.rect(box, palette.surface);
    surface.text(text, x, y, ink, style);
  }
}

/** The bar of a lane: starting, running, waiting, and how it ended. */
export function paintLane(paint: LanePaint, lane: Lane, row: number): void {
  const { surface, palette, layout, endMs } = paint;
  const { process, thread } = lane;
  const hue = palette.hues[hueOf(process.order)] ?? palette.ink;
  const pale = palette.pale[hueOf(process.order)] ?? palette.sunken;
  const spawned = thread?.startedMs ?? process.spawnedMs;
  const running = thread?.startedMs ?? process.runningMs;
  const ended = thread?.endedMs ?? process.exitedMs;
  const x = (timeMs: number) => xAt(layout.scale, timeMs);
  const top = barTop(layout, row);
  const height = layout.barHeight;
  const left = Math.max(x(spawned), layout.labelWidth - 10);
  const right = Math.min(x(ended ?? endMs), layout.width + 10);
  if (right < left) return;
  const runs = running === null ? right : Math.max(left, Math.min(right, x(running)));
  if (runs > left) {
    surface.rect({ x: left, y: top + height / 2 - 2, width: runs - left, height: 4 }, pale, 2);
    surface.outline({ x: left, y: top + height / 2 - 2, width: runs - left, height: 4 }, hue, 2);
  }
  if (running !== null) {
    surface.rect({ x: runs, y: top, width: Math.max(1.5, right - runs), height }, hue, 3);
    paintWaits(paint, waitsOf(lane), { left: runs, right, top, hue, pale });
  }
  if (ended !== null && thread === null) paintEnd(paint, lane, x(ended), row, hue);
}

function waitsOf({ process, thread }: Lane): readonly WaitView[] {
  if (process.threads.length === 0) return process.waits;
  const wanted = thread?.thread ?? 0;
  return process.waits.filter((wait) => wait.thread === wanted);
}

/** Index of the first wait that ends after a time. The waits of one thread follow each other. */
export function firstWaitAfter(waits: readonly WaitView[], timeMs: number): number {
  let low = 0;
  let high = waits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((waits[middle]?.endedMs ?? Infinity) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface BarBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly hue: string;
  readonly pale: string;
}

function paintWaits(paint: LanePaint, waits: readonly WaitView[], bar: BarBox): void {
  const { layout, endMs } = paint;
  const { scale } = layout;
  const crowd = new Crowd(paint.surface, bar, layout.barHeight, layout.barHeight < 12 ? 4 : 2);
  for (let i = firstWaitAfter(waits, scale.fromMs); i < waits.length; i++) {
    const wait = waits[i];
    if (wait === undefined || wait.beganMs > scale.toMs + (scale.toMs - scale.fromMs) * 0.2) break;
    const from = Math.max(bar.left, xAt(scale, wait.beganMs));
    const to = Math.min(bar.right, xAt(scale, wait.endedMs ?? endMs));
    if (to - from < NARROWEST) crowd.add(from, to);
    else paintWait(paint, wait, bar, from, to);
  }
  crowd.close();
}

function paintWait(paint: LanePaint, wait: WaitView, bar: BarBox, from: number, to: number): void {
  const { surface, palette, layout, words, captions } = paint;
  const box = { x: from, y: bar.top, width: to - from, height: layout.barHeight };
  surface.rect(box, bar.pale);
  if (box.width < NARROWEST_HATCH) return;
  surface.hatch(box, bar.hue);
  surface.rect({ ...box, height: 1 }, bar.hue);
  surface.rect({ ...box, y: bar.top + layout.barHeight - 1, height: 1 }, bar.hue);
  if (layout.barHeight < 12) return;
  // A bar that is half out of sight has its label in the part that is seen.
  const seenFrom = Math.max(from, layout.labelWidth);
  const seenTo = Math.min(to, layout.width);
  const widthOf = (text: string) => surface.widthOf(text, { size: LABEL_SIZE }) + 2 * LABEL_PADDING;
  const label = words.waitLabels(wait).find((text) => widthOf(text) <= seenTo - seenFrom - 8);
  if (label === undefined) return;
  const width = widthOf(label);
  const middle = (seenFrom + seenTo) / 2;
  captions.push({
    text: label,
    x: middle,
    y: bar.top + layout.barHeight / 2 + 0.5,
    ink: palette.ink2,
    style: { size: LABEL_SIZE, align: 'center' },
    box: { x: middle - width / 2, y: bar.top + 1, width, height: layout.barHeight - 2 },
  });
}

/** Many short waits: each few pixels show which part of them was waited, from above. */
class Crowd {
  #bucket = Number.NEGATIVE_INFINITY;
  #waited = 0;
  /** What is yet to be drawn: buckets in a row that are filled alike. */
  #from = 0;
  #to = 0;
  #filled = 0;

  constructor(
    private readonly surface: Surface,
    private readonly bar: BarBox,
    private readonly height: number,
    private readonly width: number,
  ) {}

  add(from: number, to: number): void {
    let at = from;
    // Even the shortest leaves a trace: that something was waited for is worth a hair.
    const end = Math.max(to, from + 0.35);
    while (at < end) {
      const bucket = Math.floor(at / this.width);
      if (bucket !== this.#bucket) {
        this.#closeBucket();
        this.#bucket = bucket;
      }
      const next = Math.min(end, (bucket + 1) * this.width);
      this.#waited += next - at;
      at = next <= at ? end : next;
    }
  }

  close(): void {
    this.#closeBucket();
    this.#draw();
  }

  #closeBucket(): void {
    const part = Math.min(1, this.#waited / this.width);
    this.#waited = 0;
    const filled = Math.round(part * (this.height - 2));
    if (filled === 0) return;
    const x = Math.max(this.bar.left, this.#bucket * this.width);
    if (filled !== this.#filled || x !== this.#to) {
      this.#draw();
      this.#from = x;
      this.#filled = filled;
    }
    this.#to = x + this.width;
  }

  #draw(): void {
    if (this.#filled === 0) return;
    const width = this.#to - this.#from;
    this.surface.rect({ x: this.#from, y: this.bar.top + 1, width, height: this.#filled }, this.bar.pale);
    this.#filled = 0;
  }
}

function paintEnd(paint: LanePaint, { process }: Lane, x: number, row: number, hue: string): void {
  const { surface, palette, layout, words, captions } = paint;
  if (process.exitcode === null || x < layout.labelWidth || x > layout.width) return;
  const y = barMiddle(layout, row);
  const reach = layout.barHeight / 2 + 2;
  const failed = process.exitcode !== 0;
  surface.rect({ x: x - 1, y: y - reach, width: 2, height: reach * 2 }, failed ? palette.bad : hue);
  const code = exitcodeText(process.exitcode);
  const text = failed && process.exitcode > 0 ? words.words.exit(code) : code;
  const style = { size: LABEL_SIZE, weight: failed ? 600 : 400 };
  captions.push({
    text,
    x: x + 5,
    y: y + 0.5,
    ink: failed ? palette.bad : palette.ink3,
    style,
    box: { x: x + 3, y: y - LABEL_SIZE / 2, width: surface.widthOf(text, style) + 4, height: LABEL_SIZE + 1 },
  });
}
