/** What whoever serves the site decides, by the environment of the build. */
export interface HostingSettings {
  /** Folder of the site on its host, `/course` for instance; empty at the root. */
  readonly basePath: string;
  /** Origin of the box's document when it is not the site's own, `https://box.example.org` for instance; else null. */
  readonly boxOrigin: string | null;
  /**
   * Hash of the box's script (`sha256-…`) for a host that sets no headers, else null. There the service worker sets them, and the box
   * is a text of the page: docs/decisions/0014.
   */
  readonly boxScript: string | null;
  /** Served by `next dev`, which evaluates text and writes scripts into its pages. */
  readonly isDevelopment: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads NEXT_PUBLIC_BASE_PATH and NEXT_PUBLIC_BOX_ORIGIN; the site's own code sees them by the same names.
 * @throws Error - one of them is no path or no origin.
 */
export function hostingSettings(env: Environment = process.env, isDevelopment = false): HostingSettings {
  const basePath = env['NEXT_PUBLIC_BASE_PATH'] ?? '';
  if (basePath !== '' && !/^(?:\/[\w.~-]+)+$/.test(basePath)) {
    throw new Error(`NEXT_PUBLIC_BASE_PATH has to begin with a slash and end without one: ${basePath}`);
  }
  const boxOrigin = env['NEXT_PUBLIC_BOX_ORIGIN'] ?? '';
  if (boxOrigin === '') return { basePath, boxOrigin: null, boxScript: null, isDevelopment };
  if (!URL.canParse(boxOrigin) || new URL(boxOrigin).origin !== boxOrigin) {
    throw new Error(`NEXT_PUBLIC_BOX_ORIGIN has to be an origin such as https://box.example.org: ${boxOrigin}`);
  }
  return { basePath, boxOrigin, boxScript: null, isDevelopment };
}
