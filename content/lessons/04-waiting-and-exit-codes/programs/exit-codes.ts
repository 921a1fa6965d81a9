import { Process } from 'multiprocessing';
import { ValueError } from 'builtins';
import os from 'os';
import sys from 'sys';
import time from 'time';

function finish() {
  return 42;
}

function fail() {
  throw new ValueError('the oven is cold');
}

function leave(status: number | string | null) {
  sys.exit(status);
}

function vanish(status: number) {
  os._exit(status);
}

function wait() {
  time.sleep(60);
}

function run(p: Process) {
  p.start();
  if (p.name === 'terminate()') p.terminate();
  if (p.name === 'kill()') p.kill();
  p.join();
  console.log(`${p.name}: exit code ${p.exitcode}`);
}

if (import.meta.main) {
  run(new Process({ name: 'return 42', target: finish }));
  run(new Process({ name: 'exception', target: fail }));
  run(new Process({ name: 'sys.exit()', target: leave, args: [null] }));
  run(new Process({ name: 'sys.exit(3)', target: leave, args: [3] }));
  run(new Process({ name: 'sys.exit(-1)', target: leave, args: [-1] }));
  run(new Process({ name: 'sys.exit(256)', target: leave, args: [256] }));
  run(new Process({ name: "sys.exit('no flour left')", target: leave, args: ['no flour left'] }));
  run(new Process({ name: 'os._exit(7)', target: vanish, args: [7] }));
  run(new Process({ name: 'terminate()', target: wait }));
  run(new Process({ name: 'kill()', target: wait }));
}
