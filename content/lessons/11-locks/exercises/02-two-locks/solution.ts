import { Lock, Process } from 'multiprocessing';

function dine(name: string, first: Lock, second: Lock) {
  using _one = first.hold();
  using _two = second.hold();
  console.log(`${name} eats`);
}

if (import.meta.main) {
  const left = new Lock();
  const right = new Lock();
  const plato = new Process({ name: 'Plato', target: dine, args: ['Plato', left, right] });
  const hegel = new Process({ name: 'Hegel', target: dine, args: ['Hegel', left, right] });
  plato.start();
  hegel.start();
  plato.join();
  hegel.join();
}
