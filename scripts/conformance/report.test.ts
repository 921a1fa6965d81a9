import { expect, test } from 'vitest';
import { areaOf, conformanceRows, functionOf } from '../../runtime/conformance/rows';
import { rowsNotPassed, tableOfClasses } from './report';

const rows = conformanceRows.filter(({ testClass }) => testClass === 'TestInitializers' || testClass === 'OtherTest');
const outcomes = new Map([
  ['TestInitializers.test_manager_initializer', { passed: true, why: '' }],
  ['TestInitializers.test_pool_initializer', { passed: false, why: 'AssertionError: 1 != 2\n  at main.ts' }],
]);

test('there are the 300 rows that hold here', () => {
  expect(conformanceRows).toHaveLength(300);
  expect(new Set(conformanceRows.map(({ name }) => name)).size).toBe(300);
});

test('names of classes and methods become those of files and functions', () => {
  expect(
    ['WithProcessesTestSharedCTypes', 'TestSimpleQueue', 'OtherTest', 'MiscTestCase', '_TestImportStar'].map(areaOf),
  ).toEqual(['shared-ctypes', 'simple-queue', 'other', 'misc', 'import-star']);
  expect(['test__all__', 'test_barrier_10', 'test_shared_memory_ShareableList_basics'].map(functionOf)).toEqual([
    'testAll',
    'testBarrier10',
    'testSharedMemoryShareableListBasics',
  ]);
});

test('the table counts by class', () => {
  expect(tableOfClasses(rows, outcomes)).toBe('OtherTest          0 / 2  ←\nTestInitializers   1 / 2  ←');
});

test('what did not pass says why', () => {
  expect(rowsNotPassed(rows, outcomes, { 'OtherTest.test_answer_challenge_auth_failure': 'no reason' })).toEqual([
    '  OtherTest.test_answer_challenge_auth_failure: no reason',
    '  OtherTest.test_deliver_challenge_auth_failure: not written',
    '  TestInitializers.test_pool_initializer: AssertionError: 1 != 2',
  ]);
});
