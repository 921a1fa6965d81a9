import { Process } from 'multiprocessing';

function bake(cake: string) {
  console.log(`a ${cake} cake`);
}

const p = new Process({ target: bake, args: ['plum'] });
p.start();
p.join();
console.log('done');
