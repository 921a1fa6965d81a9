import mp from 'multiprocessing';

function leaf() {
  console.log('leaf', mp.currentProcess().name, 'parent is', mp.parentProcess()?.name);
}

function worker() {
  console.log('worker', mp.currentProcess().name);
  const a = new mp.Process({ target: leaf }), b = new mp.Process({ target: leaf }), c = new mp.Process({ name: 'deep', target: leaf });
  for (const p of [a, b, c]) {
    p.start(); p.join();
  }
}

function py(value: unknown) {
  return value === null ? 'None' : String(value);
}

if (import.meta.main) {
  console.log(mp.currentProcess().name, py(mp.parentProcess()));
  const a = new mp.Process({ target: worker });
  const b = new mp.Process({ name: 'custom', target: worker });
  const c = new mp.Process({ target: worker });
  for (const p of [a, b, c])
    console.log('made', p.name);
  for (const p of [a, b, c]) {
    p.start(); p.join();
  }
  a.name = 'renamed';
  console.log(a.name);
}
