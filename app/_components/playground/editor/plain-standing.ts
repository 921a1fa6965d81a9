import { CODE_METRICS } from './code-metrics';
import type { StandingLine } from './editor-port';

/** Marks lines of the static text, which has no editor that could. */
export function showStanding(scroller: HTMLElement, lines: readonly StandingLine[]): void {
  for (const mark of scroller.querySelectorAll('.pg-at')) mark.remove();
  for (const { line, names, hue } of lines) {
    const mark = scroller.ownerDocument.createElement('div');
    mark.className = `pg-at pg-at-${hue}`;
    mark.dataset['at'] = names;
    mark.setAttribute('aria-hidden', 'true');
    mark.style.top = `${CODE_METRICS.paddingBlock + (line - 1) * CODE_METRICS.lineHeight}px`;
    mark.style.height = `${CODE_METRICS.lineHeight}px`;
    scroller.append(mark);
  }
}
