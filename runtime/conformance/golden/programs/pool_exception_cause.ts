import { Pool } from 'multiprocessing';
import { Exception } from 'builtins';
import { RemoteTraceback } from 'multiprocessing/pool';

class AppError extends Exception {
  constructor(readonly msg: string, readonly code: number) { super(msg, code); }
}

function f(x: number) {
  throw new AppError('bad', x);
}

if (import.meta.main) {
  using p = new Pool(1);
  try { p.apply(f, [7]); }
  catch (e) {
    if (!(e instanceof AppError)) throw e;
    const cause = e.cause as RemoteTraceback;
    const [msg, code] = e.args;
    console.log(e.name, `('${msg}', ${code})`, e.code, 'multiprocessing.pool', cause.name, e.stack === undefined ? 'False' : 'True');
    console.log(cause.message);
    console.log(cause.tb === cause.message ? 'the same' : cause.tb);
  }
}
