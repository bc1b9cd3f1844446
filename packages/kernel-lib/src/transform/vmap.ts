import type { Expr } from "../expr";
import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { broadcastTo, reshape, transpose } from "../array/shaping";
import { ConcretizationTypeError, Tracer } from "../array/tracer";
import { makeStorage } from "../array/traits";
import { evaluate, isArrayLike, mapTree, unknown, type Loose } from "./follow";

/** Options of {@link vmap}. */
export interface VmapOptions {
  /** The axis of the arguments to map over; one for each as a list, null for an argument shared by all. Default: 0. */
  inAxes?: number | null | readonly (number | null)[];
  /** The axis of the results along which they are put together. Default: 0. */
  outAxes?: number;
}

/**
 * Makes a function of one example into a function of a batch: it maps over an axis of its arguments and puts the
 * results together.
 *
 * A function built of elementwise pieces, `jax.grad` of one included, is followed once and runs over the whole batch
 * in one pass; any other is called for each example.
 *
 * @param f - A function of arrays without the mapped axis. Arguments that are no arrays are handed on as they are.
 * @param options - The axes to map over, or options. Default: the first axis of every argument.
 * @returns A function of the same arguments with one axis more.
 * @throws RangeError if the mapped axes differ in length, TypeError if there is none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.vmap.html
 * @example
 * jax.vmap(jax.grad(nn.relu))(np.array([-1, 2])).tolist(); // [0, 1]
 * jax.vmap((x, y) => jnp.add(x, y), { inAxes: [0, null] })([1, 2], 10).tolist(); // [11, 12]
 */
export function vmap<A extends unknown[] = ndarray[], R = ndarray>(
  f: (x: ndarray, ...rest: A) => R,
  options?: VmapOptions["inAxes"] | Spelled<VmapOptions>,
): (x: ArrayLike, ...rest: Loose<A>) => R {
  const short = typeof options === "number" || options === null || Array.isArray(options);
  const { inAxes, outAxes } = readOptions<Required<VmapOptions>>(
    "vmap",
    short ? { inAxes: options } : options,
    {
      inAxes: 0,
      outAxes: 0,
    },
  );
  return (x, ...rest) => mapped(f as (...args: unknown[]) => unknown, [x, ...rest], inAxes, outAxes) as R;
}

/** An argument with its mapped axis in front, or one shared by all examples. */
interface Argument {
  readonly value: unknown;
  readonly array?: ndarray;
}

function mapped(
  f: (...args: unknown[]) => unknown,
  args: readonly unknown[],
  inAxes: VmapOptions["inAxes"],
  outAxes: number,
): unknown {
  const own = readAxes(args, inAxes);
  const read = args.map((value, i): Argument => {
    const axis = own[i];
    if (axis === null || !isArrayLike(value)) return { value };
    const array = toArray("vmap", value);
    if (array.ndim === 0) {
      if (Array.isArray(inAxes))
        throw new TypeError(`vmap: argument ${i} has no axis ${axis}, it is a scalar`);
      return { value };
    }
    return { value, array: toFront(array, axis) };
  });
  const length = commonLength(read);
  const stack = (leaf: unknown): ndarray => toBack(leaf as ndarray, outAxes);
  try {
    return mapTree(followed(f, read, length), stack);
  } catch (error) {
    if (!(error instanceof ConcretizationTypeError) || read.some(({ array }) => array instanceof Tracer))
      throw error;
  }
  return mapTree(oneByOne(f, read, length), stack);
}

function readAxes(args: readonly unknown[], inAxes: VmapOptions["inAxes"]): (number | null)[] {
  if (!Array.isArray(inAxes)) return args.map(() => (inAxes ?? null) as number | null);
  const axes = inAxes as (number | null)[];
  if (axes.length !== args.length) {
    throw new TypeError(
      `vmap: expected inAxes to name ${args.length} axes, one for each argument, got ${axes.length}`,
    );
  }
  return axes;
}

function commonLength(args: readonly Argument[]): number {
  const mappedArrays = args.filter(({ array }) => array !== undefined);
  if (mappedArrays.length === 0)
    throw new TypeError("vmap: expected at least one argument with an axis to map over");
  const lengths = mappedArrays.map(({ array }) => (array as ndarray).shape[0]);
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`vmap: expected mapped axes of equal length, got ${lengths.join(" and ")}`);
  }
  return lengths[0];
}

/** Moves an axis to the front. */
function toFront(array: ndarray, given: number): ndarray {
  const axis = checkAxis("vmap", given, array.ndim);
  if (axis === 0) return array;
  return transpose(
    array,
    [axis, ...array.shape.keys()].filter((one, i) => i === 0 || one !== axis),
  );
}

/** Moves the first axis to another place. */
function toBack(array: ndarray, given: number): ndarray {
  const axis = checkAxis("vmap", given, array.ndim);
  if (axis === 0) return array;
  const rest = [...array.shape.keys()].slice(1);
  return transpose(array, [...rest.slice(0, axis), 0, ...rest.slice(axis)]);
}

/** Follows the function on one example that stands for all, then computes all at once. */
function followed(f: (...args: unknown[]) => unknown, args: readonly Argument[], length: number): unknown {
  const examples = args.map(({ array }) => array && unknown(array.shape.slice(1), array.dtype));
  const result = f(...args.map(({ value }, i) => examples[i]?.tracer ?? value));
  return mapTree(result, (leaf) => {
    if (!(leaf instanceof Tracer)) return repeated(leaf, length);
    const bindings = new Map<Expr, ndarray>();
    args.forEach(({ array }, i) => {
      const example = examples[i];
      if (array && example) bindings.set(example.variable, aligned(array, leaf.ndim));
    });
    return evaluate(leaf.expression, bindings, [length, ...leaf.shape], leaf.dtype);
  });
}

/** Gives an array of examples as many axes within each example as the result has. */
function aligned(array: ndarray, ndim: number): ndarray {
  const missing = ndim - (array.ndim - 1);
  if (missing === 0) return array;
  if (array instanceof Tracer) {
    throw new TypeError(
      `vmap: within another transformation, expected examples of ${ndim} axes, got ${array.ndim - 1}`,
    );
  }
  return reshape(array, [array.shape[0], ...new Array<number>(missing).fill(1), ...array.shape.slice(1)]);
}

/** What does not depend on the example, once for each. */
function repeated(leaf: unknown, length: number): ndarray {
  const array = toArray("vmap", leaf);
  return broadcastTo(array, [length, ...array.shape]);
}

/** Calls the function for each example and puts the results together. */
function oneByOne(f: (...args: unknown[]) => unknown, args: readonly Argument[], length: number): unknown {
  if (length === 0) throw new RangeError("vmap: cannot map over an axis of length 0 what is not elementwise");
  const rows = args.map(({ array }) => array && [...array]);
  const results = Array.from({ length }, (_, n) => f(...args.map(({ value }, i) => rows[i]?.[n] ?? value)));
  const columns: ndarray[][] = [];
  results.forEach((result, n) => {
    let at = 0;
    mapTree(result, (leaf) => {
      (columns[at++] ??= [])[n] = toArray("vmap", leaf);
      return leaf;
    });
  });
  let at = 0;
  return mapTree(results[0], () => stacked(columns[at++]));
}

function stacked(parts: readonly ndarray[]): ndarray {
  const [{ shape, dtype, size }] = parts;
  const out = makeStorage(dtype, size * parts.length);
  parts.forEach((part, n) => {
    if (part.dtype !== dtype || formatShape(part.shape) !== formatShape(shape)) {
      throw new RangeError(
        `vmap: expected results of one shape and dtype, got ${describe(parts[0])} of ${dtype} and ${describe(part)} of ${part.dtype}`,
      );
    }
    out.set(part.data, n * size);
  });
  return new ndarray(out, [parts.length, ...shape], dtype);
}
