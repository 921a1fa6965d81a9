import { Process } from 'multiprocessing';

function help() {
  console.log('helper: at work');
}

function manage() {
  const helper = new Process({ name: 'helper', target: help });
  helper.start();
  helper.join();
}

if (import.meta.main) {
  const manager = new Process({ name: 'manager', target: manage });
  manager.start();
  manager.join();
  console.log(`manager: ${manager.exitcode}`);
}
