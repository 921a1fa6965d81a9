import { KeyError } from '../../errors';

/** The objects that somebody keeps alive, by id, and with how many proxies. */
export type References = Map<number, number>;

/** An object of a server. */
export interface Entry {
  readonly object: object;
  /** Names of the methods that a client may call. */
  readonly exposed: ReadonlySet<string>;
  /** Methods whose result stays in the server, as an object of this type. */
  readonly methodToTypeid: Readonly<Record<string, string>>;
}

/** What a server keeps for its callers. An object lives as long as any of them refers to it. */
export class ObjectTable {
  readonly #entries = new Map<number, Entry>();
  readonly #counts: References = new Map();
  #nextId = 1;

  get size(): number {
    return this.#entries.size;
  }

  get(id: number): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Takes an object in, with one reference to it. */
  add(entry: Entry, holder: References): number {
    const id = this.#nextId++;
    this.#entries.set(id, entry);
    this.hold(id, holder);
    return id;
  }

  /** @throws KeyError - nobody refers to it any more. */
  hold(id: number, holder: References): void {
    if (!this.#entries.has(id)) throw new KeyError(id);
    count(this.#counts, id, 1);
    count(holder, id, 1);
  }

  /** One reference less; none less when this holder has none. */
  release(id: number, holder: References): void {
    if (!holder.has(id)) return;
    count(holder, id, -1);
    this.#forget(id, 1);
  }

  /** The holder is gone. */
  releaseAll(holder: References): void {
    for (const [id, times] of holder) this.#forget(id, times);
    holder.clear();
  }

  #forget(id: number, times: number): void {
    count(this.#counts, id, -times);
    if (!this.#counts.has(id)) this.#entries.delete(id);
  }
}

function count(references: References, id: number, change: number): void {
  const times = (references.get(id) ?? 0) + change;
  if (times > 0) references.set(id, times);
  else references.delete(id);
}
