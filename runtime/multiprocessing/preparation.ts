import { RuntimeError } from '../errors';
import { argv } from '../stdlib/sys';
import { type LogSettings, logSettings } from './log';
import { currentProcess } from './process';

/** What a child needs to know before it runs the program. */
export interface PreparationData {
  readonly name: string;
  readonly authkey: Uint8Array;
  readonly argv: readonly string[];
  readonly log: LogSettings;
}

export function preparationData(name: string): PreparationData {
  checkNotImportingMain();
  return { name, authkey: new Uint8Array(currentProcess().authkey), argv, log: logSettings() };
}

function checkNotImportingMain(): void {
  if (!currentProcess()._inheriting) return;
  throw new RuntimeError(`
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you have forgotten to use the proper
        idiom in the main module:

            if (import.meta.main) {
                ...
            }

        Every process runs main.ts from the top, and so would start
        processes of its own, and these again.`);
}
