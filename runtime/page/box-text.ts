/**
 * The box's document as text, for a page whose headers were set by a service worker because the host sets none: no worker is asked for
 * the document of a sandboxed frame, and an isolated page may not frame what comes without headers. A text is isolated as its page is.
 * Null when the host does set headers, so the address will do.
 */
export async function boxText(source: string): Promise<string | null> {
  const response = await fetch(source).catch(() => null); // not reachable: the frame will tell
  if (response?.ok !== true || response.headers.has('Cross-Origin-Embedder-Policy')) return null;
  return response.text();
}
