export interface BrowserReport {
  readonly name: string;
  readonly note: string;
  /** Null when the browser is not on the machine of the run. */
  readonly version: string | null;
  /** One for each promise, in their order. */
  readonly outcomes: readonly Outcome[];
}

export interface Outcome {
  readonly promise: string;
  readonly isKept: boolean;
  /** What was seen, or why not. */
  readonly text: string;
}

/** `docs/browsers.md`. What was seen by hand or cannot be seen here is in `remarks`. */
export function browsersPage(reports: readonly BrowserReport[], date: string, remarks: string): string {
  const present = reports.filter(({ version }) => version !== null);
  const promises = present[0]?.outcomes.map(({ promise }) => promise) ?? [];
  const rows = promises.map((promise, index) => {
    const cells = present.map(({ outcomes }) => {
      const outcome = outcomes[index];
      return outcome?.isKept === true ? outcome.text : '**no**';
    });
    return `| ${[promise, ...cells].join(' | ')} |`;
  });
  const failures = present.flatMap(({ name, outcomes }) =>
    outcomes
      .filter(({ isKept }) => !isKept)
      .map(({ promise, text }) => `- ${name}, “${promise}”: \`${text.replaceAll('`', "'").slice(0, 300)}\``),
  );
  return `# What works in which browser

Made by \`npm run browsers\` on ${date}; not edited by hand. Each cell is a run of the real site in the real browser.

| | ${present.map(({ version }) => version).join(' | ')} |
| --- |${' --- |'.repeat(present.length)}
${rows.join('\n')}

${present.map(({ name, note }) => `- ${name}: ${note}.`).join('\n')}
${reports
  .filter(({ version }) => version === null)
  .map(({ name }) => `- ${name} was not on the machine of this run.`)
  .join('\n')}${failures.length === 0 ? '' : `\n\n## What failed\n\n${failures.join('\n')}`}

${remarks.trim()}
`;
}
