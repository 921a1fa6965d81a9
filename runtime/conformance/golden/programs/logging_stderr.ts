import logging from 'logging';
import mp from 'multiprocessing';

function f() { mp.getLogger().info('from the child'); console.log('hi'); }

if (import.meta.main) {
  const lg = mp.logToStderr(); lg.setLevel(logging.INFO); console.log(lg.name, lg.level, mp.logToStderr() === lg ? 'True' : 'False');
  lg.warning('doomed');
  const p = new mp.Process({ target: f }); p.start(); p.join();
  using m = new mp.Manager();
  m.dict();
}
