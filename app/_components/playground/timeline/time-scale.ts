/** Part of the time of a run, laid over pixels. */
export interface TimeScale {
  readonly fromMs: number;
  readonly toMs: number;
  readonly left: number;
  readonly width: number;
}

export function xAt(scale: TimeScale, timeMs: number): number {
  return scale.left + ((timeMs - scale.fromMs) / (scale.toMs - scale.fromMs)) * scale.width;
}

export function timeAt(scale: TimeScale, x: number): number {
  return scale.fromMs + ((x - scale.left) / scale.width) * (scale.toMs - scale.fromMs);
}

export function msPerPixel({ fromMs, toMs, width }: TimeScale): number {
  return (toMs - fromMs) / Math.max(1, width);
}

/** Round times, about `apart` pixels from one to the next. */
export function ticksOf(scale: TimeScale, apart = 110): readonly number[] {
  const step = roundStep(msPerPixel(scale) * apart);
  const ticks: number[] = [];
  for (let n = Math.ceil(scale.fromMs / step); n * step <= scale.toMs; n++) ticks.push(n * step);
  return ticks;
}

/** The least of 1, 2, 5, 10, … that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least * 0.999) ?? 10) * power;
}

/** Decimals that tell two times apart that are `stepMs` from each other. */
export function decimalsFor(stepMs: number): number {
  return Math.min(3, Math.max(0, Math.ceil(-Math.log10(stepMs) - 0.001)));
}

/** `0`, `40 ms`, `1.25 s`, to the decimals that a step needs. */
export function formatTime(timeMs: number, stepMs: number): string {
  if (Math.abs(timeMs) < stepMs / 2) return '0';
  if (Math.abs(timeMs) >= 1000) return `${(timeMs / 1000).toFixed(decimalsFor(stepMs / 1000))} s`;
  return `${timeMs.toFixed(decimalsFor(stepMs))} ms`;
}

/** How long something took, to three figures. */
export function formatDuration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(ms >= 10_000 ? 1 : 2)} s`;
  return `${ms >= 100 ? Math.round(ms) : ms.toFixed(ms >= 10 ? 1 : 2)} ms`;
}
