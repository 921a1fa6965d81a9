import type { Scalar } from './scalar';
import { SCALARS, type Typecode } from './scalar';

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
  readonly name: string;
  readonly size: number;
  readonly alignment: number;
  /** Null for records. */
  readonly scalar: Scalar | null;
  /** Of a record. */
  readonly parts: readonly { readonly name: string; readonly offset: number; readonly shape: Shape }[];
}

const shapes = new WeakMap<StructType, Shape>();

/** @throws TypeError - there is no such type: `this type has no size`. */
export function shapeOf(type: ElementType): Shape {
  if (typeof type !== 'object') return scalarShape(type);
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const parts: { name: string; offset: number; shape: Shape }[] = [];
  let offset = 0;
  let alignment = 1;
  for (const [name, field] of Object.entries(type.fields)) {
    const shape = shapeOf(field);
    offset = aligned(offset, shape.alignment);
    parts.push({ name, offset, shape });
    offset += shape.size;
    alignment = Math.max(alignment, shape.alignment);
  }
  const shape: Shape = { name: type.name, size: aligned(offset, alignment), alignment, scalar: null, parts };
  shapes.set(type, shape);
  return shape;
}

function scalarShape(typecode: Typecode): Shape {
  if (!Object.hasOwn(SCALARS, typecode)) throw new TypeError('this type has no size');
  const scalar = SCALARS[typecode];
  return { name: scalar.name, size: scalar.size, alignment: scalar.size, scalar, parts: [] };
}

function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
