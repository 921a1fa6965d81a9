import { CanvasSurface } from './canvas-surface';
import { paintRun, type Picture } from './paint-picture';
import type { Palette } from './palette';

interface Painted {
  readonly picture: Picture;
  readonly palette: Palette;
  readonly ratio: number;
}

/** What of a picture can change when its run is over, besides the playhead and the part that is shown. */
const PARTS = [
  'view',
  'words',
  'endMs',
  'showsMessages',
  'showsLocks',
  'markedRow',
  'markedMessage',
  'markedHold',
  'spot',
] as const satisfies readonly (keyof Picture)[];

/** The picture of a run that is over, without its playhead: while only that moves, nothing else is painted anew. */
export class PictureLayer {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #surface: CanvasSurface | null;
  #painted: Painted | null = null;

  constructor(family: string) {
    const context = this.#canvas.getContext('2d');
    this.#surface = context && new CanvasSurface(context, family);
  }

  /** Null when the browser has no canvas to spare. */
  show(wanted: Painted): OffscreenCanvas | null {
    if (this.#surface === null) return null;
    if (this.#painted === null || !isSame(this.#painted, wanted)) {
      const { picture, palette, ratio } = wanted;
      const { width, height } = picture.layout;
      this.#canvas.width = Math.round(width * ratio);
      this.#canvas.height = Math.round(height * ratio);
      this.#surface.begin(width, height, ratio);
      paintRun(this.#surface, palette, picture);
      this.#painted = wanted;
    }
    return this.#canvas;
  }
}

function isSame(a: Painted, b: Painted): boolean {
  const [one, other] = [a.picture.layout, b.picture.layout];
  return (
    a.palette === b.palette &&
    a.ratio === b.ratio &&
    PARTS.every((part) => a.picture[part] === b.picture[part]) &&
    one.width === other.width &&
    one.height === other.height &&
    one.scale.fromMs === other.scale.fromMs &&
    one.scale.toMs === other.scale.toMs
  );
}
