import mp from 'multiprocessing';

function leaf() {}
function show() {
  console.log('child daemon flag', py(mp.currentProcess().daemon), 'new process default', py(new mp.Process({ target: leaf }).daemon));
}

function py(value: boolean) {
  return value ? 'True' : 'False';
}

if (import.meta.main) {
  for (const d of [false, true]) {
    const p = new mp.Process({ target: show, daemon: d }); p.start(); p.join();
  }
}
