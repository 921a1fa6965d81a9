import next from 'eslint-config-next';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

/**
 * The layer table of docs/architecture.md: what a folder of runtime/ may import of runtime/ beside its own files.
 * Files named protocol.ts hold the types of messages and are the seam between two threads.
 */
const LAYERS = {
  errors: [],
  memory: [],
  trace: ['memory'],
  compiler: ['errors'],
  kernel: ['memory', 'box/protocol.ts', 'trace'],
  box: ['memory', 'kernel/protocol.ts'],
  page: ['memory', 'box/protocol.ts', 'kernel/protocol.ts', 'compiler/program-image.ts', 'trace'],
  process: ['memory', 'errors', 'compiler/program-image.ts', 'trace'],
  stdlib: ['process', 'errors'],
  multiprocessing: ['process', 'stdlib', 'errors', 'memory/wait-status.ts'],
};

/** The npm packages of runtime/: folder or file, and what it may import. Nothing else may be imported there. */
const PACKAGES = {
  compiler: ['sucrase', 'acorn', '@jridgewell/trace-mapping'],
  page: ['zod'],
  platform: ['node:.*'],
  contract: ['node:.*'],
  'process/format-value.ts': ['node-inspect-extracted'],
};
const TEST_PACKAGES = ['vitest', 'fast-check', 'node:.*', 'typescript', 'zod'];

const TESTS = ['**/*.test.ts', '**/*.contract.ts', '**/*.spec.ts'];

/** Where workers may be made: nobody who can block ever creates one. */
const WORKER_MAKERS = ['runtime/box/web-workers.ts', 'runtime/platform/*.ts', 'app/_components/playground/editor/monaco/*.ts'];

function zone(target, from, except, message) {
  return { target: join(root, target), from: join(root, from), except: except.map((path) => `./${path}`), message };
}

const zones = [
  ...Object.entries(LAYERS).map(([folder, allowed]) =>
    zone(
      `runtime/${folder}`,
      'runtime',
      [folder, ...allowed],
      `runtime/${folder} may import only ${allowed.join(', ') || 'its own files'} (docs/architecture.md)`,
    ),
  ),
  ...['app', 'content', 'bin', 'hosting', 'scripts', 'e2e', 'bench'].map((from) =>
    zone('runtime', from, [], 'runtime/ knows nothing of its users'),
  ),
  zone('app', 'runtime', ['index.ts', 'compiler/index.ts'], 'app/ sees the runtime through @/runtime and @/runtime/compiler'),
  ...['scripts', 'bin', 'e2e', 'bench'].map((from) => zone('app', from, [], `app/ may not import ${from}/`)),
];
const embedZones = ['app', 'runtime', 'content', 'scripts', 'bin', 'e2e', 'bench', 'hosting'].map((from) =>
  zone('embed', from, [], 'embed/ runs in other people’s pages: it imports nothing of ours'),
);
const contentZones = ['app', 'runtime', 'scripts', 'bin', 'e2e', 'bench'].map((from) =>
  zone('content', from, [], 'content/ imports nothing of ours'),
);

function onlyPackages(allowed) {
  const names = allowed.length === 0 ? '' : `|(?:${allowed.join('|')})(?:/|$)`;
  return [
    'error',
    {
      patterns: [
        {
          regex: `^(?!\\.{1,2}(?:/|$)${names})`,
          message: `Only relative imports${allowed.map((name) => `, ${name}`).join('')} here.`,
        },
      ],
    },
  ];
}

const sharedMemoryGlobals = ['Atomics', 'SharedArrayBuffer'].map((name) => ({
  name,
  message: 'Only runtime/memory touches shared memory.',
}));

const newWorker = {
  selector: 'NewExpression:matches([callee.name=/^(Shared)?Worker$/], [callee.property.name=/^(Shared)?Worker$/])',
  message: 'Only the box, the platforms and the editor make workers: nobody who can block ever creates one.',
};

export default tseslint.config(
  {
    ignores: [
      '.next*/**',
      'dist/**',
      'out/**',
      'public/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
      'content/lessons/*/programs/**',
      'content/lessons/*/exercises/*/{start,solution}.ts',
      'runtime/conformance/golden/programs/**',
      'runtime/conformance/types/**',
      'runtime/conformance/cpython/**',
      'runtime/stress/programs/**',
      'bench/programs/**',
      'e2e/programs/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in texts are what most of our texts are about.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: false },
      ],
      // An early `return stop();` reads well, and what it returns is typed anyway.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Ports are objects of closures, made to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      'no-console': 'off',
      // Types are compared by what they have: an exception is one although it was called without `new`.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The enums here are those of packages, and importing one would load the package.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'mdx-components.tsx'],
    extends: [next],
    // The default asks the plugin to find React by an interface that newer ESLint has not.
    settings: { react: { version: '19.3' } },
    rules: {
      // For React's compiler, which we do not use.
      'react-hooks/preserve-manual-memoization': 'off',
      // A ref that a parent hands down is there to be filled; all other props are readonly by their types.
      'react-hooks/immutability': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js'], tsconfig: { configFile: join(root, 'tsconfig.json') } }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...embedZones, ...contentZones] }],
      'no-restricted-globals': ['error', ...sharedMemoryGlobals],
      'no-restricted-syntax': ['error', newWorker],
    },
  },
  // The contract is one suite over all layers, and content's programs are run by it. Tests of processes compile some.
  {
    files: ['runtime/**/*.contract.ts', 'runtime/contract/**', 'content/**/*.contract.ts', 'runtime/process/*.test.ts'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  {
    // The checks of exercises are code of ours: they ask about the trace of a run, and import nothing else.
    files: ['content/lessons/*/exercises/*/check.ts'],
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: [zone('content', 'runtime', ['trace'], 'a check imports runtime/trace only')] },
      ],
      // What is told of a process that is not there says so.
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['content/**/*.test.ts'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
  { files: ['runtime/**/*.ts'], rules: { 'no-restricted-imports': onlyPackages([]) } },
  ...Object.entries(PACKAGES).map(([where, names]) => ({
    files: [`runtime/${where.endsWith('.ts') ? where : `${where}/**/*.ts`}`],
    rules: { 'no-restricted-imports': onlyPackages(names) },
  })),
  {
    files: TESTS.map((pattern) => `runtime/${pattern}`),
    rules: { 'no-restricted-imports': onlyPackages([...TEST_PACKAGES, ...Object.values(PACKAGES).flat()]) },
  },
  {
    files: ['runtime/memory/**/*.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Atomics', property: 'wait', message: 'Only park.ts blocks: a process sleeps only on its own park word.' },
      ],
    },
  },
  { files: ['runtime/memory/park.ts'], rules: { 'no-restricted-properties': 'off' } },
  // The probes of the sandbox try what is forbidden.
  { files: ['e2e/**'], rules: { 'no-restricted-syntax': 'off', 'no-restricted-globals': 'off' } },
  { files: WORKER_MAKERS, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: TESTS,
    rules: {
      // What a test asserts it may assume.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
