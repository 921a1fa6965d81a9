import { markBootstrapped } from '../process/run-process';
import { argv } from '../stdlib/sys';
import { exitFunction } from './exit-function';
import { takeLogSettings } from './log';
import { splitPayload } from './popen-spawn';
import type { PreparationData } from './preparation';
import { type Process, standIn } from './process';
import { loads } from './reduction';

/** The life of a child, as CPython's `spawn_main` has it: run the program, unpickle the Process, run that. */
export async function spawnMain(payload: Uint8Array, loadMain: () => void): Promise<number> {
  const [preparationBytes, processBytes] = splitPayload(payload);
  const preparation = loads(preparationBytes) as PreparationData;
  const stand = standIn(preparation.name, preparation.authkey);
  stand._inheriting = true;
  takeLogSettings(preparation.log);
  argv.splice(0, argv.length, ...preparation.argv);
  loadMain();
  const process = loads(processBytes) as Process;
  stand._inheriting = false;
  markBootstrapped();
  return process._bootstrap(exitFunction);
}
