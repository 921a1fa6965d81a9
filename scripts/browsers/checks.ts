import { readFileSync } from 'node:fs';
import { compareOutput } from '../../content/compare-output';
import { lessonFolders, programPath, readLesson } from '../../content/lesson-files';
import { parseRecording } from '../../content/recording';
import { blogPage } from '../../e2e/embed/blog';
import { openHost } from '../../e2e/embed/host-server';
import { needsClick, notIsolated } from '../../embed/script/problems';
import type { DrivenBrowser } from './driven-browser';

/** One promise, and whether a browser keeps it. */
export interface Check {
  readonly promise: string;
  /** Resolves to what was seen; throws when the promise is not kept. */
  run(browser: DrivenBrowser, site: string): Promise<string>;
}

interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitcode: number | null;
}

/** Waits in the page for `find` to be more than null, so that a slow browser is not taken for a broken one. */
const WAIT = `const until = async (find) => {
  for (const end = performance.now() + 60000; performance.now() < end; ) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Nothing came of ' + find);
};`;

const RUN = `${WAIT}
const spawnpoint = await until(() => window.spawnpoint);
const { stdout, stderr, exitcode } = await spawnpoint.run(input.source, { input: input.typed, timeout: 60 });
return { stdout, stderr, exitcode };`;

/** What a kill and the keyboard do is not in every lesson. */
const ANSWERS = `import { input } from 'builtins';
console.log(\`hello, \${input('name? ')}\`);
`;
const KILL = `import { Process } from 'multiprocessing';
function spin(): void {
  for (;;) Math.sqrt(2);
}
if (import.meta.main) {
  const p = new Process({ target: spin });
  p.start();
  p.kill();
  p.join();
  console.log(p.exitcode);
}
`;

async function runProgram(browser: DrivenBrowser, source: string, typed = ''): Promise<ProgramRun> {
  return (await browser.run(RUN, { source, typed })) as ProgramRun;
}

function expectRun(run: ProgramRun, stdout: string): string {
  if (run.stdout !== stdout || run.exitcode !== 0) throw new Error(JSON.stringify(run));
  return 'yes';
}

/** What an embed answers to a page that asks it to run, before the reader has clicked: for that, or because it never can here. */
const ASK_EMBED = `${WAIT}
const snippet = await until(() => document.querySelector('spawnpoint-snippet'));
await customElements.whenDefined('spawnpoint-snippet');
return snippet.run().then(() => 'It ran without a click', (error) => error.message);`;

async function askEmbed(browser: DrivenBrowser, site: string): Promise<unknown> {
  const host = await openHost();
  host.pages.set('/', {
    html: blogPage({ site, snippets: ['<spawnpoint-snippet src="first-process/hello"></spawnpoint-snippet>'] }),
  });
  try {
    await browser.open(host.origin);
    return await browser.run(ASK_EMBED);
  } finally {
    await host.close();
  }
}

export const checks: readonly Check[] = [
  {
    promise: 'The site loads, and its pages are isolated',
    run: async (browser, site) => {
      await browser.open(`${site}/en/lessons/first-process`);
      const isolated = await browser.run('return { isolated: self.crossOriginIsolated, title: document.title }');
      if (!(isolated as { isolated: boolean }).isolated) throw new Error(JSON.stringify(isolated));
      return 'yes';
    },
  },
  {
    promise: 'Run in a lesson runs its program, and the terminal shows what it printed',
    run: async (browser) => {
      const log = await browser.run(`${WAIT}
        const card = await until(() => document.querySelector('.pg'));
        // Until the page is awake a click does nothing.
        await until(() => {
          const phase = card.querySelector('[data-testid=pg-phase]').innerText;
          if (/ready/.test(phase)) [...card.querySelectorAll('button')].find((it) => /^Run/.test(it.getAttribute('aria-label') ?? it.innerText))?.click();
          return /exited/.test(phase);
        });
        // The terminal may still be drawing.
        await until(() => /second child is done/.test(card.querySelector('[role=log]').textContent));
        return card.querySelector('[role=log]').textContent;`);
      if (!String(log).includes('child: Hello, Ada.')) throw new Error(String(log));
      return 'yes';
    },
  },
  {
    promise: 'A program reads what is typed',
    run: async (browser, site) => {
      await browser.open(`${site}/en/playground`);
      return expectRun(await runProgram(browser, ANSWERS, 'Ada\n'), 'name? hello, Ada\n');
    },
  },
  {
    promise: 'A process in a tight loop is killed',
    run: async (browser) => expectRun(await runProgram(browser, KILL), '-9\n'),
  },
  {
    promise: 'An embed in a page of another site runs there, or shows what was recorded',
    run: async (browser, site) => {
      const answer = await askEmbed(browser, site);
      // The lessons' programs run where this page was.
      await browser.open(`${site}/en/playground`);
      if (answer === needsClick) return 'runs';
      if (answer === notIsolated) return 'recorded';
      throw new Error(String(answer));
    },
  },
  ...lessonFolders('content/lessons').map((folder): Check => {
    const { frontmatter } = readLesson(folder, 'en');
    // Two that need each other need two machines.
    const programs = Object.entries(frontmatter.programs).filter(
      ([name, rule]) => rule.beside === undefined && Object.values(frontmatter.programs).every(({ beside }) => beside !== name),
    );
    return {
      promise: `The programs of “${frontmatter.title}” print what CPython printed`,
      run: async (browser) => {
        const failures: string[] = [];
        for (const [name, rule] of programs) {
          const recording = parseRecording(readFileSync(programPath(folder, name, 'out'), 'utf8'));
          const run = await runProgram(browser, readFileSync(programPath(folder, name, 'ts'), 'utf8'));
          const comparison = compareOutput(recording, run, rule);
          if (!comparison.ok) failures.push(`${name}: ${comparison.difference}`);
        }
        if (failures.length > 0) throw new Error(failures.join('; '));
        return `${programs.length} of ${programs.length}`;
      },
    };
  }),
];
