import { expect, test } from 'vitest';
import { type Machine, knownChromium } from './find-chromium';

function machine(parts: Partial<Machine>, ...files: string[]): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    playwright: '/cache/chrome',
    exists: (path) => files.includes(path),
    ...parts,
  };
}

test('CHROME_PATH comes first', () => {
  const env = { CHROME_PATH: '/mine', PATH: '/usr/bin' };
  expect(knownChromium(machine({ env }, '/mine', '/usr/bin/chromium'))).toBe('/mine');
});

test('a CHROME_PATH that names nothing is an error', () => {
  expect(() => knownChromium(machine({ env: { CHROME_PATH: '/mine' } }, '/usr/bin/chromium'))).toThrow(
    'CHROME_PATH names: /mine',
  );
});

test("the system's comes before Playwright's", () => {
  expect(knownChromium(machine({}, '/usr/bin/google-chrome', '/cache/chrome'))).toBe('/usr/bin/google-chrome');
  expect(knownChromium(machine({}, '/cache/chrome'))).toBe('/cache/chrome');
});

test('macOS and Windows have places of their own', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(knownChromium(machine({ platform: 'darwin' }, chrome))).toBe(chrome);
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
  expect(knownChromium(machine({ platform: 'win32', env }, edge))).toBe(edge);
});

test('a machine without any has none', () => {
  expect(knownChromium(machine({}))).toBeNull();
});
