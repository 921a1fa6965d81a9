import { Process, currentProcess } from 'multiprocessing';

class Baker extends Process {
  bread: string;

  constructor(bread: string) {
    super();
    this.bread = bread;
  }

  override run() {
    const same = currentProcess() === this ? 'yes' : 'no';
    console.log(`  ${this.name} bakes ${this.bread}; am I the current process? ${same}`);
    this.bread = 'nothing, all sold';
  }
}

function sweep() {
  console.log(`  ${currentProcess().name} sweeps the floor`);
}

if (import.meta.main) {
  const rye = new Baker('rye');
  const sweeper = new Process({ target: sweep });
  const wheat = new Baker('wheat');
  for (const p of [rye, sweeper, wheat]) {
    p.start();
    p.join();
  }
  console.log(`parent: ${rye.name} still has ${rye.bread}`);
}
