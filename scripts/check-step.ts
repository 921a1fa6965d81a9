import { spawn } from 'node:child_process';

/** One step of the gate: a command, or a function that throws when it does not hold. */
export interface Step {
  readonly name: string;
  /** The command's own output is shown as it comes; a quiet step shows it only when it fails. */
  readonly quiet?: boolean;
  readonly run: (show: (text: string) => void) => Promise<void>;
}

export class StepFailed extends Error {}

/** A step that runs programs of this project's node_modules one after the other. */
export function commands(name: string, lines: readonly (readonly string[])[], options: CommandOptions = {}): Step {
  return {
    name,
    quiet: options.quiet ?? false,
    run: async (show) => {
      for (const line of lines) await command(line, show, options.env ?? {});
    },
  };
}

/** Steps at the same time, for what measures nothing. When one fails, its output comes in one piece. */
export function together(...steps: readonly Step[]): Step {
  return {
    name: steps.map(({ name }) => name).join(', '),
    run: async (show) => {
      const results = await Promise.allSettled(
        steps.map(async (step) => {
          const held: string[] = [];
          try {
            await step.run((text) => held.push(text));
          } catch (error) {
            show(held.join(''));
            throw error;
          }
        }),
      );
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
  };
}

interface CommandOptions {
  readonly quiet?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

function command(line: readonly string[], show: (text: string) => void, env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    // One line through the shell, so that npx is found on Windows too.
    const child = spawn(['npx', '--no-install', ...line].join(' '), {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    });
    child.stdout.setEncoding('utf8').on('data', show);
    child.stderr.setEncoding('utf8').on('data', show);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new StepFailed(`${line.join(' ')} ended with ${signal ?? `status ${String(code)}`}`));
    });
  });
}

/** Runs the steps in order up to the first that fails, and says each one's name and duration. Returns the failed step's name. */
export async function runSteps(steps: readonly Step[], show: (text: string) => void): Promise<string | null> {
  for (const step of steps) {
    show(`▶ ${step.name}\n`);
    const started = performance.now();
    const held: string[] = [];
    try {
      await step.run(step.quiet === true ? (text) => held.push(text) : show);
    } catch (error) {
      for (const text of held) show(text);
      const reason = error instanceof StepFailed ? error.message : String(error instanceof Error ? error.stack : error);
      show(`\n✕ ${step.name} failed after ${seconds(started)}: ${reason}\n`);
      return step.name;
    }
    show(`✓ ${step.name} ${seconds(started)}\n`);
  }
  return null;
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
