import { Process } from 'multiprocessing';

function greet(first: string, second: string) {
  console.log(`hello, ${first} and ${second}`);
}

if (import.meta.main) {
  const p = new Process({ name: 'greeter', target: greet, args: ['Ada', '...'] });
  console.log('goodbye');
}
