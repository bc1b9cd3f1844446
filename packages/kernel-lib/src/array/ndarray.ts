import { displaySymbol, type MimeBundle } from "../display";
import { formatShape, sizeOf } from "./broadcast";
import type { DType, Storage } from "./dtype";
import { repr, str, type Printable } from "./printing";
import { refuseBrackets } from "./brackets";
import { makeStorage } from "./traits";
import { fewest, settle, unsettle } from "../simd/resident";

/**
 * Values of an array as lists within lists. How deep they are depends on the array, so that a value can be read as a
 * number or as a list; `x.tolist<boolean[]>()` says it more exactly.
 */
export type NestedList = number & NestedList[];

/** Under this name a condition of TypeScript (`if`, `?:`, `!`, `&&`) asks an array for its truth. */
const conditionSymbol = Symbol.for("tslinen.condition");

/** What arrays inherit from: it refuses brackets. */
class Bracketless {}
refuseBrackets(Bracketless.prototype);

let read: (x: ndarray) => Storage;

/**
 * The elements of an array in row-major order, for those who neither write into them nor hand them on. `x.data` is for all
 * others, and keeps elements from having a copy where kernels work.
 */
export const elementsOf = (x: ndarray): Storage => read(x);

/**
 * An array of numbers in any number of dimensions. It never changes: every operation gives a new one.
 *
 * Made by {@link array}, {@link zeros}, {@link linspace} and the like. The functions of np that take an array first
 * are methods as well: `np.sum(x, { axis: 0 })` and `x.sum({ axis: 0 })` are the same.
 *
 * @example
 * const x = np.array([[1, 2, 3], [4, 5, 6]]);
 * x.shape; // [2, 3]
 * x.mul(2).sum({ axis: 0 }).tolist(); // [10, 14, 18]
 */
export class ndarray extends Bracketless {
  static {
    // What is followed has no elements, and says so.
    read = (x) => (Object.getPrototypeOf(x) === ndarray.prototype ? x.#data : x.data);
  }

  readonly #data: Storage;
  /** The length of each axis. */
  readonly shape: readonly number[];
  /** The type of the elements. */
  readonly dtype: DType;

  /**
   * Wraps elements in row-major order; use {@link array} to make an array from lists.
   *
   * @param data - The elements, which the array takes over.
   * @param shape - The length of each axis.
   * @param dtype - The type of the elements.
   * @throws RangeError if there are more or fewer elements than the shape asks for.
   */
  constructor(data: Storage, shape: readonly number[], dtype: DType) {
    super();
    let size = 1;
    for (let axis = 0; axis < shape.length; axis++) size *= shape[axis];
    if (data.length !== size) {
      throw new RangeError(
        `ndarray: shape ${formatShape(shape)} asks for ${size} elements, got ${data.length}`,
      );
    }
    if (size >= fewest) settle(data);
    this.#data = data;
    this.shape = shape;
    this.dtype = dtype;
  }

  /** The elements in row-major order. Read only: arrays share their storage. */
  get data(): Storage {
    unsettle(this.#data);
    return this.#data;
  }

  /** The number of elements. */
  get size(): number {
    return sizeOf("ndarray", this.shape);
  }

  /** The number of bytes of an element. */
  get itemsize(): number {
    return makeStorage(this.dtype, 0).BYTES_PER_ELEMENT;
  }

  /** The number of bytes of all elements. */
  get nbytes(): number {
    return this.size * this.itemsize;
  }

  /** The number of axes. */
  get ndim(): number {
    return this.shape.length;
  }

  /** The length of the first axis; undefined for an array without axes. */
  get length(): number {
    return this.shape[0];
  }

  /** The array with its axes in reverse order. */
  get T(): ndarray {
    return this.transpose();
  }

  /**
   * Gives the only element as a plain number (0 or 1 for a truth value).
   *
   * @throws TypeError if there is not exactly one element.
   */
  item(): number {
    const data = elementsOf(this);
    if (data.length !== 1) {
      throw new TypeError(`item: expected an array of one element, got shape ${formatShape(this.shape)}`);
    }
    return data[0];
  }

  /** Gives the elements as lists within lists, one number where there is no axis. */
  tolist<T = NestedList>(): T {
    const { shape } = this;
    const data = elementsOf(this);
    const convert = this.dtype === "bool" ? (x: number) => x !== 0 : (x: number) => x;
    let at = 0;
    const nest = (axis: number): unknown =>
      axis === shape.length ? convert(data[at++]) : Array.from({ length: shape[axis] }, () => nest(axis + 1));
    return nest(0) as T;
  }

  /** Writes the elements as NumPy's `print` does. */
  override toString(): string {
    return str(printable(this));
  }

  /** Waits until it is computed. It always is: it gives itself back. */
  blockUntilReady(): this {
    return this;
  }

  /** What `JSON.stringify` writes: lists within lists. */
  toJSON(): NestedList {
    return this.tolist();
  }

  /** The only element, so that `Number(x)` and `x + 1` work; a text where one is asked for. */
  [Symbol.toPrimitive](hint: string): number | string {
    if (hint !== "string" && this.size === 1) return this.item();
    if (hint !== "number") return this.toString();
    throw new TypeError(
      `ndarray: expected one element where a plain number is asked for, got shape ${formatShape(this.shape)}; ` +
        "TypeScript has no operators for arrays, but x.add(1), x.sub(1), x.mul(2), x.div(2), x.neg() and x.less(3)",
    );
  }

  /** Whether the only element is other than 0: what a condition is decided by. */
  [conditionSymbol](): boolean {
    if (this.size === 1) return this.item() !== 0;
    throw new TypeError(
      `ndarray: expected one truth value as a condition, got shape ${formatShape(this.shape)}; use x.any() or ` +
        "x.all(), jnp.where in place of ?:, lax.cond in place of if",
    );
  }

  /** Walks over the first axis. */
  *[Symbol.iterator](): Generator<ndarray> {
    if (this.ndim === 0) throw new TypeError("ndarray: an array without axes cannot be iterated");
    for (let i = 0; i < this.length; i++) yield partOf(this, i);
  }

  /** Walks over the first axis, with the place of each part: `for (const [i, row] of x.entries())`. */
  *entries(): Generator<[index: number, part: ndarray]> {
    let i = 0;
    for (const part of this) yield [i++, part];
  }

  /** How Node's console prints it: as `print` does, within other values as `repr` does. */
  [Symbol.for("nodejs.util.inspect.custom")](depth: number, options: { depth?: number | null }): string {
    const nested = typeof depth === "number" && typeof options?.depth === "number" && depth < options.depth;
    return nested ? repr(printable(this)) : str(printable(this));
  }

  /** How a notebook shows it. */
  [displaySymbol](): MimeBundle {
    return { "text/plain": str(printable(this)) };
  }
}

/** What printing asks for. */
const printable = (x: ndarray): Printable => ({ data: elementsOf(x), shape: x.shape, dtype: x.dtype });

/** A part of an array along its first axis. */
function partOf(x: ndarray, i: number): ndarray {
  const { shape, dtype } = x;
  const rest = shape.slice(1);
  const step = rest.reduce((product, length) => product * length, 1);
  return new ndarray(elementsOf(x).slice(i * step, (i + 1) * step), rest, dtype);
}
