import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reasonToBuild } from './reason-to-build';

let folder: string;
const at = (name: string) => join(folder, name);

function touch(name: string, seconds: number): void {
  utimesSync(at(name), seconds, seconds);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spawnpoint-'));
  mkdirSync(at('sources/deep'), { recursive: true });
  for (const name of ['product', 'sources/deep/one.ts']) writeFileSync(at(name), '');
  for (const name of ['sources/deep/one.ts', 'sources/deep', 'sources']) touch(name, 1000);
  touch('product', 2000);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('what is newer than its sources need not be built', () => {
  expect(reasonToBuild(at('product'), [at('sources'), at('not-there')])).toBeNull();
});

test('what is not there has to be built', () => {
  expect(reasonToBuild(at('nothing'), [at('sources')])).toBe('it is not built');
});

test('a newer file deep in the sources is the reason', () => {
  touch('sources/deep/one.ts', 3000);
  expect(reasonToBuild(at('product'), [at('sources')])).toBe(`${at('sources/deep/one.ts')} is newer`);
});

test('a file that was removed is a reason too', () => {
  rmSync(at('sources/deep/one.ts'));
  expect(reasonToBuild(at('product'), [at('sources')])).toBe(`${at('sources/deep')} is newer`);
});
