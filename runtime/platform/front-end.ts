import { installBind } from '../multiprocessing/reduction';
import { spawnMain } from '../multiprocessing/spawn';
import { current } from '../process/context';
import type { FrontEnd } from '../process/start-process';
import { argv } from '../stdlib/sys';
import { builtinModules } from './builtin-modules';

/** The TypeScript front end: what every process worker of this project runs, on either platform. */
export const frontEnd: FrontEnd = {
  prepare: installBind,
  begin: () => argv.push(...current().image.argv),
  modules: builtinModules,
  runChild: spawnMain,
};
