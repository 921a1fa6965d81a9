import { expect, type Locator } from '@playwright/test';

/** Goes to edit as a reader does, and waits for the editor that comes. */
export async function openEditor(card: Locator): Promise<void> {
  await card.getByTestId('pg-code').click();
  await expect(card.locator('.monaco-editor, .cm-editor').first()).toBeVisible({ timeout: 30_000 });
  await expect(card.getByRole('textbox', { name: /^(?:Editor|编辑器)/ })).toBeFocused();
}

/** Puts a program in the place of what is there, whichever editor shows it: a reader who pastes before Monaco has come. */
export async function setProgram(card: Locator, source: string): Promise<void> {
  const editor = card.getByRole('textbox', { name: /^Editor/ });
  await editor.focus();
  // Not before the script is there that keeps what is written.
  await expect(editor).toBeEditable();
  await card.page().keyboard.press('ControlOrMeta+A');
  await card.page().keyboard.insertText(source);
}

/** Pastes a program over what is in the editor that has come; typing it would have the editor indent and close brackets. */
export async function writeProgram(card: Locator, source: string): Promise<void> {
  await openEditor(card);
  const page = card.page();
  const lines = card.locator('.view-line, .cm-line').filter({ hasText: /\S/ });
  await page.keyboard.press('ControlOrMeta+A');
  // What was there may end with the same line, and Monaco pastes a moment later.
  await page.keyboard.press('Delete');
  await expect(lines).toHaveCount(0);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, source);
  const last = source.trimEnd().split('\n').at(-1) ?? '';
  await expect(lines.last()).toHaveText(last.trim());
}

/** The code as the reader sees it: the static text, or the editor that has taken its place. */
export function shownCode(card: Locator): Locator {
  return card.locator('.pg-plain:visible, .view-lines:visible, .cm-content:visible').first();
}

/** A program whose main part this is. */
export function main(...lines: string[]): string {
  return `if (import.meta.main) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** Prints for ever. */
export const FLOOD = `let i = 0;\n${main('while (true) console.log(i++);')}`;
