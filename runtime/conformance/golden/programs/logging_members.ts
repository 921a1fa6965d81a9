import mp from 'multiprocessing';
import logging from 'logging';
import * as util from 'multiprocessing/util';
import sys from 'sys';
import { repr } from 'builtins';
import { py, r as R, t } from './python-text';
function child() { mp.getLogger().info('from child %s', 'x'); mp.getLogger().debug('hidden'); }
function nothing() {}
if (import.meta.main) {
  const l = mp.getLogger(); console.log(l.name, l.level, l.getEffectiveLevel(), R(l.handlers), py(l === mp.getLogger()), py(logging.getLogger('multiprocessing') === l));
  l.warning('nobody hears');
  const h = mp.logToStderr(); console.log(py(h === l), l.handlers.length, l.level); l.warning('heard'); l.info('not heard'); l.setLevel(logging.INFO); l.info('now %d %r', 5, 'r'); l.log(util.SUBWARNING, 'sub'); l.log(17, 'low'); l.log(45, 'odd level'); l.error('e'); l.critical('c'); console.log(logging.getLevelName(25), logging.getLevelName(5), logging.getLevelName(13), logging.getLevelName('INFO' as any));
  let p = new mp.Process({ target: child }); p.start(); p.join(); l.setLevel('WARNING'); console.log(l.level); t('bad level', () => l.setLevel('LOUD')); t('bad type', () => l.setLevel(null as any)); p = new mp.Process({ target: child, name: 'quiet' }); p.start(); p.join();
  mp.logToStderr(logging.ERROR); console.log(l.handlers.length); l.error('twice'); console.log(py(l.isEnabledFor(logging.ERROR)), py(l.isEnabledFor(30)), repr(l));
  for (const x of [...l.handlers]) l.removeHandler(x);
  const sh = new logging.StreamHandler(sys.stdout); sh.setFormatter(new logging.Formatter('%(name)s|%(levelname)-8s|%(levelno)d|%(message)s|%(processName)s')); l.addHandler(sh); l.error('to stdout'); sh.setLevel(logging.CRITICAL); l.error('dropped'); l.critical('kept');
  logging.basicConfig({ level: logging.INFO }); logging.info('root'); logging.getLogger('a.b').warning('child logger'); logging.getLogger('a').setLevel(logging.ERROR); logging.getLogger('a.b').warning('no'); console.log(logging.getLogger('a.b').getEffectiveLevel()); logging.warning('w %s', '[1]'); l.removeHandler(sh);
}
