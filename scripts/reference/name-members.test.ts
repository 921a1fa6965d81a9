import type { ReferenceMember } from '@/app/_reference/reference-schema';
import { expect, test } from 'vitest';
import { nameMembers } from './name-members';

function entry(name: string, pythonName: string | null, members: readonly ReferenceMember[] = []): ReferenceMember {
  const text = { summary: '', parameters: [], returns: null, errors: [], difference: null, examples: [] };
  return { ...text, name, kind: 'class', signature: '', pythonName, members, file: '' };
}

test('a method has the name of Python’s, where Python has it and its docstring says no other', () => {
  const pool = entry('Pool', 'multiprocessing.Pool', [
    entry('applyAsync', null),
    entry('hold', null),
    entry('map', 'multiprocessing.pool.Pool.map'),
  ]);
  const python = { 'multiprocessing.pool': { Pool: ['apply_async', 'map'] } };
  const [module] = nameMembers([{ name: 'multiprocessing/pool', members: [pool] }], python);
  expect(module?.members[0]?.members.map(({ pythonName }) => pythonName)).toEqual([
    'multiprocessing.pool.Pool.apply_async',
    null,
    'multiprocessing.pool.Pool.map',
  ]);
});
