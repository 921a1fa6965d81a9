import type { Plugin } from 'esbuild';

const PACKAGE = 'node-inspect-extracted';
const NAMESPACE = 'late-inspect';

/** What stands in its place: `require`, unlike `import`, leaves a module alone until it is called. */
const contents = `
const late = () => require('${PACKAGE}');
export const format = (...args) => late().format(...args);
export const inspect = (...args) => late().inspect(...args);
`;

/**
 * Lets a worker load the formatter of values when something is first formatted. Loading takes ten milliseconds, a third of
 * what it takes to make a worker, and most processes print no more than texts and numbers.
 */
export const lateInspectPlugin: Plugin = {
  name: NAMESPACE,
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: new RegExp(`^${PACKAGE}$`) }, ({ namespace }) =>
      namespace === NAMESPACE ? undefined : { path: PACKAGE, namespace: NAMESPACE },
    );
    onLoad({ filter: /./, namespace: NAMESPACE }, () => ({ contents, resolveDir: import.meta.dirname }));
  },
};
