import type { Words } from "../simd/arena";
import { onInterrupt } from "../display/onInterrupt";
import { fewest, forgetCopies, own as ownElements, settle, unsettle } from "../simd/resident";

/**
 * The type of an array's elements: `"float32"` (the default), `"float64"`, `"int32"`, `"uint32"`, `"uint8"`
 * or `"bool"`. `np.float32` and its siblings are these strings.
 */
export type DType = "float32" | "float64" | "int32" | "uint32" | "uint8" | "bool";

/** The typed arrays that hold an array's elements. */
export type Storage = Float32Array | Float64Array | Int32Array | Uint32Array | Uint8Array;

/** A flat view of numbers that JavaScript itself offers. */
export type TypedArray =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8ClampedArray;

interface Traits {
  readonly rank: number;
  readonly floating: boolean;
  readonly make: (size: number) => Storage;
  readonly from: (values: ArrayLike<number>) => Storage;
  readonly min: number;
  readonly max: number;
}

/** What is known of each dtype. Of two dtypes, the one of higher rank holds the result of combining them. */
const traits: Readonly<Record<DType, Traits>> = {
  bool: integer(0, Uint8Array, 0, 1),
  uint8: integer(1, Uint8Array, 0, 255),
  uint32: integer(2, Uint32Array, 0, 4294967295),
  int32: integer(3, Int32Array, -2147483648, 2147483647),
  float32: floating(4, Float32Array),
  float64: floating(5, Float64Array),
};

type StorageClass = { new (size: number): Storage; from(values: ArrayLike<number>): Storage };

function integer(rank: number, type: StorageClass, min: number, max: number): Traits {
  return { rank, floating: false, make: (size) => new type(size), from: (v) => type.from(v), min, max };
}

function floating(rank: number, type: StorageClass): Traits {
  return { ...integer(rank, type, -Infinity, Infinity), floating: true };
}

/** The names of all dtypes. */
export const dtypes: readonly DType[] = Object.keys(traits) as DType[];

/** Of two dtypes, the one of higher rank holds the result of combining them. */
export function rankOf(dtype: DType): number {
  return traits[dtype].rank;
}

/** Tells whether a value names a dtype. */
export function isDType(value: unknown): value is DType {
  return typeof value === "string" && Object.hasOwn(traits, value);
}

/** Checks that an argument names a dtype; leaving it out gives `fallback`. */
export function checkDType(functionName: string, value: unknown, fallback: DType): DType {
  if (value === undefined || value === null) return fallback;
  if (isDType(value)) return value;
  throw new TypeError(`${functionName}: expected a dtype (${dtypes.join(", ")}), got ${String(value)}`);
}

/** Tells whether a dtype is of floating point. */
export function isFloating(dtype: DType): boolean {
  return traits[dtype].floating;
}

/** Makes zeroed storage for `size` elements. */
export function makeStorage(dtype: DType, size: number): Storage {
  return traits[dtype].make(size);
}

/** Node's memory that is not zeroed first; browsers have none. */
const { Buffer: nodeBuffer } = globalThis as {
  Buffer?: { allocUnsafeSlow?(bytes: number): { readonly buffer: ArrayBuffer } };
};

/**
 * Makes storage for `size` float32 elements that hold anything, as NumPy's `empty` does: for whoever fills it to the
 * last. It shares its memory with nothing.
 */
export function emptyFloats(size: number): Float32Array {
  // A few elements are zeroed sooner than Node is asked.
  if (size < 512 || !nodeBuffer?.allocUnsafeSlow) return new Float32Array(size);
  return new Float32Array(nodeBuffer.allocUnsafeSlow(4 * size).buffer);
}

/** Memory that was given back, for results of the same dtype and size. */
export interface Recycler {
  /** Has results take memory that was given back, while something runs. */
  use<T>(run: () => T): T;
  /** Gives memory back that came from here; other memory is left alone. */
  release(data: Storage): void;
  /** Forgets memory that has become a result. */
  keep(data: readonly Storage[]): void;
  /** Takes memory back that has become a result and is of no use any more; other memory is left alone. */
  reclaim(data: Storage): void;
}

let recycler: { take(dtype: DType, size: number): Storage; release(data: Storage): void } | undefined;
onInterrupt(() => {
  recycler = undefined;
  forgetCopies();
});

/** Makes storage that holds anything, for whoever fills it to the last, makes an array of it and never writes into it again. */
export function emptyStorage(dtype: DType, size: number): Storage {
  if (recycler) return recycler.take(dtype, size);
  const data = fresh(dtype, size);
  if (size >= fewest) ownElements(data);
  return data;
}

const fresh = (dtype: DType, size: number): Storage =>
  dtype === "float32" ? emptyFloats(size) : makeStorage(dtype, size);

/** Gives memory back that came from {@link emptyStorage} within what runs, and that nothing needs any more. */
export function releaseStorage(data: Storage): void {
  recycler?.release(data);
}

/** Memory that is used again; see {@link emptyStorage}. */
export function recycling(): Recycler {
  const free = Object.fromEntries(dtypes.map((dtype) => [dtype, new Map<number, Storage[]>()]));
  /** What came from here and is in use, and the list that it goes back to. */
  const own = new Map<Storage, Storage[]>();
  const results = new WeakMap<Storage, Storage[]>();
  const release = (data: Storage): void => {
    const list = own.get(data);
    if (!list) return;
    own.delete(data);
    list.push(data);
  };
  const taking = {
    release,
    take(dtype: DType, size: number): Storage {
      let list = free[dtype].get(size);
      if (!list) free[dtype].set(size, (list = []));
      const data = list.pop() ?? fresh(dtype, size);
      own.set(data, list);
      return data;
    },
  };
  return {
    use(run) {
      const outer = recycler;
      recycler = taking;
      try {
        return run();
      } finally {
        recycler = outer;
        own.clear();
      }
    },
    release,
    keep(kept) {
      for (const data of kept) {
        const list = own.get(data);
        if (list) {
          results.set(data, list);
          ownElements(data);
          settle(data);
        }
        own.delete(data);
      }
    },
    reclaim(data) {
      const list = results.get(data);
      if (!list) return;
      results.delete(data);
      unsettle(data);
      list.push(data);
    },
  };
}

/** The smallest and the largest value that a dtype holds. */
export function rangeOf(dtype: DType): { readonly min: number; readonly max: number } {
  return traits[dtype];
}

/**
 * Converts elements to another dtype, always into fresh storage, which nobody writes into again. As in XLA, what is not a
 * number becomes 0 as an integer, a float beyond an integer's range becomes its nearest end, integers among themselves
 * wrap.
 */
export function convertStorage(data: ArrayLike<number>, from: DType, to: DType): Storage {
  const result = converted(data, from, to);
  ownElements(result);
  return result;
}

function converted(data: ArrayLike<number>, from: DType, to: DType): Storage {
  if (to === "bool") {
    const result = new Uint8Array(data.length);
    for (let i = 0; i < result.length; i++) result[i] = data[i] !== 0 ? 1 : 0;
    return result;
  }
  if (isFloating(to) || !isFloating(from)) return traits[to].from(data);
  const { min, max, make } = traits[to];
  const result = make(data.length);
  for (let i = 0; i < result.length; i++) result[i] = Math.min(max, Math.max(min, data[i]));
  return result;
}

const typedArrayTypes: Readonly<Record<string, DType>> = {
  Float32Array: "float32",
  Float64Array: "float64",
  Int32Array: "int32",
  Int16Array: "int32",
  Uint16Array: "int32",
  Int8Array: "int32",
  Uint32Array: "uint32",
  Uint8Array: "uint8",
  Uint8ClampedArray: "uint8",
};

/** Tells whether elements take 32 bits each. */
export function isOfWords(data: Storage): data is Words {
  return !(data instanceof Float64Array || data instanceof Uint8Array);
}

/** Tells whether a typed array can hold an array's elements as it is. */
export function isStorage(data: object): data is Storage {
  const name = (data as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] ?? "";
  return name.toLowerCase() === `${dtypeOfTypedArray(data)}array`;
}

/** The dtype of the elements of a typed array, of whichever realm; undefined where none fits without loss. */
export function dtypeOfTypedArray(data: object): DType | undefined {
  return typedArrayTypes[(data as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] ?? ""];
}

/** The dtype in which a function of real values computes: float64 stays, everything else becomes float32. */
export function floatingType(dtype: DType): DType {
  return isFloating(dtype) ? dtype : "float32";
}
