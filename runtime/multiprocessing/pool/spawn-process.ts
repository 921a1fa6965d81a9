import { Process } from '../process';
import { internal } from '../reduction';

/** As CPython's class is called, from which the names of workers come. */
export class SpawnProcess extends Process<unknown[]> {}
internal('SpawnProcess', SpawnProcess);
