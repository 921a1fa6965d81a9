import mp from 'multiprocessing';

class Worker extends mp.Process {
  constructor(readonly n: number) {
    super();
  }
  override run() {
    console.log(this.name, 'n =', this.n, py(this.isAlive()), py(mp.currentProcess() === this));
  }
}

function py(value: boolean) {
  return value ? 'True' : 'False';
}

if (import.meta.main) {
  const ps = [0, 1, 2].map((i) => new Worker(i));
  for (const p of ps) { p.start(); p.join(); }
  console.log(`[${ps.map((p) => p.exitcode).join(', ')}]`);
}
