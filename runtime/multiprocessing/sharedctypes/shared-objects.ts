import type { ElementType, Fields, ScalarType, StructType } from './ctype';
import type { ScalarInput, ScalarOf, Typecode } from './scalar';
import type { Lockable } from './synchronized';

/** With a lock: true (default) for a new RLock, or the lock itself. */
export interface Locked {
  readonly lock?: true | Lockable | null;
}

/** Without a lock. */
export interface Unlocked {
  readonly lock: false;
}

/** What all shared objects with a lock have. */
export interface WithLock<D> extends Lockable, Disposable {
  /** The lock: an RLock unless another was given. */
  getLock(): Lockable;
  /** The memory itself, without the lock. */
  getObj(): D;
  /** Takes the lock until the end of the block: `using _ = v.hold();` */
  hold(): Disposable;
}

/** One value in shared memory. */
export interface SharedValue<C extends Typecode> {
  /** The value. Integers wrap around as in C; where the lock is, reading and writing each take it. */
  get value(): ScalarOf<C>;
  set value(value: ScalarOf<C> | ScalarInput<C>);
}

/** Many values in shared memory. */
export interface SharedValues<C extends Typecode> extends Iterable<ScalarOf<C>> {
  readonly length: number;
  /** Out of range: IndexError, reading and writing. */
  [index: number]: ScalarOf<C>;
  /** A negative index counts from the end. */
  at(index: number): ScalarOf<C>;
  /** A copy of a part, as `Array.prototype.slice` counts: an array, of characters bytes (`c`) or a text (`u`). */
  slice(start?: number, end?: number): C extends 'c' ? Uint8Array : C extends 'u' ? string : ScalarOf<C>[];
  /**
   * Puts values in, from an index on.
   * @throws ValueError - they do not fit: `Can only assign sequence of same size`.
   */
  set(values: Iterable<ScalarInput<C>>, offset?: number): void;
  /** Is there such a value? */
  includes(value: ScalarOf<C>): boolean;
}

/** Characters of one byte each. */
export interface SharedBytes {
  /** The bytes up to the first zero. */
  value: Uint8Array;
  /** All bytes. */
  raw: Uint8Array;
}

/** A record in shared memory, each field a property. */
export type SharedRecord<F extends Fields> = {
  -readonly [K in keyof F]: F[K] extends Typecode ? ScalarOf<F[K]> : F[K] extends StructType<infer G> ? SharedRecord<G> : never;
};

/** Records in shared memory. */
export interface SharedRecords<F extends Fields> extends Iterable<SharedRecord<F>> {
  readonly length: number;
  readonly [index: number]: SharedRecord<F>;
  /** A negative index counts from the end. */
  at(index: number): SharedRecord<F>;
  /** The records of a part, not copies of them. */
  slice(start?: number, end?: number): SharedRecord<F>[];
  /** Puts values in, from an index on. */
  set(values: Iterable<FieldInputs<F>>, offset?: number): void;
}

/** The values of a record's fields, in their order; what is left out is 0. */
export type FieldInputs<F extends Fields> = readonly FieldInput<F[keyof F]>[];

type FieldInput<T> = T extends Typecode
  ? ScalarInput<T>
  : T extends StructType<infer G>
    ? SharedRecord<G> | FieldInputs<G>
    : never;

/** An array of values without a lock. */
export type RawArrayOf<C extends Typecode> = SharedValues<C> & (C extends 'c' ? SharedBytes : unknown);

/** An array of values with a lock. */
export type ArrayOf<C extends Typecode> = RawArrayOf<C> & WithLock<RawArrayOf<C>>;

type Code<C extends Typecode> = C | ScalarType<C>;
type Length<C extends Typecode> = number | ArrayLike<ScalarInput<C>> | ReadonlySet<ScalarInput<C>>;
type Records<F extends Fields> = number | ArrayLike<FieldInputs<F> | SharedRecord<F>>;

/** How `Value` is called. */
export interface ValueConstructor {
  new <C extends Typecode>(typecode: Code<C>, options: Unlocked): SharedValue<C>;
  new <C extends Typecode>(typecode: Code<C>, value: ScalarInput<C> | undefined, options: Unlocked): SharedValue<C>;
  new <C extends Typecode>(
    typecode: Code<C>,
    value?: ScalarInput<C>,
    options?: Locked,
  ): SharedValue<C> & WithLock<SharedValue<C>>;
  new <C extends Typecode>(typecode: Code<C>, options: Locked): SharedValue<C> & WithLock<SharedValue<C>>;
  new <F extends Fields>(type: StructType<F>, ...rest: [...values: FieldInputs<F>, options: Unlocked]): SharedRecord<F>;
  new <F extends Fields>(
    type: StructType<F>,
    ...rest: FieldInputs<F> | [...values: FieldInputs<F>, options: Locked]
  ): SharedRecord<F> & WithLock<SharedRecord<F>>;
}

/** How `Array` is called. */
export interface ArrayConstructor {
  new <C extends Typecode>(typecode: Code<C>, sizeOrInitial: Length<C>, options: Unlocked): RawArrayOf<C>;
  new <C extends Typecode>(typecode: Code<C>, sizeOrInitial: Length<C>, options?: Locked): ArrayOf<C>;
  new <F extends Fields>(type: StructType<F>, sizeOrInitial: Records<F>, options: Unlocked): SharedRecords<F>;
  new <F extends Fields>(
    type: StructType<F>,
    sizeOrInitial: Records<F>,
    options?: Locked,
  ): SharedRecords<F> & WithLock<SharedRecords<F>>;
}

/** How `RawValue` is called. */
export interface RawValueConstructor {
  new <C extends Typecode>(typecode: Code<C>, value?: ScalarInput<C>): SharedValue<C>;
  new <F extends Fields>(type: StructType<F>, ...values: FieldInputs<F>): SharedRecord<F>;
}

/** How `RawArray` is called. */
export interface RawArrayConstructor {
  new <C extends Typecode>(typecode: Code<C>, sizeOrInitial: Length<C>): RawArrayOf<C>;
  new <F extends Fields>(type: StructType<F>, sizeOrInitial: Records<F>): SharedRecords<F>;
}

/** What `new RawValue` makes of a type. */
export type RawValueObject<T extends ElementType> = T extends Typecode
  ? SharedValue<T>
  : T extends StructType<infer F>
    ? SharedRecord<F>
    : never;

/** What `new RawArray` makes of a type. */
export type RawArrayObject<T extends ElementType> = T extends Typecode
  ? RawArrayOf<T>
  : T extends StructType<infer F>
    ? SharedRecords<F>
    : never;
