import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, sizeOf } from "../array/broadcast";
import { checkAxis, checkInteger, checkNumber } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { floatingType, isFloating } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { moveAxis, reshape } from "../ops/layout";
import { convertType, scalar } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { isTracer } from "../ops/tracer";
import { countingAlong } from "./countingAlong";
import { round, spaced, spacedDefaults } from "./spacing";
import { add, divide, floor, multiply, subtract } from "./ufuncs";

/** Options of {@link linspace}. */
export interface LinspaceOptions {
  /** How many numbers, where it is not the third argument. Default: 50. */
  num?: number;
  /** Whether `stop` is the last number. Default: true. */
  endpoint?: boolean;
  /** Whether to give the distance of neighbours, too. Default: false. */
  retstep?: boolean;
  /** The dtype. Default: float32. */
  dtype?: DType;
  /** Along which axis the numbers lie, where `start` or `stop` are arrays. Default: 0. */
  axis?: number;
}

/** The numbers; with `retstep` also their distance. */
export type Linspace<Options> = Options extends { retstep: true }
  ? [samples: ndarray, step: ndarray]
  : ndarray;

/** Whether an end is one plain number, which float64 spaces as NumPy does. */
const isPlain = (end: ArrayLike): boolean =>
  typeof end === "number" || (end instanceof ndarray && end.ndim === 0 && !isTracer(end));

/** Numbers between arrays, each a mean of the two ends: the last one is `stop` itself. */
function between(start: ndarray, stop: ndarray, count: number, divisions: number): ndarray {
  const shape = broadcastShapes("linspace", start.shape, stop.shape);
  sizeOf("linspace", [count, ...shape]);
  const places = countingAlong("linspace", count, 0, shape.length + 1, start.dtype);
  const share = divide(places, Math.max(1, divisions));
  const samples = add(multiply(start, subtract(1, share)), multiply(stop, share));
  const isLast = divisions === count - 1 && count > 1;
  if (!isLast) return broadcast(samples, [count, ...shape]);
  const end = reshape(broadcast(stop, shape), [1, ...shape]);
  return concatenate([sliceAxis(samples, 0, 0, count - 1), end], 0);
}

/**
 * Makes evenly spaced numbers from `start` to `stop`.
 *
 * @param start - The first number; or an array of first numbers, for which the numbers lie along a new axis.
 * @param stop - The last number, unless `endpoint` is false; or an array.
 * @param num - How many numbers, or options. Default: 50.
 * @param options - Whether `stop` is included, whether to give the distance, the dtype, and the new axis.
 * @returns The numbers; with `retstep` a pair of them and of their distance, NaN where there is but one.
 * @throws RangeError if `num` is negative or no whole number, or the ends do not broadcast.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.linspace.html
 * @example
 * np.linspace(-10, 10, 5).tolist(); // [-10, -5, 0, 5, 10]
 * np.linspace([0, 1], [2, 5], 3).tolist(); // [[0, 1], [1, 3], [2, 5]]
 * const [x, step] = np.linspace(0, 1, 5, { retstep: true });
 * step.item(); // 0.25
 */
export function linspace<const Options extends LinspaceOptions = Record<never, never>>(
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | Options,
  options?: Options,
): Linspace<Options> {
  const name = "linspace";
  const read = readNamed<LinspaceOptions>(name, { num }, options, {
    ...spacedDefaults,
    retstep: false,
    axis: 0,
  });
  const count = checkInteger(name, "num", read.num, 0);
  const divisions = read.endpoint === false ? count : count - 1;
  const give = (samples: ndarray, step: () => ndarray): Linspace<Options> =>
    (read.retstep ? [samples, step()] : samples) as Linspace<Options>;
  const stepOf = (distance: ArrayLike): ndarray =>
    divisions > 0 ? divide(distance, divisions) : scalar(NaN, "float32");
  if (isPlain(start) && isPlain(stop)) {
    const ends = [checkNumber(name, "start", start), checkNumber(name, "stop", stop)] as const;
    const samples = round(name, spaced(name, ...ends, count, read.endpoint), read.dtype);
    const type = isFloating(samples.dtype) ? samples.dtype : "float32";
    return give(samples, () => convertType(stepOf(scalar(ends[1] - ends[0], "float64")), type));
  }
  const given = [toArray(name, start), toArray(name, stop)];
  const dtype = readTyping(name, { dtype: read.dtype });
  const computing = floatingType(resultType(...given));
  const [from, to] = given.map((x) => convertType(x, computing));
  const samples = between(from, to, count, divisions);
  const axis = checkAxis(name, read.axis ?? 0, samples.ndim);
  const moved = moveAxis(dtype && !isFloating(dtype) ? floor(samples) : samples, 0, axis);
  return give(dtype ? convertType(moved, dtype) : moved, () => stepOf(subtract(to, from)));
}
