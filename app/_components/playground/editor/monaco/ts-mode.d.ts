// Monaco ships this module without declarations; we only have it loaded.
declare module 'monaco-editor/languages/features/typescript/tsMode';
