import { Process, currentProcess } from 'multiprocessing';
import { AssertionError } from 'builtins';

function leaf() {
  console.log('    leaf: hello');
}

function branch() {
  const me = currentProcess();
  const p = new Process({ target: leaf });
  console.log(`  ${me.name}: daemon? ${me.daemon ? 'yes' : 'no'}`);
  console.log(`  ${me.name}: and a process I make? ${p.daemon ? 'yes' : 'no'}`);
  try {
    p.start();
    p.join();
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    console.log(`  ${me.name}: ${error.message}`);
  }
}

if (import.meta.main) {
  for (const [name, daemon] of [['ordinary', false], ['daemon', true]] as const) {
    const p = new Process({ name, target: branch, daemon });
    p.start();
    p.join();
    console.log(`${p.name} ended with ${p.exitcode}`);
  }
}
