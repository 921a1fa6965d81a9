/** Any CSS colour as `#rrggbb`, for libraries that paint on their own and know nothing of variables. */
export function cssColour(element: Element, value: string): string {
  const probe = element.ownerDocument.createElement('span');
  probe.style.cssText = `display:none;color:${value}`;
  element.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  // `rgb(r, g, b)`, or `color(srgb r g b)` with parts of one when the value was mixed.
  const isFraction = computed.startsWith('color(');
  const channels = computed.match(/[\d.]+(?:e-?\d+)?/g)?.slice(0, 3) ?? [];
  const hex = (part: string) =>
    Math.round(Number(part) * (isFraction ? 255 : 1))
      .toString(16)
      .padStart(2, '0');
  return `#${channels.map(hex).join('')}`;
}

/** Calls back when the theme changes; returns a way to stop. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
