import { reduce } from '../../stdlib/pickle';
import { internal } from '../reduction';
import { SCALARS, type Scalar, type Typecode } from './scalar';

const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * One of C's types: what ctypes' `c_int` is in Python. `Value` and `Array` take it in place of its letter.
 * @python ctypes._SimpleCData - a name for memory only: it makes no values of its own.
 */
export class ScalarType<C extends Typecode = Typecode> {
  /** Its letter. */
  readonly typecode: C;

  /** @internal */
  constructor(typecode: C) {
    this.typecode = typecode;
  }

  /** C's name for it: `c_int`. */
  get name(): string {
    return SCALARS[this.typecode].name;
  }

  toString(): string {
    return `<class 'ctypes.${this.name}'>`;
  }

  /** @internal */
  [inspect](): string {
    return this.toString();
  }

  /** @internal */
  [reduce](): unknown[] {
    return [scalarType, [this.typecode]];
  }
}

/**
 * C's types by their letters.
 * @python multiprocessing.sharedctypes.typecode_to_type
 * @example
 * import { RawValue } from 'multiprocessing';
 * import { sizeof, typecodeToType } from 'multiprocessing/sharedctypes';
 *
 * console.log(typecodeToType.i, sizeof(new RawValue(typecodeToType.d, 0.5)));
 */
export const typecodeToType: { readonly [C in Typecode]: ScalarType<C> } = Object.freeze(
  Object.fromEntries((Object.keys(SCALARS) as Typecode[]).map((typecode) => [typecode, new ScalarType(typecode)])),
) as { [C in Typecode]: ScalarType<C> };

const scalarType = internal('ScalarType', (typecode: Typecode): ScalarType => typecodeToType[typecode]);

/** A record of fields, made by `struct`. */
export interface StructType<F extends Fields = Fields> {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: F;
}

/** What the fields of a record are, by name, in the order in which they lie in memory. */
export type Fields = Readonly<Record<string, Typecode | StructType>>;

/** What one element of shared memory can be. */
export type ElementType = Typecode | StructType;

/** Where a type's parts lie. */
export interface Shape {
  readonly type: ElementType;
  readonly name: string;
  readonly size: number;
  readonly alignment: number;
  /** Null for records. */
  readonly scalar: Scalar | null;
  /** Of a record. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly name: string;
  readonly offset: number;
  readonly shape: Shape;
}

const shapes = new Map<ElementType, Shape>();

/** @throws TypeError - there is no such type: `this type has no size`. */
export function shapeOf(given: unknown): Shape {
  const type = (given instanceof ScalarType ? given.typecode : given) as ElementType;
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const shape = typeof type === 'string' ? scalarShape(type) : recordShape(type);
  shapes.set(type, shape);
  return shape;
}

function scalarShape(type: Typecode): Shape {
  if (!Object.hasOwn(SCALARS, type)) throw new TypeError('this type has no size');
  const scalar = SCALARS[type];
  return { type, name: scalar.name, size: scalar.size, alignment: scalar.size, scalar, parts: [] };
}

/** Each field begins at a multiple of its own size, as C lays records out. */
function recordShape(type: StructType | null): Shape {
  if (typeof type !== 'object' || type?.kind !== 'struct') throw new TypeError('this type has no size');
  const parts: Part[] = [];
  let offset = 0;
  let alignment = 1;
  for (const [name, field] of Object.entries(type.fields)) {
    const shape = shapeOf(field);
    offset = aligned(offset, shape.alignment);
    parts.push({ name, offset, shape });
    offset += shape.size;
    alignment = Math.max(alignment, shape.alignment);
  }
  return { type, name: type.name, size: aligned(offset, alignment), alignment, scalar: null, parts };
}

function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
