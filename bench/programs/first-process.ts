import { Process } from 'multiprocessing';

function child() {
  console.log('here');
}

if (import.meta.main) {
  const p = new Process({ target: child });
  p.start();
  p.join();
}
