import type * as Monaco from 'monaco-editor/editor';
import type * as TypeScriptApi from 'monaco-editor/languages/features/typescript/register';
import { withBasePath } from '@/app/_site/paths';
import { onThemeChange } from '../../views/css-colour';
import { loadSyntax, type StateStack, type Syntax } from '../syntax';
import { monacoTheme } from './monaco-theme';

export type MonacoApi = typeof Monaco;
export const MONACO_THEME = 'spawnpoint';

const TYPES_URL = withBasePath('/runtime/types.json');

/** What the build writes about the world of a program. */
interface ProgramTypes {
  /** Declarations of the modules a program can import: address → text. */
  readonly files: Readonly<Record<string, string>>;
  /** The global scope: name of the library file → text. A program has no page, so the usual ones do not fit. */
  readonly libs: Readonly<Record<string, string>>;
}

// Monaco is one per page whatever we do: its languages, themes and workers are global.
let page: Promise<MonacoApi> | undefined;

/** Monaco with TypeScript, our colours and the library's types; the first caller's language is its language. */
export function monacoOnPage(lang: 'en' | 'zh'): Promise<MonacoApi> {
  page ??= preparePage(lang).catch((error: unknown) => {
    page = undefined; // the next try may have a better connection
    throw error;
  });
  return page;
}

let checks = 0;

/** Monaco checks a file when its own text changes. What another file says of it is seen when the library seems to have changed. */
export function checkAllFiles(): void {
  void import('monaco-editor/languages/features/typescript/register').then(({ typescriptDefaults }) =>
    typescriptDefaults.addExtraLib(`// ${++checks}`, 'file:///files-changed.d.ts'),
  );
}

async function preparePage(lang: 'en' | 'zh'): Promise<MonacoApi> {
  // Monaco reads its texts when it is evaluated, so they come first.
  if (lang === 'zh') await import('monaco-editor/nls/lang/zh-cn');
  serveWorkers();
  const [monaco, typescript, syntax, types] = await Promise.all([
    import('monaco-editor/editor'),
    import('monaco-editor/languages/features/typescript/register'),
    loadSyntax(),
    loadTypes(),
    import('monaco-editor/features/register.all'),
    import('monaco-editor/languages/definitions/typescript/register'),
    // Monaco would fetch this when it sees the first program, and until then have no way to format it.
    import('monaco-editor/languages/features/typescript/tsMode'),
    document.fonts.ready,
  ]);
  configureTypeScript(typescript, types);
  colourTypeScript(monaco, syntax);
  // On Linux Monaco has other keys for it, which open the browser's developer tools.
  monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus && !editorReadonly',
  });
  const applyTheme = () => {
    monaco.editor.defineTheme(MONACO_THEME, monacoTheme(document.body, lang));
    monaco.editor.setTheme(MONACO_THEME);
  };
  applyTheme();
  onThemeChange(applyTheme);
  return monaco;
}

function serveWorkers(): void {
  globalThis.MonacoEnvironment = {
    getWorker(_, label) {
      return label === 'typescript'
        ? new Worker(new URL('monaco-editor/languages/features/typescript/ts.worker.js', import.meta.url), {
            type: 'module',
          })
        : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' });
    },
  };
}

function configureTypeScript(typescript: typeof TypeScriptApi, { files, libs }: ProgramTypes): void {
  const { typescriptDefaults, ScriptTarget, ModuleKind, ModuleResolutionKind } = typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    // Two programs on one page must not see each other's top level.
    moduleDetection: 3,
    lib: ['lib.esnext.d.ts', ...Object.keys(libs)],
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    allowNonTsExtensions: true,
    skipLibCheck: true,
  });
  typescriptDefaults.setDiagnosticsOptions({ noSemanticValidation: false, noSyntaxValidation: false });
  typescriptDefaults.setEagerModelSync(true);
  for (const [name, text] of Object.entries({ ...files, ...libs })) typescriptDefaults.addExtraLib(text, name);
}

async function loadTypes(): Promise<ProgramTypes> {
  const response = await fetch(TYPES_URL);
  if (!response.ok) throw new Error(`Cannot load the library's types: ${response.status}`);
  return (await response.json()) as ProgramTypes;
}

class SyntaxState implements Monaco.languages.IState {
  constructor(readonly stack: StateStack) {}

  clone(): SyntaxState {
    return new SyntaxState(this.stack);
  }

  equals(other: Monaco.languages.IState): boolean {
    return other instanceof SyntaxState && other.stack.equals(this.stack);
  }
}

/** Monaco's own grammar knows no function names, so colours would change when the editor takes the static text's place. */
function colourTypeScript(monaco: MonacoApi, syntax: Syntax): void {
  monaco.languages.setTokensProvider('typescript', {
    getInitialState: () => new SyntaxState(syntax.initialState),
    tokenize(line, state) {
      const stack = state instanceof SyntaxState ? state.stack : syntax.initialState;
      const { tokens, endState } = syntax.tokenizeLine(line, stack);
      return {
        tokens: tokens.map(({ start, kind }) => ({ startIndex: start, scopes: kind ?? '' })),
        endState: new SyntaxState(endState),
      };
    },
  });
}
