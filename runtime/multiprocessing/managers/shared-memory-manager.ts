import { OSError, ValueError } from '../../errors';
import { getpid } from '../../stdlib/os';
import { logDebug } from '../log';
import { internal } from '../reduction';
import { type Shareable, ShareableList, SharedMemory } from '../shared-memory';
import { BaseManager, type ManagerOptions } from './base-manager';
import { Server } from './server';

/** Remembers the blocks that were made through a manager, and unlinks them at its end. */
class SharedMemoryServer extends Server {
  readonly #segments = new Set<string>();

  /** @internal */
  override _control(method: string, args: readonly unknown[]): unknown {
    const [name = ''] = args as readonly [string?];
    switch (method) {
      case 'trackSegment':
        this.#segments.add(name);
        return null;
      case 'releaseSegment':
        this.#segments.delete(name);
        unlink(name);
        return null;
      case 'listSegments':
        return [...this.#segments];
      default:
        return super._control(method, args);
    }
  }

  /** @internal */
  override _shutdown(): void {
    for (const name of this.#segments) unlink(name);
    this.#segments.clear();
  }
}

internal('SharedMemoryServer', SharedMemoryServer);

function unlink(name: string): void {
  try {
    const block = new SharedMemory({ name });
    block.close();
    block.unlink();
  } catch (error) {
    // Whoever made it has unlinked it already.
    if (!(error instanceof OSError)) throw error;
  }
}

/**
 * Makes blocks of shared memory that are gone when it is: its server unlinks them all at its end.
 *
 * @param options - `address` and `authkey`.
 * @throws ValueError - it was not started before it was asked for a block.
 * @python multiprocessing.managers.SharedMemoryManager - `with` is `using manager = new SharedMemoryManager(); manager.start();`
 * @see CPython 3.11 Lib/multiprocessing/managers.py
 * @example
 * import { Process } from 'multiprocessing';
 * import { SharedMemoryManager } from 'multiprocessing/managers';
 * import type { ShareableList } from 'multiprocessing/shared_memory';
 *
 * function double(list: ShareableList<number>) {
 *   for (let i = 0; i < list.length; i++) list[i] = list.at(i) * 2;
 * }
 *
 * if (import.meta.main) {
 *   using manager = new SharedMemoryManager();
 *   manager.start();
 *   const list = manager.ShareableList([1, 2, 3]);
 *   const p = new Process({ target: double, args: [list] });
 *   p.start();
 *   p.join();
 *   console.log([...list]);
 * }
 */
export class SharedMemoryManager extends BaseManager {
  constructor(options: ManagerOptions = {}) {
    super(options);
    logDebug('%s created by pid %d', this.constructor.name, getpid());
  }

  /**
   * Makes a block that is unlinked when this manager shuts down.
   * @param size - how many bytes, or `{ size }`.
   * @throws ValueError - the manager is not started, or the size is not positive.
   */
  SharedMemory(size: number | { readonly size: number }): SharedMemory {
    this.#checkStarted();
    return this.#track(new SharedMemory({ create: true, size: typeof size === 'number' ? size : size.size }));
  }

  /**
   * Makes a list, in a block that is unlinked when this manager shuts down.
   * @param sequence - its items.
   * @throws ValueError - the manager is not started.
   */
  ShareableList<T extends Shareable>(sequence: Iterable<T>): ShareableList<T> {
    this.#checkStarted();
    const list = new ShareableList<T>(sequence);
    this.#track(list.shm);
    return list;
  }

  /** @internal */
  override _serverType(): typeof Server {
    return SharedMemoryServer;
  }

  #checkStarted(): void {
    if (this.address === null) throw new ValueError('address type of None unrecognized');
  }

  /** The server has to know of a block, or there must be none. */
  #track(block: SharedMemory): SharedMemory {
    try {
      this._control('trackSegment', block.name);
    } catch (error) {
      block.unlink();
      throw error;
    }
    return block;
  }
}
