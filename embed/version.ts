/** Of `embed.js`. What is served at `/embed/v/VERSION.js` never changes: whoever edits the script raises this. */
export const EMBED_VERSION = '1.0.0';
