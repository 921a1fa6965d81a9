import { Lock, Value } from 'multiprocessing';
import { RawArray } from 'multiprocessing/sharedctypes';

function yesOrNo(x: boolean) {
  return x ? 'yes' : 'no';
}

if (import.meta.main) {
  const usual = new Value('i', 5);
  console.log('by default:', String(usual.getLock()));

  const lock = new Lock();
  const [first, second] = [new Value('i', 1, { lock }), new Value('i', 2, { lock })];
  console.log('my own lock:', String(first.getLock()));
  console.log('the same for both?', yesOrNo(first.getLock() === second.getLock()));

  const bare = new Value('i', 5, { lock: false });
  console.log('without:', bare.value, 'and a lock?', yesOrNo('getLock' in bare));
  const raw = new RawArray('i', [1, 2, 3]);
  console.log('raw array:', ...raw, 'and a lock?', yesOrNo('getLock' in raw));
}
