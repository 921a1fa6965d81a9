import {
  type Box,
  curveHandles,
  type Segment,
  type Stroke,
  type Surface,
  TEXT_SIZE,
  type TextStyle,
  type Triangle,
} from './surface';

const HATCH_SIZE = 5;
const HATCH_LINE = 1.7;

/** Of a canvas on the page, or of one that only becomes a file. */
type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws on a canvas. Hatches and the widths of texts are kept from frame to frame. */
export class CanvasSurface implements Surface {
  readonly #context: Context2D;
  readonly #family: string;
  readonly #hatches = new Map<string, CanvasPattern>();
  readonly #widths = new Map<string, number>();
  #font = '';

  constructor(context: Context2D, family: string) {
    this.#context = context;
    this.#family = family;
  }

  /** Begins a picture: clears the canvas and sets how many of its pixels are one of ours. */
  begin(width: number, height: number, ratio: number, background?: string): void {
    const context = this.#context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = 'middle';
    this.#font = '';
    if (background === undefined) context.clearRect(0, 0, width, height);
    else this.rect({ x: 0, y: 0, width, height }, background);
  }

  /** Another canvas of the same size, as it is. */
  copy(canvas: OffscreenCanvas): void {
    const context = this.#context;
    context.save();
    context.resetTransform();
    context.drawImage(canvas, 0, 0);
    context.restore();
  }

  rect({ x, y, width, height }: Box, paint: string, radius = 0): void {
    const context = this.#context;
    context.fillStyle = paint;
    if (radius === 0 || width < 2) return context.fillRect(x, y, width, height);
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(radius, width / 2));
    context.fill();
  }

  hatch({ x, y, width, height }: Box, paint: string): void {
    this.#context.fillStyle = this.#hatchOf(paint);
    this.#context.fillRect(x, y, width, height);
  }

  outline({ x, y, width, height }: Box, paint: string, radius = 0): void {
    const context = this.#context;
    context.strokeStyle = paint;
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.roundRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1), Math.min(radius, width / 2));
    context.stroke();
  }

  line(path: Segment, paint: string, stroke?: Stroke): void {
    this.lines([path], paint, stroke);
  }

  lines(paths: readonly Segment[], paint: string, stroke?: Stroke): void {
    this.#stroke(paint, stroke, (context) => {
      for (const [x1, y1, x2, y2] of paths) {
        context.moveTo(x1, y1);
        context.lineTo(x2, y2);
      }
    });
  }

  curve(path: Segment, paint: string, stroke?: Stroke): void {
    const [x1, y1, x2, y2] = path;
    const [h1, h2] = curveHandles(path);
    this.#stroke(paint, stroke, (context) => {
      context.moveTo(x1, y1);
      context.bezierCurveTo(h1, y1, h2, y2, x2, y2);
    });
  }

  triangles(corners: readonly Triangle[], paint: string): void {
    const context = this.#context;
    context.fillStyle = paint;
    context.beginPath();
    for (const [x1, y1, x2, y2, x3, y3] of corners) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.lineTo(x3, y3);
      context.closePath();
    }
    context.fill();
  }

  text(content: string, x: number, y: number, paint: string, style: TextStyle = {}): void {
    const context = this.#context;
    this.#setFont(style);
    context.textAlign = style.align ?? 'left';
    context.fillStyle = paint;
    context.fillText(content, x, y);
  }

  widthOf(content: string, style: TextStyle = {}): number {
    const key = `${style.size ?? TEXT_SIZE} ${style.weight ?? 400} ${content}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#setFont(style);
    const { width } = this.#context.measureText(content);
    if (this.#widths.size > 2000) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }

  inside({ x, y, width, height }: Box, draw: () => void): void {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw();
    context.restore();
    this.#font = '';
  }

  #setFont({ size = TEXT_SIZE, weight = 400 }: TextStyle): void {
    const font = `${weight} ${size}px ${this.#family}`;
    if (font === this.#font) return;
    this.#context.font = font;
    this.#font = font;
  }

  #stroke(paint: string, { width = 1, dash = [] }: Stroke = {}, path: (context: Context2D) => void): void {
    const context = this.#context;
    context.strokeStyle = paint;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.beginPath();
    path(context);
    context.stroke();
  }

  #hatchOf(paint: string): CanvasPattern | string {
    const known = this.#hatches.get(paint);
    if (known !== undefined) return known;
    // Twice as fine as the picture, so that the lines stay sharp on screens with two pixels to one.
    const size = HATCH_SIZE * 2;
    const tile = new OffscreenCanvas(size, size);
    const context = tile.getContext('2d');
    if (context === null) return paint;
    context.strokeStyle = paint;
    context.lineWidth = HATCH_LINE * 2 * Math.SQRT1_2;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 2, size + 2);
      context.lineTo(shift + size + 2, -2);
    }
    context.stroke();
    const pattern = this.#context.createPattern(tile, 'repeat');
    if (pattern === null) return paint;
    pattern.setTransform(new DOMMatrix().scale(0.5));
    this.#hatches.set(paint, pattern);
    return pattern;
  }
}
