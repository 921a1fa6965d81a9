import { Process } from './process';
import { internal } from './reduction';

/** The processes of a context, and a pool's workers; named after their class. */
export class SpawnProcess<A extends unknown[] = []> extends Process<A> {}

internal('SpawnProcess', SpawnProcess);
