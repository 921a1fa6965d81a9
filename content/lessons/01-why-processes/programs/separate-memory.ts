import { Process } from 'multiprocessing';

let counter = 0;

function addOne() {
  counter += 1;
  console.log(`child: counter is ${counter}`);
}

if (import.meta.main) {
  for (let i = 0; i < 3; i++) {
    const p = new Process({ target: addOne });
    p.start();
    p.join();
  }
  console.log(`parent: counter is ${counter}`);
}
