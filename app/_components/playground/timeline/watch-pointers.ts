/** What pointers and wheels ask of the picture. Places are in its CSS pixels. */
export interface PointerEvents {
  /** Answers which cursor to show; null, null: the pointer left. */
  onHover(x: number | null, y: number | null): string;
  onClick(x: number, y: number): void;
  /** Whether a drag from here moves the playhead, and not the picture. */
  isScrub(x: number, y: number): boolean;
  onScrub(x: number): void;
  onPan(pixels: number): void;
  onZoom(factor: number, x: number): void;
}

const CLICK_REACH = 4;
const WHEEL_SPEED = 0.0022;
const LINE_PIXELS = 16;

/**
 * Drags move the picture, two fingers zoom it, the wheel zooms with Ctrl (as pinching on a touch pad does) and moves it sideways.
 * What goes up and down is the page's: nobody is held here who only wants to scroll on.
 */
export function watchPointers(element: HTMLElement, events: PointerEvents): () => void {
  const down = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number; isScrub: boolean; isClick: boolean } | null = null;

  const placeOf = (event: MouseEvent) => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const spread = () => {
    const [a, b] = [...down.values()];
    return a && b ? { apart: Math.max(10, Math.abs(a.x - b.x)), middle: (a.x + b.x) / 2 } : null;
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const at = placeOf(event);
    down.set(event.pointerId, at);
    element.setPointerCapture(event.pointerId);
    start = { ...at, isScrub: down.size === 1 && events.isScrub(at.x, at.y), isClick: down.size === 1 };
    if (start.isScrub) events.onScrub(at.x);
  };
  const onMove = (event: PointerEvent) => {
    const at = placeOf(event);
    const last = down.get(event.pointerId);
    if (last === undefined || start === null) {
      // A page that scrolls under a mouse at rest tells of moves, too.
      const isMoved = event.movementX !== 0 || event.movementY !== 0;
      if (event.pointerType === 'mouse' && isMoved) element.style.cursor = events.onHover(at.x, at.y);
      return;
    }
    const before = spread();
    down.set(event.pointerId, at);
    if (Math.hypot(at.x - start.x, at.y - start.y) > CLICK_REACH) start.isClick = false;
    const after = spread();
    if (before && after) {
      events.onZoom(after.apart / before.apart, after.middle);
      if (after.middle !== before.middle) events.onPan(after.middle - before.middle);
    } else if (start.isScrub) {
      events.onScrub(at.x);
    } else if (!start.isClick && at.x !== last.x) {
      element.style.cursor = 'grabbing';
      events.onHover(null, null);
      events.onPan(at.x - last.x);
    }
  };
  const onUp = (event: PointerEvent) => {
    const at = placeOf(event);
    if (!down.delete(event.pointerId)) return;
    element.style.cursor = '';
    if (event.type === 'pointerup' && start?.isClick && !start.isScrub) {
      // A finger cannot hover: its tap tells first what is there.
      if (event.pointerType !== 'mouse') events.onHover(at.x, at.y);
      events.onClick(at.x, at.y);
    }
    if (down.size === 0) start = null;
    else if (start) start.isClick = false;
  };
  const onLeave = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') events.onHover(null, null);
  };
  const onWheel = (event: WheelEvent) => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      events.onZoom(Math.exp(-event.deltaY * unit * WHEEL_SPEED * (event.ctrlKey ? 2 : 1)), placeOf(event).x);
      return;
    }
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return;
    event.preventDefault();
    events.onPan(-sideways * unit);
  };

  const leave = new AbortController();
  const { signal } = leave;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onUp, { signal });
  element.addEventListener('pointerleave', onLeave, { signal });
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => leave.abort();
}
