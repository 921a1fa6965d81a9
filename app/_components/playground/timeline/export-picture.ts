import { chromeTraceOf } from '@/runtime';
import { CanvasSurface } from './canvas-surface';
import { paintPicture, type Picture } from './paint-picture';
import type { Palette } from './palette';
import { SvgSurface } from './svg-surface';
import type { TimelineModel } from './timeline-model';

/** A picture in a document should be as sharp as on a good screen. */
const PNG_RATIO = 2;
const MARGIN = 12;

export function traceFile(model: TimelineModel): Blob {
  const trace = chromeTraceOf(model.view, model.recording.events);
  return new Blob([JSON.stringify(trace)], { type: 'application/json' });
}

/** The picture as it is seen, in the colours of the theme. */
export function svgFile(picture: Picture, palette: Palette, family: string, title: string): Blob {
  const ruler = canvasOf(1, 1, family);
  const surface = new SvgSurface(family, (content, style) => ruler.surface.widthOf(content, style));
  const { width, height } = picture.layout;
  paintPicture(surface, palette, unmarked(picture));
  return new Blob([surface.toFile(width + MARGIN, height, palette.surface, title)], { type: 'image/svg+xml' });
}

export function pngFile(picture: Picture, palette: Palette, family: string): Promise<Blob> {
  const { width, height } = picture.layout;
  const { canvas, surface } = canvasOf((width + MARGIN) * PNG_RATIO, height * PNG_RATIO, family);
  surface.begin(width + MARGIN, height, PNG_RATIO, palette.surface);
  paintPicture(surface, palette, unmarked(picture));
  return canvas.convertToBlob({ type: 'image/png' });
}

/** What the pointer is on is not part of the picture. */
function unmarked(picture: Picture): Picture {
  return { ...picture, markedRow: null, markedMessage: null, markedHold: null };
}

function canvasOf(width: number, height: number, family: string) {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('Cannot draw: the browser has no 2D canvas');
  return { canvas, surface: new CanvasSurface(context, family) };
}

/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has begun by then; before, Safari would lose it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
