import mp from 'multiprocessing';

if (import.meta.main) {
  const p = new mp.Process({ target: () => console.log('x') });
  p.start();
}
