import type { EditorFactory } from './editor-port';

/** CodeMirror where fingers type, Monaco elsewhere; neither is loaded before somebody goes to edit. */
export async function chooseEditor(): Promise<EditorFactory> {
  if (matchMedia('(pointer: coarse)').matches) {
    return (await import('./codemirror/codemirror-editor')).createCodeMirrorEditor;
  }
  return (await import('./monaco/monaco-editor')).createMonacoEditor;
}

/** What browsers that have it say of the connection. */
interface NetworkInformation {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Loading on a hover is fair only when it costs the reader nothing; a browser that does not tell gets no guess. */
export function isConnectionFast(): boolean {
  const connection = (navigator as Navigator & { readonly connection?: NetworkInformation }).connection;
  return connection?.effectiveType === '4g' && connection.saveData !== true;
}
