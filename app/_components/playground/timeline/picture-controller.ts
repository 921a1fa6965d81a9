import { firstAfter, type FoundSpot, type HoldView, type MessageView, type Place } from '@/runtime';
import { onThemeChange } from '../views/css-colour';
import { CanvasSurface } from './canvas-surface';
import { describeEvent, describeHit, type Description } from './describe';
import { type Hit, hitAt } from './hit';
import { type Lane, lanesOf } from './lanes';
import { paintPicture, paintPlayhead, type Picture } from './paint-picture';
import { type Palette, readPalette } from './palette';
import { PictureLayer } from './picture-layer';
import { layOut } from './picture-layout';
import { RunWords, type TimelineWords } from './run-words';
import { timeAt, type TimeScale } from './time-scale';
import type { TimelineModel } from './timeline-model';
import { watchPointers } from './watch-pointers';

/** In the coordinates of the window. */
export interface Tip extends Description {
  readonly x: number;
  readonly y: number;
}

export interface PictureEvents {
  onTip(tip: Tip | null): void;
  /** What happened where the keys have led to. */
  onSpoken(sentence: string): void;
  onPlace(place: Place): void;
}

/** What the pointer or the keys are on. */
interface Marks {
  readonly row: number | null;
  readonly message: MessageView | null;
  readonly hold: HoldView | null;
}

/** Between frames of a display of 60 Hz, and a little: one was missed. */
const LATE_MS = 25;

const UNMARKED: Marks = { row: null, message: null, hold: null };

/** Draws the picture on a canvas, once a frame while the program runs and when it changes, and answers pointers and keys. */
export class PictureController {
  readonly #canvas: HTMLCanvasElement;
  readonly #model: TimelineModel;
  readonly #words: TimelineWords;
  readonly #events: PictureEvents;
  readonly #surface: CanvasSurface;
  readonly #layer: PictureLayer;
  readonly #stop: (() => void)[] = [];
  #palette: Palette;
  #runWords: RunWords;
  #picture: Picture | null = null;
  #marks = UNMARKED;
  /** The marks are the pointer's: they go when it goes. Those of keys stay. */
  #isPointedAt = false;
  #spot: FoundSpot | null = null;
  #width = 0;
  #frame = 0;
  #lastFrameMs = 0;
  #hasPaused = false;
  #isSeen = true;

  constructor(canvas: HTMLCanvasElement, model: TimelineModel, words: TimelineWords, events: PictureEvents) {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('Cannot draw: the browser has no 2D canvas');
    this.#canvas = canvas;
    this.#model = model;
    this.#words = words;
    this.#events = events;
    this.#surface = new CanvasSurface(context, this.family);
    this.#layer = new PictureLayer(this.family);
    this.#palette = readPalette(canvas);
    this.#runWords = new RunWords(model.view, words);
    this.#watch();
  }

  get picture(): Picture | null {
    return this.#picture;
  }

  /** The fonts of its texts. */
  get family(): string {
    return getComputedStyle(this.#canvas).fontFamily;
  }

  get palette(): Palette {
    return this.#palette;
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stop) stop();
  }

  /** Answers whether the key meant something here. */
  key(key: string): boolean {
    const model = this.#model;
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        model.step(key === 'ArrowRight' ? 1 : -1, this.#markedPid());
        this.#speak();
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        this.#moveRow(key === 'ArrowDown' ? 1 : -1);
        this.#speak();
        return true;
      case 'Home':
      case 'End':
        if (key === 'Home') model.seekStart();
        else model.seek(null);
        this.#speak();
        return true;
      case 'Enter':
        this.#enter();
        return true;
      case '+':
      case '=':
        model.zoomIn();
        return true;
      case '-':
        model.zoomOut();
        return true;
      case '0':
        model.fit();
        return true;
      case ' ':
        if (model.getSnapshot().isPlaying) model.pause();
        else model.play();
        return true;
      case 'Escape':
        if (model.getSnapshot().playheadMs === null) return false;
        model.seek(null);
        return true;
      default:
        return false;
    }
  }

  unmark(): void {
    this.#mark(UNMARKED);
  }

  /** Marks the row of a process. */
  markProcess(pid: number): void {
    const row = this.#lanesNow().findIndex(({ process, thread }) => process.pid === pid && thread === null);
    this.#mark({ ...UNMARKED, row: row < 0 ? null : row });
  }

  /** Draws a ring around a place, or none. */
  setSpot(spot: FoundSpot | null): void {
    if (spot === this.#spot) return;
    this.#spot = spot;
    this.#schedule();
  }

  #watch(): void {
    const canvas = this.#canvas;
    const box = canvas.parentElement ?? canvas;
    this.#width = box.clientWidth;
    const sizes = new ResizeObserver(() => {
      if (box.clientWidth === this.#width || box.clientWidth === 0) return;
      this.#width = box.clientWidth;
      this.#schedule();
    });
    sizes.observe(box);
    const sight = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1)?.isIntersecting ?? true;
      this.#schedule();
    });
    sight.observe(canvas);
    this.#stop.push(
      () => sizes.disconnect(),
      () => sight.disconnect(),
      this.#model.subscribe(() => this.#schedule()),
      onThemeChange(() => {
        this.#palette = readPalette(canvas);
        this.#schedule();
      }),
      watchPointers(canvas, {
        onHover: (x, y) => this.#hover(x, y),
        onClick: (x, y) => this.#click(x, y),
        isScrub: (x, y) => this.#hit(x, y)?.kind === 'ruler',
        onScrub: (x) => this.#withScale((scale) => this.#model.seek(timeAt(scale, x))),
        onPan: (pixels) => this.#withScale((scale) => this.#model.pan(timeAt(scale, 0) - timeAt(scale, pixels))),
        onZoom: (factor, x) => this.#withScale((scale) => this.#model.zoom(factor, timeAt(scale, x))),
      }),
    );
    this.#schedule();
  }

  #withScale(act: (scale: TimeScale) => void): void {
    if (this.#picture !== null) act(this.#picture.layout.scale);
  }

  #schedule(): void {
    if (!this.#isSeen || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame((now) => {
      const { isLive } = this.#model.getSnapshot();
      if (isLive && this.#givesWay(now)) {
        this.#frame = 0;
        return this.#schedule();
      }
      // Still set, so that what the tick tells does not ask for another frame.
      if (isLive) this.#model.tick(now);
      this.#frame = 0;
      this.#draw();
      if (isLive) this.#schedule();
    });
  }

  /** Where frames come late, the picture of a program that runs leaves every other one to the rest of the page. */
  #givesWay(nowMs: number): boolean {
    const isLate = nowMs - this.#lastFrameMs > LATE_MS;
    this.#lastFrameMs = nowMs;
    this.#hasPaused = isLate && !this.#hasPaused;
    return this.#hasPaused;
  }

  #draw(): void {
    const canvas = this.#canvas;
    const model = this.#model;
    const snapshot = model.getSnapshot();
    if (this.#runWords.view !== model.view) this.#runWords = new RunWords(model.view, this.#words);
    const lanes = lanesOf(model.view);
    const layout = layOut(lanes, this.#width, snapshot);
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(layout.width * ratio), Math.round(layout.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.height = `${layout.height}px`;
    }
    const { row, message, hold } = this.#marks;
    this.#picture = {
      ...snapshot,
      view: model.view,
      lanes,
      layout,
      words: this.#runWords,
      markedRow: row,
      markedMessage: message,
      markedHold: hold,
      spot: this.#spot,
    };
    this.#surface.begin(layout.width, layout.height, ratio);
    this.#paint(this.#picture, ratio, snapshot.isLive);
  }

  #paint(picture: Picture, ratio: number, isLive: boolean): void {
    const palette = this.#palette;
    const layer = isLive || picture.playheadMs === null ? null : this.#layer.show({ picture, palette, ratio });
    if (layer === null) return paintPicture(this.#surface, palette, picture);
    this.#surface.copy(layer);
    paintPlayhead(this.#surface, palette, picture);
  }

  #hit(x: number, y: number): Hit | null {
    return this.#picture === null ? null : hitAt(this.#picture, x, y);
  }

  #describe(hit: Hit): Description | null {
    return describeHit(hit, this.#runWords, this.#model.recording.events, this.#model.getSnapshot().endMs);
  }

  /** Answers the cursor to show. */
  #hover(x: number | null, y: number | null): string {
    const hit = x === null || y === null ? null : this.#hit(x, y);
    if (hit !== null || this.#isPointedAt) {
      this.#mark({
        row: hit?.kind === 'lane' || hit?.kind === 'hold' ? hit.row : null,
        message: hit?.kind === 'message' ? hit.message : null,
        hold: hit?.kind === 'hold' ? hit.hold : null,
      });
    }
    this.#isPointedAt = hit !== null;
    const description = hit === null ? null : this.#describe(hit);
    const { left, top } = this.#canvas.getBoundingClientRect();
    this.#events.onTip(description === null || x === null || y === null ? null : { ...description, x: left + x, y: top + y });
    if (hit?.kind === 'ruler') return 'ew-resize';
    return description?.place ? 'pointer' : 'default';
  }

  #click(x: number, y: number): void {
    const hit = this.#hit(x, y);
    if (hit === null) return;
    const place = this.#describe(hit)?.place;
    if (place) this.#events.onPlace(place);
  }

  #enter(): void {
    const { row } = this.#marks;
    const lane = row === null ? undefined : this.#lanesNow()[row];
    if (lane === undefined || row === null) return;
    const { playheadMs, endMs } = this.#model.getSnapshot();
    const place = this.#describe({ kind: 'lane', lane, row, timeMs: playheadMs ?? endMs, wait: null })?.place;
    if (place) this.#events.onPlace(place);
  }

  #moveRow(by: 1 | -1): void {
    const count = this.#lanesNow().length;
    const row = (this.#marks.row ?? (by === 1 ? -1 : count)) + by;
    this.#isPointedAt = false;
    this.#mark({ ...UNMARKED, row: row < 0 || row >= count ? null : row });
  }

  #mark(marks: Marks): void {
    const { row, message, hold } = this.#marks;
    if (marks.row === row && marks.message === message && marks.hold === hold) return;
    this.#marks = marks;
    this.#schedule();
  }

  #markedPid(): number | null {
    const { row } = this.#marks;
    return row === null ? null : (this.#lanesNow()[row]?.process.pid ?? null);
  }

  /** Not as they were drawn last: keys may come before the next frame, or while nobody sees the picture. */
  #lanesNow(): readonly Lane[] {
    this.#model.tick(performance.now());
    return lanesOf(this.#model.view);
  }

  /** Says what happened last before the playhead, in the process that is marked. */
  #speak(): void {
    const { playheadMs, endMs } = this.#model.getSnapshot();
    const { events } = this.#model.recording;
    const pid = this.#markedPid();
    const event = events.slice(0, firstAfter(events, playheadMs ?? endMs)).findLast((each) => pid === null || each.pid === pid);
    this.#events.onSpoken(event === undefined ? '' : describeEvent(event, this.#runWords));
  }
}
