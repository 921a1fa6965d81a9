import { AuthenticationString } from '../multiprocessing/authentication-string';
import { dumps, installBind, loads } from '../multiprocessing/reduction';
import { spawnMain } from '../multiprocessing/spawn';
import { current } from '../process/context';
import type { FrontEnd } from '../process/start-process';
import { argv } from '../stdlib/sys';
import { builtinModules } from './builtin-modules';

/** The TypeScript front end: what every process worker of this project runs, on either platform. */
export const frontEnd: FrontEnd = {
  prepare: () => {
    installBind();
    // Code that has run once is compiled: the worker has time for that now, and will not when it is wanted.
    loads(dumps({ name: '', authkey: new AuthenticationString(1), argv: [''] }, { inheriting: true }).bytes);
  },
  begin: () => argv.push(...current().image.argv),
  modules: builtinModules,
  runChild: spawnMain,
};
