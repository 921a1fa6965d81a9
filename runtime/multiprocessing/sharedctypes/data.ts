import { RuntimeError } from '../../errors';
import { type Cell, createCell, memoryView } from '../../process/cells';
import { takeName } from '../../process/place';
import { ObjectKind, traceMade, traceWritten } from '../../process/trace';
import { reduce } from '../../stdlib/pickle';
import { internal, isInheriting, passHandle } from '../reduction';
import { type ElementType, type Shape, shapeOf } from './ctype';
import { Indexed } from './indexed';
import { describeScalar } from './describe';
import { SCALARS, type Scalar, type Typecode } from './scalar';

const inspect = Symbol.for('nodejs.util.inspect.custom');

/** A piece of shared memory as C sees it: CPython's ctypes objects. */
export abstract class Data extends Indexed {
  /** @internal */
  readonly _shape: Shape;
  /** @internal */
  readonly _cell: Cell;
  /** @internal Where it is in the memory of the machine. */
  readonly _at: number;
  /** @internal */
  readonly _view: DataView;

  /** @internal */
  constructor(shape: Shape, cell: Cell, offset: number) {
    super();
    this._shape = shape;
    this._cell = cell;
    this._at = cell.offset + offset;
    this._view = memoryView();
  }

  abstract override toString(): string;

  [inspect](): string {
    return this.toString();
  }

  /** @internal What CPython calls its type. */
  abstract _typeName(): string;

  /** @internal */
  abstract _byteLength(): number;

  /** @internal What makes the same in another process. */
  abstract _state(): unknown[];

  /** @internal */
  [reduce](): unknown[] {
    if (!isInheriting()) {
      throw new RuntimeError(`${this._typeName()} objects should only be shared between processes through inheritance`);
    }
    passHandle(this._cell.region);
    return this._state();
  }
}

/** One value: ctypes' `c_int` and its like. */
export class SimpleData extends Data {
  readonly #scalar: Scalar;

  /** @internal */
  constructor(scalar: Scalar, shape: Shape, cell: Cell) {
    super(shape, cell, 0);
    this.#scalar = scalar;
  }

  get value(): unknown {
    return this.#scalar.read(this._view, this._at);
  }

  set value(value: unknown) {
    this.#scalar.write(this._view, this._at, value);
    if (typeof value === 'number') traceWritten(this._at, 0, value);
  }

  override toString(): string {
    return `${this._shape.name}(${describeScalar(this._shape, this.value)})`;
  }

  override _typeName(): string {
    return this._shape.name;
  }

  override _byteLength(): number {
    return this._shape.size;
  }

  override _state(): unknown[] {
    return [reviveSimple, [this._shape.type, this._cell]];
  }
}

/** Each of C's types is a class, for whoever asks for an object's. */
const simpleClasses = Object.fromEntries(
  Object.entries(SCALARS).map(([typecode, { name }]) => {
    const named = class extends SimpleData {};
    Object.defineProperty(named, 'name', { value: name });
    return [typecode, named];
  }),
) as Record<Typecode, typeof SimpleData>;

function attachSimple(type: Typecode, cell: Cell): SimpleData {
  return new simpleClasses[type](SCALARS[type], shapeOf(type), cell);
}

const reviveSimple = internal('SimpleData', attachSimple);

/** One value in memory of its own, 0 at first. */
export function makeSimple(type: Typecode): SimpleData {
  return attachSimple(type, makeCell(ObjectKind.value, shapeOf(type).size));
}

/** Zeros, with the name of the variable they are for. */
export function makeCell(kind: ObjectKind, byteLength: number): Cell {
  const cell = createCell(byteLength);
  traceMade(cell.offset, kind, takeName());
  return cell;
}

/** @internal */
export type { ElementType };
