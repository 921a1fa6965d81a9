import mp from 'multiprocessing';
import os from 'os';
import sys from 'sys';
import atexit from 'atexit';
import { BaseException, Exception, KeyError, KeyboardInterrupt, RuntimeError, SystemExit, ValueError, repr } from 'builtins';
import { py, r } from './python-text';
function bye(x: unknown) { console.log('bye', x); }
function bad() { throw new ValueError('in atexit'); }
function c_atexit() { atexit.register(bye, 1); atexit.register(bye, 2); atexit.register(bad); atexit.register(bye, 3); console.log('target done'); }
function c_unreg() { atexit.register(bye, 1); atexit.register(bye, 2); atexit.unregister(bye); console.log('unregistered'); }
function c_exit_in_atexit() { atexit.register(bye, 'last'); atexit.register(sys.exit, 9); }
function c_finally() { try { sys.exit(4); } finally { console.log('finally'); } }
function c_catch_exit() { try { sys.exit(5); } catch (e) { const x = e as SystemExit; console.log('caught', x.code, `SystemExit(${x.code})`, `(${x.args[0]},)`); } }
function c_chain() {
  try { throw new KeyError('first'); }
  catch (e) { throw Object.assign(new ValueError('chained'), { cause: e }); }
}
class MyError extends Exception {}
function c_custom() { throw new MyError('a', 2); }
function c_key() { throw new KeyError('k'); }
function c_empty() { throw new RuntimeError(); }
function c_base() { throw new BaseException('base'); }
function c_exit0() { sys.exit(''); }
function c_u_exit() { os._exit(257); }
function c_raise_exit() { throw new SystemExit(6); }
function c_raise_exit2() { throw new SystemExit('text'); }
function c_raise_exit_none() { throw new SystemExit(); }
function c_kbd() { throw new KeyboardInterrupt(); }
function c_abort() { os.abort(); }
if (import.meta.main) {
  for (const f of [c_atexit, c_unreg, c_exit_in_atexit, c_finally, c_catch_exit, c_chain, c_custom, c_key, c_empty, c_base, c_exit0, c_u_exit, c_raise_exit, c_raise_exit2, c_raise_exit_none, c_kbd, c_abort]) {
    const p = new mp.Process({ target: f, name: f.name }); p.start(); p.join(); console.log(f.name, '->', p.exitcode);
  }
  atexit.register(bye, 'main'); sys.exit(300);
}
