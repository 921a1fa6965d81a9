import { disjointRules } from './disjoint-rules';
import type { HeaderFile, Site } from './header-file';

/** `firebase.json` of Firebase Hosting. */
export function firebaseJson(site: Site): HeaderFile {
  const headers = disjointRules(site).map(({ path, headers: values }) => ({
    source: path.replace(/\*$/, '**'),
    headers: Object.entries(values).map(([key, value]) => ({ key, value })),
  }));
  const hosting = { public: 'out', trailingSlash: true, headers };
  return { name: 'firebase.json', text: `${JSON.stringify({ hosting }, null, 2)}\n`, isPublished: false };
}
