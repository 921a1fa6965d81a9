/** What the timeline is drawn on: a canvas on the page, or the text of an SVG file. */
export interface Surface {
  rect(box: Box, paint: string, radius?: number): void;
  /** A box with slanted lines of a colour, which lie still when boxes move: time that is waited away. */
  hatch(box: Box, paint: string): void;
  outline(box: Box, paint: string, radius?: number): void;
  line(path: Segment, paint: string, stroke?: Stroke): void;
  /** Many at once are far cheaper than one after the other. */
  lines(paths: readonly Segment[], paint: string, stroke?: Stroke): void;
  /** From one point to another, leaving and arriving level. */
  curve(path: Segment, paint: string, stroke?: Stroke): void;
  triangles(corners: readonly Triangle[], paint: string): void;
  text(content: string, x: number, y: number, paint: string, font?: TextStyle): void;
  widthOf(content: string, font?: TextStyle): number;
  /** Draws something of which only what is inside a box is seen. */
  inside(box: Box, draw: () => void): void;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From x, from y, to x, to y. */
export type Segment = readonly [number, number, number, number];

/** x and y of each corner. */
export type Triangle = readonly [number, number, number, number, number, number];

export interface Stroke {
  readonly width?: number;
  readonly dash?: readonly number[];
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export const TEXT_SIZE = 12;

/** The handles of the curve between two points. */
export function curveHandles([x1, , x2]: Segment): readonly [number, number] {
  const reach = Math.min(14, Math.max(6, Math.abs(x2 - x1) / 2));
  return [x1 + reach, x2 - reach];
}
