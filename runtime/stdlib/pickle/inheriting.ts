import { RuntimeError } from '../../errors';

/** What is being pickled or unpickled at the moment, for the objects that take part in it. */
interface Activity {
  readonly inheriting: boolean;
  /** Null while unpickling. */
  readonly handles: number[] | null;
}

let active: Activity | null = null;

/** Runs `action` as a part of `activity`. A `[reduce]` that pickles on its own account nests. */
export function during<T>(activity: Activity, action: () => T): T {
  const outer = active;
  active = activity;
  try {
    return action();
  } finally {
    active = outer;
  }
}

/** Is what is being pickled or unpickled meant for a child at its start? */
export function isInheriting(): boolean {
  return active?.inheriting ?? false;
}

/**
 * What locks, queues and values ask before they are pickled.
 * @throws RuntimeError - the pickle is a message, not a child's start.
 * @python multiprocessing.context.assert_spawning
 */
export function assertSpawning(object: object): void {
  if (isInheriting()) return;
  throw new RuntimeError(`${object.constructor.name} objects should only be shared between processes through inheritance`);
}

/** Says, from within a `[reduce]`, that the pickle carries `handle`, so that the kernel counts its receiver as a holder. */
export function passHandle(handle: number): void {
  const handles = active?.handles ?? null;
  if (handles === null) throw new TypeError('Cannot pass a handle: nothing is being pickled');
  handles.push(handle);
}
