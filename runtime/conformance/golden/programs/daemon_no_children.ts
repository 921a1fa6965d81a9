import mp from 'multiprocessing';

function leaf() { console.log('never'); }

function daemon() {
  new mp.Process({ target: leaf }).start();
}

if (import.meta.main) {
  const d = new mp.Process({ target: daemon, daemon: true });
  d.start(); d.join();
  console.log('exitcode', d.exitcode);
}
