import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';

test.each(['kernel', 'process', 'threads'])('V8 takes the code that was compiled for the %s thread', (name) => {
  const filename = join(import.meta.dirname, '../../dist/node', `${name}.cjs`);
  const script = new Script(readFileSync(filename, 'utf8'), { filename, cachedData: readFileSync(`${filename}.cache`) });
  expect(script.cachedDataRejected).toBe(false);
});
