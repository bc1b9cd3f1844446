import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { broadcast } from "../ops/broadcast";
import { moveAxis } from "../ops/layout";
import type { BatchAxis } from "../ops/primitive";
import { isNumeric, settled, type LooseAll, type Result } from "./arguments";
import { overBatch } from "./batch";
import { followed } from "./levels";
import { broadcastPrefix, flatten, unflatten, type Structure } from "./tree";

/** An axis for all arrays of an argument or result, or a tree of them that is built like it; null for none. */
export type Axes = number | null | readonly Axes[] | { readonly [key: string]: Axes };

/** Options of {@link vmap}. */
export interface VmapOptions {
  /**
   * The axis of the arguments to map over; a list names one for each argument, null for what all examples share, and a
   * tree in a list one for each array of that argument. Default: 0.
   */
  inAxes?: Axes;
  /** The axis of the results along which they are put together, or a tree of axes; null for what all share. Default: 0. */
  outAxes?: Axes;
  /** The number of examples. Needed only where no argument is mapped. */
  axisSize?: number | null;
  /** A name for the axis, for `lax.psum` and its kin. Default: none. */
  axisName?: string | null;
}

/**
 * Makes a function of one example into a function of a batch: it maps over an axis of its arguments and puts the
 * results together. The function is called once, for an example that stands for all.
 *
 * @param f - A function of trees of arrays without the mapped axis. What is not an array is handed on as it is, and so
 * is a number or an array of no axes, which all examples share.
 * @param options - The axes to map over, or options. Default: the first axis of every array.
 * @returns A function of the same arguments with one axis more.
 * @throws RangeError if the mapped axes differ in length, TypeError if nothing is mapped.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.vmap.html
 * @example
 * jax.vmap(jax.grad(nn.relu))(np.array([-1, 2])).tolist(); // [0, 1]
 * jax.vmap((x, y) => jnp.add(x, y), { inAxes: [0, null] })([1, 2], 10).tolist(); // [11, 12]
 */
export function vmap<P = ndarray, A extends unknown[] = ndarray[], R extends Result = ndarray>(
  f: (x: P, ...rest: A) => R,
  options?: VmapOptions["inAxes"] | Spelled<VmapOptions>,
): (...args: LooseAll<[P, ...A]>) => R {
  const { inAxes, outAxes, axisSize, axisName } = readVmapOptions(options);
  const call = f as (...args: unknown[]) => unknown;
  const mapped = (...args: unknown[]): unknown => {
    const followedBy = followed("vmap", f);
    const { leaves, rebuild, axes } = readArguments(args, inAxes);
    const values = leaves.filter((_, i) => axes[i] !== null) as ndarray[];
    const own = axes.filter((axis): axis is number => axis !== null);
    const size = commonLength(values, own, axisSize);
    let structure: Structure | undefined;
    const { outputs, axes: resultAxes } = overBatch(
      followedBy,
      (...examples) => {
        let at = 0;
        const given = rebuild(leaves.map((leaf, i) => (axes[i] === null ? leaf : examples[at++])));
        const [results, built] = flatten(settled(followedBy, call(...given)));
        structure = built;
        return results.map((leaf) => toArray("vmap", leaf));
      },
      values,
      own,
      size,
      axisName ?? undefined,
    );
    const built = structure as Structure;
    const targets = broadcastPrefix("vmap: outAxes", outAxes, built);
    return unflatten(
      built,
      outputs.map((output, i) => putBack(output, resultAxes[i], targets[i] as BatchAxis, size)),
    );
  };
  return mapped as never;
}

function readVmapOptions(options: unknown): Required<VmapOptions> {
  const short = typeof options === "number" || options === null || Array.isArray(options);
  return readOptions<Required<VmapOptions>>("vmap", short ? { inAxes: options } : options, {
    inAxes: 0,
    outAxes: 0,
    axisSize: null,
    axisName: null,
  });
}

interface ReadArguments {
  /** Arrays where they are mapped, anything otherwise. */
  readonly leaves: readonly unknown[];
  /** The axis along which each leaf is mapped. */
  readonly axes: readonly BatchAxis[];
  readonly rebuild: (leaves: readonly unknown[]) => unknown[];
}

function readArguments(args: readonly unknown[], inAxes: Axes): ReadArguments {
  const read = args.map((arg) => flatten(arg));
  const wanted = perArgument(args, inAxes).flatMap((axis, i) =>
    broadcastPrefix("vmap: inAxes", axis, read[i][1]),
  );
  const axes: BatchAxis[] = [];
  const leaves = read
    .flatMap(([own]) => own)
    .map((leaf, i) => {
      axes[i] = null;
      if (wanted[i] === null || !isNumeric(leaf)) return leaf;
      const array = toArray("vmap", leaf);
      if (array.ndim > 0) axes[i] = checkAxis("vmap", wanted[i], array.ndim);
      else if (Array.isArray(inAxes)) {
        throw new TypeError(`vmap: argument ${i} has no axis ${String(wanted[i])}, it is a scalar`);
      }
      return array.ndim > 0 ? array : leaf;
    });
  const rebuild = (others: readonly unknown[]): unknown[] => {
    let start = 0;
    return read.map(([own, structure]) => unflatten(structure, others.slice(start, (start += own.length))));
  };
  return { leaves, axes, rebuild };
}

function perArgument(args: readonly unknown[], inAxes: Axes): readonly Axes[] {
  if (!Array.isArray(inAxes)) return args.map(() => inAxes);
  if (inAxes.length !== args.length) {
    throw new TypeError(
      `vmap: expected inAxes to name ${args.length} axes, one for each argument, got ${inAxes.length}`,
    );
  }
  return inAxes as readonly Axes[];
}

function commonLength(values: readonly ndarray[], axes: readonly number[], axisSize: number | null): number {
  const lengths = values.map((array, i) => array.shape[axes[i]]);
  if (axisSize !== null) lengths.push(axisSize);
  if (lengths.length === 0) {
    throw new TypeError("vmap: expected at least one argument with an axis to map over");
  }
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`vmap: expected mapped axes of equal length, got ${lengths.join(" and ")}`);
  }
  return lengths[0];
}

/** Puts the results of examples together along an axis. */
function putBack(output: ndarray, axis: BatchAxis, target: BatchAxis, size: number): ndarray {
  if (target === null) {
    if (axis === null) return output;
    throw new TypeError("vmap: outAxes is null for a result that differs from example to example");
  }
  if (axis !== null) return moveAxis(output, axis, checkAxis("vmap", target, output.ndim));
  const to = checkAxis("vmap", target, output.ndim + 1);
  return moveAxis(broadcast(output, [size, ...output.shape]), 0, to);
}
