import { Process } from 'multiprocessing';

function f() {
  console.log('hello');
}

const p = new Process({ target: f });
p.start();
p.join();
console.log('parent: exitcode', p.exitcode);
