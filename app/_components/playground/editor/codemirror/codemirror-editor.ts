import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentRange,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';
import type { EditorPort, EditorSetup } from '../editor-port';

/** The classes are the static text's, so both themes are theirs too. */
const highlighting = tagHighlighter([
  { tag: [tags.keyword, tags.self, tags.modifier, tags.definitionKeyword], class: 'syn-keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'syn-string' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'syn-function' },
  { tag: [tags.typeName, tags.className], class: 'syn-type' },
  { tag: tags.number, class: 'syn-number' },
  { tag: tags.comment, class: 'syn-comment' },
  { tag: [tags.bool, tags.null], class: 'syn-constant' },
  { tag: [tags.punctuation, tags.operator, tags.bracket], class: 'syn-punctuation' },
  { tag: tags.regexp, class: 'syn-regexp' },
]);

const setProblemLine = StateEffect.define<number | null>();
const problemLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes }) {
    for (const effect of effects) {
      if (!effect.is(setProblemLine)) continue;
      return effect.value === null
        ? Decoration.none
        : Decoration.set(Decoration.line({ class: 'pg-cm-problem' }).range(effect.value));
    }
    return marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setStandingLines = StateEffect.define<DecorationSet>();
const standingLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes }) {
    return effects.find((effect) => effect.is(setStandingLines))?.value ?? marks.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A light editor for touch screens, where Monaco does not work well. */
export function createCodeMirrorEditor(setup: EditorSetup): Promise<EditorPort> {
  const tabKey = new Compartment();
  const tabBinding = (isIndenting: boolean) => keymap.of(isIndenting ? [indentWithTab] : []);
  const view = new EditorView({
    parent: setup.host,
    state: EditorState.create({
      doc: setup.source,
      extensions: [
        lineNumbers(),
        foldGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightSelectionMatches(),
        EditorState.tabSize.of(2),
        indentUnit.of('  '),
        javascript({ typescript: true }),
        syntaxHighlighting(highlighting),
        problemLine,
        standingLines,
        tabKey.of(tabBinding(setup.tabs.isIndenting)),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': setup.label,
          'aria-describedby': setup.descriptionId,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) setup.onEdit(update.state.doc.toString());
        }),
      ],
    }),
  });
  setup.tabs.onChange((isIndenting) => view.dispatch({ effects: tabKey.reconfigure(tabBinding(isIndenting)) }));
  return Promise.resolve(portOf(view));
}

function portOf(view: EditorView): EditorPort {
  return {
    setSource(source) {
      if (source === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } });
    },
    setView({ anchor, head, scrollTop, scrollLeft }) {
      const last = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(anchor, last), head: Math.min(head, last) },
        scrollIntoView: scrollTop === undefined,
      });
      if (scrollTop !== undefined) view.scrollDOM.scrollTo({ top: scrollTop, left: scrollLeft ?? 0 });
    },
    setProblem(problem) {
      const { doc } = view.state;
      const line = problem && doc.line(Math.min(Math.max(problem.line, 1), doc.lines));
      view.dispatch({ effects: setProblemLine.of(line ? line.from : null) });
    },
    setStanding(lines) {
      const { doc } = view.state;
      const marks = lines
        .filter(({ line }) => line <= doc.lines)
        .toSorted((a, b) => a.line - b.line)
        .map(({ line, names, hue }) =>
          Decoration.line({ class: `pg-at pg-at-${hue}`, attributes: { 'data-at': names } }).range(doc.line(line).from),
        );
      view.dispatch({ effects: setStandingLines.of(Decoration.set(marks)) });
    },
    format() {
      const changes = indentRange(view.state, 0, view.state.doc.length);
      view.dispatch({ changes });
    },
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  };
}
