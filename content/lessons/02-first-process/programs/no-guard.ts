import { Process } from 'multiprocessing';

function greet() {
  console.log('child: hello');
}

const p = new Process({ target: greet });
p.start();
p.join();
console.log(`parent: exit code ${p.exitcode}`);
