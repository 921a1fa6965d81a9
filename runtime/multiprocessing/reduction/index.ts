/*
 * What the library needs of the pickler, as CPython's multiprocessing/reduction.py is to its pickle module: the start of
 * a child carries what a message may not, and handles are counted. The pickler itself is in stdlib/pickle.
 */
export { constructAs } from './construct-as';
export { addressOf } from '../../stdlib/pickle/address';
export { installBind } from '../../stdlib/pickle/bound-functions';
export { assertSpawning, isInheriting, passHandle } from '../../stdlib/pickle/inheriting';
export {
  borrowPickler,
  type DumpOptions,
  dumpPickle as dumps,
  loadPickle as loads,
  returnPickler,
} from '../../stdlib/pickle/pickle';
export { type Pickle } from '../../stdlib/pickle/pickler';
export { internal } from '../../stdlib/pickle/program-names';
