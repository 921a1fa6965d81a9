import { Barrier, Lock, Process } from 'multiprocessing';

function dine(name: string, first: Lock, second: Lock, gate: Barrier) {
  using _one = first.hold();
  gate.wait();
  using _two = second.hold();
  console.log(`${name} eats`);
}

if (import.meta.main) {
  const left = new Lock();
  const right = new Lock();
  const gate = new Barrier(2);
  const plato = new Process({ name: 'Plato', target: dine, args: ['Plato', left, right, gate] });
  const hegel = new Process({ name: 'Hegel', target: dine, args: ['Hegel', right, left, gate] });
  plato.start();
  hegel.start();
  plato.join();
  hegel.join();
}
