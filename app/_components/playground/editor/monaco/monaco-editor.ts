import type * as Monaco from 'monaco-editor/editor';
import type { CompileProblem } from '../../session/session-snapshot';
import { CODE_METRICS } from '../code-metrics';
import type { EditorPort, EditorSetup, StandingLine } from '../editor-port';
import { checkAllFiles, MONACO_THEME, type MonacoApi, monacoOnPage } from './monaco-page';

const COMPILER_OWNER = 'spawnpoint-compiler';
/** After the last change of a file the others of its program are checked again. */
const CHECK_OTHERS_MS = 400;

export async function createMonacoEditor(setup: EditorSetup): Promise<EditorPort> {
  const monaco = await monacoOnPage(setup.lang);
  const uri = monaco.Uri.parse(`file:///lesson/${setup.programId}/${setup.file}`);
  // Left over when a component was remounted: there can be one model of a name.
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(setup.source, 'typescript', uri);
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const editor = monaco.editor.create(setup.host, editorOptions(setup, model));
  setup.tabs.onChange((isIndenting) => editor.updateOptions({ tabFocusMode: !isIndenting }));
  const describe = () => {
    for (const input of setup.host.querySelectorAll('[role="textbox"], textarea')) {
      input.setAttribute('aria-describedby', setup.descriptionId);
    }
  };
  describe();
  const marks = editor.createDecorationsCollection();
  const standing = editor.createDecorationsCollection();
  const folder = uri.path.replace(/[^/]*$/, '');
  const isAlone = () => monaco.editor.getModels().every((other) => other === model || !other.uri.path.startsWith(folder));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellOthers = () => {
    clearTimeout(timer);
    if (!isAlone()) timer = setTimeout(checkAllFiles, CHECK_OTHERS_MS);
  };
  tellOthers();
  const subscriptions = [
    model.onDidChangeContent(() => {
      setup.onEdit(model.getValue());
      tellOthers();
    }),
    monaco.editor.onDidChangeMarkers((changed) => {
      if (changed.some((each) => each.toString() === uri.toString())) markLines(monaco, model, marks);
    }),
  ];
  await frame();
  return {
    setSource(source) {
      if (source === model.getValue()) return;
      editor.pushUndoStop();
      editor.executeEdits('spawnpoint', [{ range: model.getFullModelRange(), text: source }]);
      editor.pushUndoStop();
    },
    setView({ anchor, head, scrollTop, scrollLeft }) {
      editor.setSelection(monaco.Selection.fromPositions(model.getPositionAt(anchor), model.getPositionAt(head)));
      if (scrollTop === undefined) editor.revealPositionInCenterIfOutsideViewport(model.getPositionAt(head));
      else editor.setScrollPosition({ scrollTop, scrollLeft: scrollLeft ?? 0 }, monaco.editor.ScrollType.Immediate);
    },
    setProblem: (problem) =>
      monaco.editor.setModelMarkers(model, COMPILER_OWNER, problem ? [marker(monaco, model, problem)] : []),
    setStanding(lines) {
      standing.set(
        lines.filter(({ line }) => line <= model.getLineCount()).map((each) => standingDecoration(monaco, model, each)),
      );
      const [first] = lines;
      if (first && first.line <= model.getLineCount()) editor.revealLineInCenterIfOutsideViewport(first.line);
    },
    format: () => void editor.getAction('editor.action.formatDocument')?.run(),
    focus: () => editor.focus(),
    dispose() {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}

function editorOptions(setup: EditorSetup, model: Monaco.editor.ITextModel): Monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    model,
    theme: MONACO_THEME,
    ariaLabel: setup.label,
    tabFocusMode: !setup.tabs.isIndenting,
    // Metrics: the same as the static text's, to the pixel.
    fontFamily: getComputedStyle(setup.host).fontFamily,
    fontSize: CODE_METRICS.fontSize,
    lineHeight: CODE_METRICS.lineHeight,
    fontLigatures: false,
    padding: { top: CODE_METRICS.paddingBlock, bottom: CODE_METRICS.paddingBlock },
    lineNumbersMinChars: 3,
    lineDecorationsWidth: CODE_METRICS.monacoDecorationsWidth,
    glyphMargin: false,
    // Quiet: nothing that the static text does not show.
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    renderFinalNewline: 'off',
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    guides: { indentation: false },
    unicodeHighlight: { ambiguousCharacters: false },
    lightbulb: { enabled: 'off' as Monaco.editor.ShowLightbulbIconMode },
    links: false,
    wordBasedSuggestions: 'off',
    scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false, verticalScrollbarSize: 8, horizontalScrollbarSize: 8 },
    // The card clips what overflows; hovers and suggestions must not be clipped.
    fixedOverflowWidgets: true,
    automaticLayout: true,
    smoothScrolling: false,
    formatOnPaste: false,
  };
}

function standingDecoration(
  monaco: MonacoApi,
  model: Monaco.editor.ITextModel,
  { line, names, hue }: StandingLine,
): Monaco.editor.IModelDeltaDecoration {
  const end = model.getLineMaxColumn(line);
  return {
    range: new monaco.Range(line, end, line, end),
    options: {
      isWholeLine: true,
      showIfCollapsed: true,
      className: `pg-at pg-at-${hue}`,
      after: { content: `  ${names}`, inlineClassName: `pg-at-name pg-at-${hue}` },
    },
  };
}

function marker(monaco: MonacoApi, model: Monaco.editor.ITextModel, problem: CompileProblem): Monaco.editor.IMarkerData {
  const { lineNumber, column } = model.validatePosition({ lineNumber: problem.line, column: problem.column });
  return {
    severity: monaco.MarkerSeverity.Error,
    message: problem.hint ? `${problem.message}\n${problem.hint}` : problem.message,
    startLineNumber: lineNumber,
    startColumn: column,
    endLineNumber: lineNumber,
    endColumn: model.getLineMaxColumn(lineNumber),
  };
}

/** Errors are seen in the gutter, too: a dot beside the line's number, and the message when the pointer is on it. */
function markLines(monaco: MonacoApi, model: Monaco.editor.ITextModel, marks: Monaco.editor.IEditorDecorationsCollection): void {
  const errors = new Map<number, string[]>();
  for (const { severity, startLineNumber, message } of monaco.editor.getModelMarkers({ resource: model.uri })) {
    if (severity !== monaco.MarkerSeverity.Error) continue;
    errors.set(startLineNumber, [...(errors.get(startLineNumber) ?? []), message]);
  }
  marks.set(
    [...errors].map(([line, messages]) => ({
      range: new monaco.Range(line, 1, line, 1),
      options: {
        isWholeLine: true,
        lineNumberClassName: 'pg-line-error',
        lineNumberHoverMessage: messages.map((value) => ({ value })),
      },
    })),
  );
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
