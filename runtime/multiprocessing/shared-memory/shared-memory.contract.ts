import { expect, test } from 'vitest';
import { runProgram } from '../../contract/run-program';

async function output(source: string): Promise<string[]> {
  const run = await runProgram(source);
  expect(run.stderr).toBe('');
  expect(run.exitcode).toBe(0);
  return run.stdout.trimEnd().split('\n');
}

test('a block without a name lives while somebody has it open', async () => {
  const lines = await output(`
    import { Event, Process } from 'multiprocessing';
    import { SharedMemory } from 'multiprocessing/shared_memory';
    function keep(name, open, unlinked) {
      const block = new SharedMemory({ name });
      open.set();
      unlinked.wait();
      console.log(block.buf[0]);
      try { new SharedMemory({ name }); } catch (error) { console.log(error.name); }
      const again = new SharedMemory({ name, create: true, size: 4 });
      console.log(again.buf[0], block.buf[0]);
      again.unlink();
    }
    if (import.meta.main) {
      const block = new SharedMemory({ name: 'mine', create: true, size: 4 });
      block.buf[0] = 42;
      const open = new Event(), unlinked = new Event();
      const p = new Process({ target: keep, args: ['mine', open, unlinked] });
      p.start();
      open.wait();
      block.unlink();
      block.close();
      unlinked.set();
      p.join();
    }`);
  expect(lines).toEqual(['42', 'FileNotFoundError', '0 42']);
});

test('a block outlives the process that made it, until somebody unlinks it', async () => {
  const lines = await output(`
    import { Process } from 'multiprocessing';
    import { SharedMemory } from 'multiprocessing/shared_memory';
    function make() {
      new SharedMemory({ name: 'left', create: true, size: 4 }).buf[0] = 7;
    }
    if (import.meta.main) {
      const p = new Process({ target: make });
      p.start();
      p.join();
      const block = new SharedMemory({ name: 'left' });
      console.log(block.buf[0]);
      block.unlink();
      try { new SharedMemory({ name: 'left' }); } catch (error) { console.log(error.message); }
    }`);
  expect(lines).toEqual(['7', "[Errno 2] No such file or directory: '/left'"]);
});

test('wrong names and sizes are refused as in CPython', async () => {
  const lines = await output(`
    import { SharedMemory } from 'multiprocessing/shared_memory';
    const wrong = [
      { create: true, size: -1 }, { create: true, size: 1.5 }, { create: true }, {}, { name: '' },
      { name: 'a/b', create: true, size: 1 }, { create: true, size: 2 ** 40 },
    ];
    for (const options of wrong) {
      try { new SharedMemory(options); } catch (error) { console.log(error.name + ': ' + error.message); }
    }`);
  expect(lines).toEqual([
    "ValueError: 'size' must be a positive integer",
    "TypeError: 'float' object cannot be interpreted as an integer",
    "ValueError: 'size' must be a positive number different from zero",
    "ValueError: 'name' can only be None if create=True",
    "OSError: [Errno 22] Invalid argument: '/'",
    "OSError: [Errno 22] Invalid argument: '/a/b'",
    'MemoryError:',
  ]);
});

test('a list lies in memory as in CPython, and tells of itself as there', async () => {
  const lines = await output(`
    import { ShareableList } from 'multiprocessing/shared_memory';
    const bytes = (text) => new TextEncoder().encode(text);
    const list = new ShareableList(['', 'ab', 'abcdefg', 'abcdefgh', 'éééé', bytes('12345678'), 1, false, 2.5], { name: 'list' });
    console.log(list.format, list.shm.size, String(list));
    const same = new ShareableList(null, { name: 'list' });
    list[6] = 'xy';
    console.log(same[6], same.format, same.at(-1), same.includes(2.5));
    list[1] = null;
    console.log(same[1], same.format);
    const empty = new ShareableList();
    console.log(String(empty).replace(/psm_.*'/, ''), empty.length, empty.shm.size);
    const { shm } = list;
    shm.close();
    try { list[0]; } catch (error) { console.log(error.name + ': ' + error.message); }
    try { list.index('x'); } catch (error) { console.log(error.name); }
    try { same.index('nope'); } catch (error) { console.log(error.name + ': ' + error.message); }`);
  expect(lines).toEqual([
    "8s8s8s16s8s16sqxxxxxxx?d 257 ShareableList(['', 'ab', 'abcdefg', 'abcdefgh', 'éééé', b'12345678', 1, False, 2.5], name='list')",
    'xy 8s8s8s16s8s16s8sxxxxxxx?d 2.5 true',
    'null 8sxxxxxx?x8s16s8s16s8sxxxxxxx?d',
    "ShareableList([], name=') 0 16",
    "TypeError: a bytes-like object is required, not 'NoneType'",
    'TypeError',
    "ValueError: 'nope' not in this container",
  ]);
});
