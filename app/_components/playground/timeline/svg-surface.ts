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

/**
 * Writes the picture as the text of an SVG file. Several may stand in one HTML page, which has one set of ids for all: those here
 * say what they stand for, so that the same ones are equal.
 */
export class SvgSurface implements Surface {
  readonly #parts: string[] = [];
  readonly #hatches = new Set<string>();
  readonly #family: string;
  readonly #measure: (content: string, style?: TextStyle) => number;

  /** @param measure - how wide a text is; a file cannot tell. */
  constructor(family: string, measure: (content: string, style?: TextStyle) => number) {
    this.#family = family;
    this.#measure = measure;
  }

  /** The file. @param title - what it shows, for who does not see it. */
  toFile(width: number, height: number, background: string, title: string): string {
    const patterns = [...this.#hatches].map(
      (paint) =>
        `<pattern id="${hatchId(paint)}" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M-1 6 6 -1M-3.5 3.5 3.5 -3.5M1.5 8.5 8.5 1.5" stroke="${paint}" stroke-width="1.2"/></pattern>`,
    );
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(this.#family)}">`,
      `<title>${escape(title)}</title>`,
      `<defs>${patterns.join('')}</defs>`,
      `<rect width="${width}" height="${height}" fill="${background}"/>`,
      ...this.#parts,
      '</svg>\n',
    ].join('\n');
  }

  rect({ x, y, width, height }: Box, paint: string, radius = 0): void {
    const round = radius > 0 ? ` rx="${short(Math.min(radius, width / 2))}"` : '';
    this.#parts.push(`<rect ${boxOf({ x, y, width, height })}${round} fill="${paint}"/>`);
  }

  hatch(box: Box, paint: string): void {
    this.#hatches.add(paint);
    this.#parts.push(`<rect ${boxOf(box)} fill="url(#${hatchId(paint)})"/>`);
  }

  outline({ x, y, width, height }: Box, paint: string, radius = 0): void {
    const inner = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
    this.#parts.push(`<rect ${boxOf(inner)} rx="${short(Math.min(radius, width / 2))}" fill="none" stroke="${paint}"/>`);
  }

  line(path: Segment, paint: string, stroke?: Stroke): void {
    this.lines([path], paint, stroke);
  }

  lines(paths: readonly Segment[], paint: string, stroke?: Stroke): void {
    const moves = paths.map(([x1, y1, x2, y2]) => `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`);
    this.#parts.push(`<path d="${moves.join('')}" ${strokeOf(paint, stroke)}/>`);
  }

  curve(path: Segment, paint: string, stroke?: Stroke): void {
    const [x1, y1, x2, y2] = path;
    const [h1, h2] = curveHandles(path);
    const rest = [h1, y1, h2, y2, x2, y2].map(short).join(' ');
    this.#parts.push(`<path d="M${short(x1)} ${short(y1)}C${rest}" ${strokeOf(paint, stroke)}/>`);
  }

  triangles(corners: readonly Triangle[], paint: string): void {
    this.#parts.push(`<path d="${corners.map((points) => `M${points.map(short).join(' ')}z`).join('')}" fill="${paint}"/>`);
  }

  text(
    content: string,
    x: number,
    y: number,
    paint: string,
    { size = TEXT_SIZE, weight = 400, align = 'left' }: TextStyle = {},
  ): void {
    const anchor = { left: '', center: ' text-anchor="middle"', right: ' text-anchor="end"' }[align];
    const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
    const place = `x="${short(x)}" y="${short(y)}" dominant-baseline="central"`;
    this.#parts.push(`<text ${place} font-size="${size}"${bold}${anchor} fill="${paint}">${escape(content)}</text>`);
  }

  widthOf(content: string, style?: TextStyle): number {
    return this.#measure(content, style);
  }

  inside(box: Box, draw: () => void): void {
    const { x, y, width, height } = box;
    this.#parts.push(`<svg ${boxOf(box)} viewBox="${[x, y, Math.max(0, width), Math.max(0, height)].map(short).join(' ')}">`);
    draw();
    this.#parts.push('</svg>');
  }
}

function hatchId(paint: string): string {
  return `hatch-${paint.replaceAll(/\W+/g, '-')}`;
}

function boxOf({ x, y, width, height }: Box): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, width))}" height="${short(Math.max(0, height))}"`;
}

function strokeOf(paint: string, { width = 1, dash = [] }: Stroke = {}): string {
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `fill="none" stroke="${paint}" stroke-width="${width}"${dashes}`;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function escape(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, ' ');
}
