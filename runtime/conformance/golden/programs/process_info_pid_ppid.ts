import { Process } from 'multiprocessing';
import os from 'os';

function info(title: string) {
  console.log(title);
  console.log('module name:', import.meta.main ? '__main__' : '__mp_main__');
  console.log('parent process:', os.getppid());
  console.log('process id:', os.getpid());
}

function f(name: string) {
  info('function f');
  console.log('hello', name);
}

if (import.meta.main) {
  info('main line');
  const p = new Process({ target: f, args: ['bob'] });
  p.start();
  p.join();
}
