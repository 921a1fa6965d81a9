import { FileExistsError, FileNotFoundError, IndexError, ValueError, bytes, range } from 'builtins';
import { SharedMemoryManager } from 'multiprocessing/managers';
import { type Shareable, ShareableList, SharedMemory, type SharedMemoryOptions } from 'multiprocessing/shared_memory';
import os from 'os';
import pickle from 'pickle';
import {
  assertEqual,
  assertGreaterEqual,
  assertIn,
  assertIsInstance,
  assertLess,
  assertNotEqual,
  assertRaises,
  assertRaisesRegex,
  assertTrue,
} from './assertions';
import { Process } from './variant';

function newName(prefix: string): string {
  return `${prefix}${os.getpid()}`;
}

/** The bytes of a block that is open. */
function bufferOf({ buf }: SharedMemory): Uint8Array {
  if (buf === null) throw new ValueError('closed');
  return buf;
}

function attachExistingThenWrite(nameOrBlock: string | SharedMemory, data: Uint8Array): void {
  const local = typeof nameOrBlock === 'string' ? new SharedMemory({ name: nameOrBlock }) : nameOrBlock;
  bufferOf(local).set(data);
  local.close();
}

/** What `Math.random` answers while `action` runs; the new names of blocks come from there. */
function withRandom(numbers: number[], action: () => SharedMemory): SharedMemory {
  const { random } = Math;
  let next = 0;
  Math.random = () => numbers[next++];
  try {
    return action();
  } finally {
    Math.random = random;
  }
}

/** The names that come up are taken, then free. */
function checkNamesThatAreTaken(): void {
  const first = range(8).fill(0.1);
  const second = range(8).fill(0.9);
  const create = () => new SharedMemory({ create: true, size: 1 });
  const one = withRandom([...first, ...second], create);
  assertEqual(one.name, 'psm_11111111');
  const two = withRandom([...first, ...second], create);
  assertEqual(two.name, 'psm_eeeeeeee');
  one.unlink();
  two.unlink();
}

/** Makes a block, or takes the one of that name: O_CREAT without O_EXCL. */
class OptionalAttachSharedMemory extends SharedMemory {
  constructor({ name, size }: SharedMemoryOptions) {
    try {
      super({ name, size, create: true });
    } catch (error) {
      if (!(error instanceof FileExistsError)) throw error;
      super({ name });
    }
  }
}

export function testSharedMemoryBasics(): void {
  const name = newName('test01_tsmb');
  const sms = new SharedMemory({ name, create: true, size: 512 });

  assertEqual(sms.name, name);
  assertGreaterEqual(sms.size, 512);
  assertGreaterEqual(bufferOf(sms).length, sms.size);

  assertIn(sms.name, String(sms));
  assertIn(String(sms.size), String(sms));

  bufferOf(sms)[0] = 42;
  assertEqual(bufferOf(sms)[0], 42);

  const also = new SharedMemory({ name });
  assertEqual(bufferOf(also)[0], 42);
  also.close();

  // A size is not for those who attach.
  const same = new SharedMemory({ name, size: 20 * sms.size });
  assertLess(same.size, 20 * sms.size);
  same.close();

  assertRaises(ValueError, () => new SharedMemory({ create: true, size: -2 }));
  assertRaises(ValueError, () => new SharedMemory({ create: false }));

  checkNamesThatAreTaken();

  const nameUnlinkedTwice = newName('test01_dblunlink');
  const one = new SharedMemory({ name: nameUnlinkedTwice, create: true, size: 5000 });
  assertGreaterEqual(one.size, 5000);
  const two = new SharedMemory({ name: nameUnlinkedTwice });
  two.unlink();
  two.close();
  one.close();
  assertRaises(FileNotFoundError, () => one.unlink());

  assertRaises(FileExistsError, () => new SharedMemory({ name, create: true, size: 512 }));

  const okIfExists = new OptionalAttachSharedMemory({ name, size: 1 });
  assertEqual(okIfExists.size, sms.size);
  okIfExists.close();

  assertRaises(FileNotFoundError, () => new SharedMemory({ name: 'test01_notthere' }));

  sms.close();
  sms.unlink();
}

export function testSharedMemoryRecreate(): void {
  checkNamesThatAreTaken();
}

export function testInvalidSharedMemoryCration(): void {
  assertRaises(ValueError, () => new SharedMemory({ create: true, size: -1 }));
  assertRaises(ValueError, () => new SharedMemory({ create: true, size: 0 }));
  assertRaises(ValueError, () => new SharedMemory({ create: true }));
}

function firstSix(block: SharedMemory): Uint8Array {
  return bufferOf(block).slice(0, 6);
}

export function testSharedMemoryPickleUnpickle(): void {
  const sms = new SharedMemory({ create: true, size: 512 });
  bufferOf(sms).set(bytes('pickle'));

  const sms2 = pickle.loads(pickle.dumps(sms));
  assertIsInstance(sms2, SharedMemory);
  const copy = sms2 as SharedMemory;
  assertEqual(sms.name, copy.name);
  assertEqual(firstSix(sms), bytes('pickle'));
  assertEqual(firstSix(copy), bytes('pickle'));

  bufferOf(sms).set(bytes('newval'));
  assertEqual(firstSix(sms), bytes('newval'));
  assertEqual(firstSix(copy), bytes('newval'));

  bufferOf(copy).set(bytes('oldval'));
  assertEqual(firstSix(sms), bytes('oldval'));
  assertEqual(firstSix(copy), bytes('oldval'));
  sms.unlink();
}

export function testSharedMemoryPickleUnpickleDeadObject(): void {
  const sms = new SharedMemory({ create: true, size: 512 });
  bufferOf(sms).set(bytes('pickle'));
  const pickled = pickle.dumps(sms);

  sms.close();
  sms.unlink();

  assertRaises(FileNotFoundError, () => pickle.loads(pickled));
}

export function testSharedMemoryAcrossProcesses(): void {
  const sms = new SharedMemory({ create: true, size: 512 });
  for (const [nameOrBlock, text] of [
    [sms.name, 'howdy'],
    [sms, 'HELLO'],
  ] as const) {
    const p = new Process({ target: attachExistingThenWrite, args: [nameOrBlock, bytes(text)] });
    p.daemon = true;
    p.start();
    p.join();
    assertEqual(bufferOf(sms).slice(0, 5), bytes(text));
  }
  sms.close();
  sms.unlink();
}

export function testSharedMemorySharedMemoryManagerBasics(): void {
  const smm1 = new SharedMemoryManager();
  assertRaises(ValueError, () => smm1.SharedMemory({ size: 9 }));
  smm1.start();
  const lol = range(5, 10).map((i) => smm1.ShareableList(range(i)));
  const lom = range(32, 128, 16).map((j) => smm1.SharedMemory({ size: j }));
  const [first] = lol;
  const [block] = lom;
  if (first === undefined || block === undefined) throw new ValueError('nothing was made');
  assertEqual(new ShareableList(null, { name: first.shm.name }).length, 5);
  assertGreaterEqual(bufferOf(new SharedMemory({ name: block.name })).length, 32);
  const heldName = block.name;
  smm1.shutdown();
  assertRaises(FileNotFoundError, () => new SharedMemory({ name: heldName }));

  const held = { name: '' };
  {
    using smm2 = new SharedMemoryManager();
    smm2.start();
    const list = smm2.ShareableList('howdy');
    assertEqual([...list], ['h', 'o', 'w', 'd', 'y']);
    assertGreaterEqual(smm2.SharedMemory(128).size, 128);
    held.name = list.shm.name;
  }
  assertRaises(FileNotFoundError, () => new ShareableList(null, { name: held.name }));
}

export function testSharedMemoryShareableListBasics(): void {
  const items = ['howdy', bytes('HoWdY'), -273.154, 100, null, true, 42];
  const sl = new ShareableList<Shareable>(items);

  assertIn(sl.shm.name, String(sl));
  assertIn("['howdy', b'HoWdY', -273.154, 100, None, True, 42]", String(sl));

  assertRaises(IndexError, () => sl[7]);
  assertRaises(IndexError, () => {
    sl[7] = 2;
  });

  const { format } = sl;
  sl[0] = 'howdy';
  assertEqual(format, sl.format);
  assertEqual(sl.format, '8s8sdqxxxxxx?xxxxxxxx?q');

  assertEqual(sl.length, 7);

  assertRaises(ValueError, () => sl.index('100'));
  assertEqual(sl.index(100), 3);

  assertEqual(sl[0], 'howdy');
  assertEqual(sl.at(-2), true);
  assertEqual([...sl], items);

  sl[3] = 42;
  assertEqual(sl[3], 42);
  sl[4] = 'some';
  assertEqual(sl[4], 'some');
  assertEqual(sl.format, '8s8sdq8sxxxxxxx?q');
  const assertTooLong = (index: number, item: Shareable) =>
    assertRaisesRegex(ValueError, /exceeds available storage/, () => {
      sl[index] = item;
    });
  assertTooLong(4, 'far too many');
  assertEqual(sl[4], 'some');
  // Eight bytes of UTF-8, then nine.
  sl[0] = 'encodés';
  assertEqual(sl[0], 'encodés');
  assertEqual(sl[1], bytes('HoWdY'));
  assertTooLong(0, 'encodées');
  assertEqual(sl[1], bytes('HoWdY'));
  assertTooLong(1, bytes('123456789'));
  assertEqual(sl[1], bytes('HoWdY'));

  assertEqual(sl.count(42), 2);
  assertEqual(sl.count(bytes('HoWdY')), 1);
  assertEqual(sl.count(bytes('adios')), 0);

  const nameOfCopy = newName('test03_duplicate');
  const copy = new ShareableList(sl, { name: nameOfCopy });
  assertNotEqual(sl.shm.name, copy.shm.name);
  assertEqual(nameOfCopy, copy.shm.name);
  assertEqual([...sl], [...copy]);
  assertEqual(sl.format, copy.format);
  copy[6] = 77;
  assertEqual(copy.at(-1), 77);
  assertNotEqual(sl.at(-1), 77);
  copy.shm.close();
  copy.shm.unlink();

  const tethered = new ShareableList(null, { name: sl.shm.name });
  assertEqual(sl.shm.name, tethered.shm.name);
  tethered[6] = 880;
  assertEqual(sl.at(-1), 880);
  tethered.shm.close();

  sl.shm.close();
  sl.shm.unlink();

  const empty = new ShareableList();
  assertEqual(empty.length, 0);
  assertEqual(empty.format, '');
  assertEqual(empty.count('any'), 0);
  assertRaises(ValueError, () => empty.index(null));
  empty.shm.close();
  empty.shm.unlink();
}

export function testSharedMemoryShareableListPickling(): void {
  const sl = new ShareableList<number | string>(range(10));
  const pickled = pickle.dumps(sl);
  const loaded = pickle.loads(pickled);
  assertIsInstance(loaded, ShareableList);
  const same = loaded as ShareableList<number | string>;
  assertEqual(same.at(-1), 9);
  assertTrue(sl !== same);

  same[4] = 'changed';
  assertEqual(sl[4], 'changed');
  sl[3] = 'newvalue';
  assertEqual(same[3], 'newvalue');

  // What travels is the name.
  const larger = new ShareableList(range(400));
  assertEqual(pickled.length, pickle.dumps(larger).length);
  larger.shm.close();
  larger.shm.unlink();

  same.shm.close();
  sl.shm.close();
  sl.shm.unlink();
}

export function testSharedMemoryShareableListPicklingDeadObject(): void {
  const sl = new ShareableList(range(10));
  const pickled = pickle.dumps(sl);

  sl.shm.close();
  sl.shm.unlink();

  assertRaises(FileNotFoundError, () => pickle.loads(pickled));
}
