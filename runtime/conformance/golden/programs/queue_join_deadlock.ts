import mp from 'multiprocessing';

function f(q: mp.Queue<string>) { q.put('X'.repeat(1000000)); }

if (import.meta.main) {
  const q = new mp.Queue<string>();
  const p = new mp.Process({ target: f, args: [q] }); p.start();
  p.join(1.0); console.log('alive before the queue is drained:', p.isAlive() ? 'True' : 'False');
  console.log(q.get().length); p.join(); console.log('alive after:', p.isAlive() ? 'True' : 'False');
}
