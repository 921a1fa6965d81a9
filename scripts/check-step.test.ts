import { expect, test } from 'vitest';
import { StepFailed, commands, runSteps, together } from './check-step';

async function outputOf(...steps: Parameters<typeof runSteps>[0]): Promise<{ failed: string | null; text: string }> {
  let text = '';
  const failed = await runSteps(steps, (more) => (text += more));
  return { failed, text: text.replace(/\d+\.\d s/g, 'N s') };
}

const passing = { name: 'one', run: () => Promise.resolve() };

test('says the name and the duration of each step', async () => {
  const { failed, text } = await outputOf(passing, { ...passing, name: 'two' });
  expect(failed).toBeNull();
  expect(text).toBe('▶ one\n✓ one N s\n▶ two\n✓ two N s\n');
});

test('stops at the first step that fails and says why', async () => {
  const failing = { name: 'two', run: () => Promise.reject(new StepFailed('it does not hold')) };
  const { failed, text } = await outputOf(passing, failing, { ...passing, name: 'three' });
  expect(failed).toBe('two');
  expect(text).toBe('▶ one\n✓ one N s\n▶ two\n\n✕ two failed after N s: it does not hold\n');
});

test('a quiet step shows its output only when it fails', async () => {
  const quiet = (name: string, fails: boolean) => ({
    name,
    quiet: true,
    run: (show: (text: string) => void) => {
      show(`output of ${name}\n`);
      return fails ? Promise.reject(new StepFailed('no')) : Promise.resolve();
    },
  });
  const { text } = await outputOf(quiet('one', false), quiet('two', true));
  expect(text).not.toContain('output of one');
  expect(text).toContain('output of two');
});

test('of steps at the same time, the one that fails shows its output', async () => {
  const waiting = {
    name: 'one',
    run: (show: (text: string) => void) => {
      show('of one\n');
      return Promise.resolve();
    },
  };
  const failing = {
    name: 'two',
    run: (show: (text: string) => void) => {
      show('of ');
      show('two\n');
      return Promise.reject(new StepFailed('no'));
    },
  };
  const { failed, text } = await outputOf(together(waiting, failing));
  expect(failed).toBe('one, two');
  expect(text).toBe('▶ one, two\nof two\n\n✕ one, two failed after N s: no\n');
});

test('a command that ends with another status than 0 fails its step', async () => {
  const { failed, text } = await outputOf(commands('compile', [['tsc', '--no-such-option']], { quiet: true }));
  expect(failed).toBe('compile');
  expect(text).toContain('--no-such-option');
  expect(text).toContain('ended with status');
});
