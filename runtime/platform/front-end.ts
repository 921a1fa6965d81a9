import { installBind } from '../multiprocessing/reduction';
import { spawnMain } from '../multiprocessing/spawn';
import type { FrontEnd } from '../process/start-process';
import { builtinModules } from './builtin-modules';

/** The TypeScript front end: what every process worker of this project runs, on either platform. */
export const frontEnd: FrontEnd = { prepare: installBind, modules: builtinModules, runChild: spawnMain };
