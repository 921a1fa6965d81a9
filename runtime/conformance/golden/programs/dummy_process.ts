import mp from 'multiprocessing/dummy'; import os from 'os'; import threading from 'threading'; import time from 'time';
import { ValueError } from 'builtins';
import { py } from './python-text';

const x: number[] = [];
function f(n: number) {
  x.push(n); console.log(mp.currentProcess().name.split(' ')[0], py(threading.currentThread() === threading.mainThread()));
}
function bad() { throw new ValueError('in thread'); }
if (import.meta.main) {
  let p = new mp.Process({ target: f, args: [1] }) as mp.Process<any>; console.log(py(p.exitcode), py(p.isAlive()), Object.getPrototypeOf(p.constructor).name);
  p.start(); p.join(); console.log(py(p.exitcode), py(p.isAlive()), py(x), py(mp.activeChildren()));
  p = new mp.Process({ target: bad }); p.start(); p.join(); console.log('exitcode', p.exitcode);
  const q = new mp.Queue<() => number>(); q.put(() => 7); console.log(q.get()());
  const [a, b] = mp.Pipe<number[]>(); a.send(x); console.log(py(b.recv() === x));
  const m = new mp.Manager();
  console.log(/_thread\.(\w+)/.exec(String(new mp.Lock()))?.[1], new mp.Value('i', 3).constructor.name, new mp.Value('i', 3), new mp.Array('i', [1, 2]), 'module', py(m.dict({ a: 1 })), py(m.list([1])));
  console.log(py('terminate' in p), py('pid' in p), py(p.daemon));
}
void os; void time;
