/** What a page that has nothing else to do asks the service worker for. */
export const KEEP_BUILD = 'KEEP_BUILD';
