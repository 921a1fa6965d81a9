import { Pipe, Process } from 'multiprocessing';
import type { Connection } from 'multiprocessing/connection';

function cook(window: Connection<string>) {
  const order = window.recv();
  console.log('  cook: so it is', order);
  window.send(`one ${order}, hot`);
  window.send('enjoy');
  window.close();
}

if (import.meta.main) {
  const [ours, theirs] = Pipe<string>();
  const p = new Process({ target: cook, args: [theirs] });
  p.start();
  ours.send('soup');
  console.log('waiter:', ours.recv());
  console.log('waiter:', ours.recv());
  p.join();
}
