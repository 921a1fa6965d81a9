import { htaccess } from './apache';
import { caddyfile } from './caddy';
import { firebaseJson } from './firebase';
import type { HeaderFile, Site } from './header-file';
import { headersFile, netlifyToml } from './netlify';
import { nginxConf } from './nginx';
import { vercelJson } from './vercel';

/** The header files of all hosts that are known. */
export function headerFiles(site: Site): HeaderFile[] {
  return [headersFile, netlifyToml, vercelJson, firebaseJson, htaccess, nginxConf, caddyfile].map((make) => make(site));
}

export type { Entry, HeaderFile } from './header-file';
