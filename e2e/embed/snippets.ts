import type { FrameLocator, Page } from '@playwright/test';
import { expect } from '../fixtures';

/** The frame of a page's snippet, by its place. */
export function embedAt(page: Page, index = 0): FrameLocator {
  return page.locator('spawnpoint-snippet').nth(index).frameLocator('iframe');
}

export async function endOfEmbed(embed: FrameLocator): Promise<string> {
  const phase = embed.getByTestId('pg-phase');
  await expect(phase).toHaveText(/exited|killed|stopped|did not/, { timeout: 20_000 });
  return (await phase.innerText()).replace(/^\W+/, '');
}

/** What the program printed, by the text log for screen readers. */
export async function printed(embed: FrameLocator): Promise<string[]> {
  const lines = await embed.getByRole('log').locator('> div').allTextContents();
  return lines.map((line) => line.replace(/^.*?: /, ''));
}

/** Remembers the events of all snippets in `window.told`, as `run`, `output hello`, `exit 0`. */
export const listen = `<script>
window.told = [];
for (const type of ['run', 'output', 'exit']) {
  document.addEventListener(type, ({ detail }) => {
    told.push([type, detail.text ?? detail.exitcode].join(' ').trim());
  }, true);
}
</script>`;

export function told(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { told: string[] }).told);
}

/** How high the first snippet's frame has been told to be; empty before it was heard from. */
export function frameHeight(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector('spawnpoint-snippet')?.shadowRoot?.querySelector('iframe')?.style.height ?? '',
  );
}

/** Calls a method of a snippet; a refusal is its message. */
export function call(page: Page, method: string, ...values: unknown[]): Promise<unknown> {
  return page.evaluate(
    async ([name, args]) => {
      const snippet = document.querySelector('spawnpoint-snippet') as unknown as Record<string, (...all: unknown[]) => unknown>;
      try {
        return await snippet[name]?.(...args);
      } catch (error) {
        return (error as Error).message;
      }
    },
    [method, values] as const,
  );
}
