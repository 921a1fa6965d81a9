import type { HeaderRule } from '../header-rules';
import type { HostingSettings } from '../settings';

/** What a generator of header files is given. */
export interface Site {
  readonly rules: readonly HeaderRule[];
  readonly settings: HostingSettings;
  /** Folders and files at the top of the export, without a slash: `en`, `404.html`. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A file for one host. */
export interface HeaderFile {
  readonly name: string;
  readonly text: string;
  /** It has to be published with the site's own files; others are for the server's configuration. */
  readonly isPublished: boolean;
}

export const generatedNote = 'Made by `npm run export` from hosting/header-rules.ts; edit that.';
