import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { floatingType } from "../array/traits";
import { divide } from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { windowExtreme, windowSum, type Windows } from "../ops/window";
import { perAxis } from "./fields";
import { padsOf, readPadding, type Padding } from "../array/windowPadding";

/** Options of {@link maxPool} and {@link minPool}. */
export interface PoolOptions {
  /** How far the window moves at a time. Default: 1 along each axis. */
  strides?: number | readonly number[] | null;
  /** What surrounds the input: `"VALID"` (nothing), `"SAME"`, or numbers of neutral elements. Default: "VALID". */
  padding?: Padding;
}

/** Options of {@link avgPool}. */
export interface AvgPoolOptions extends PoolOptions {
  /** Whether zeros around the input count. Default: true. */
  countIncludePad?: boolean;
}

/** Moves a window over the spatial axes of an array with channels last. */
function pooled(
  name: string,
  x: ndarray,
  windowShape: unknown,
  { strides, padding }: PoolOptions,
  reduce: (x: ndarray, windows: Windows) => ndarray,
): ndarray {
  if (!Array.isArray(windowShape) || windowShape.length === 0) {
    throw new TypeError(`${name}: expected a window such as [2, 2], got ${describe(windowShape)}`);
  }
  const rank = windowShape.length;
  const window = perAxis(name, "windowShape", windowShape as number[], rank);
  const steps = perAxis(name, "strides", strides, rank);
  if (x.ndim <= rank) {
    throw new RangeError(
      `${name}: expected an array of ${rank} spatial axes and one of channels, got shape ${formatShape(x.shape)}`,
    );
  }
  const outer = x.shape.slice(0, x.ndim - rank - 1).map(() => 1);
  const lengths = x.shape.slice(outer.length, -1);
  const pads = padsOf(name, readPadding(name, padding, rank), lengths, window, steps);
  return reduce(x, {
    lengths: [...outer, ...window, 1],
    strides: [...outer, ...steps, 1],
    padding: [...outer.map(() => [0, 0] as const), ...pads, [0, 0]],
    dilation: x.shape.map(() => 1),
  });
}

const poolDefaults: PoolOptions = { strides: null, padding: "VALID" };

/** The window by name, among the options. */
interface WindowShape {
  /** The lengths of the window along each spatial axis. */
  windowShape?: readonly number[];
  /** The same in Python's spelling. */
  window_shape?: readonly number[];
}

/** Reads what follows the inputs. */
function readPool<Options extends PoolOptions>(
  name: string,
  windowShape: unknown,
  strides: unknown,
  options: unknown,
  defaults: Options,
): Options & { windowShape: readonly number[] } {
  return readNamed(name, { windowShape, strides }, options, {
    windowShape: undefined as unknown as readonly number[],
    ...defaults,
  });
}

/**
 * Takes the largest element of each window, channel by channel.
 *
 * @param inputs - An array of shape (…, spatial axes, channels).
 * @param windowShape - The lengths of the window along each spatial axis; or this and all that follows by name.
 * @param strides - How far it moves at a time; or options. Default: 1 along each axis.
 * @param options - What surrounds the input.
 * @returns An array of the largest elements. The gradient goes to the first element that is the largest.
 * @throws RangeError if the input has too few axes.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.maxPool(np.arange(4).reshape([1, 2, 2, 1]), [2, 2]).tolist(); // [[[[3]]]]
 */
export function maxPool(
  inputs: ArrayLike,
  windowShape: readonly number[] | (WindowShape & PoolOptions),
  strides?: number | readonly number[] | null | PoolOptions,
  options?: PoolOptions,
): ndarray {
  const read = readPool("maxPool", windowShape, strides, options, poolDefaults);
  return pooled("maxPool", toArray("maxPool", inputs), read.windowShape, read, (x, windows) =>
    windowExtreme("max", x, windows),
  );
}

/**
 * Takes the smallest element of each window, channel by channel.
 *
 * @param inputs - An array of shape (…, spatial axes, channels).
 * @param windowShape - The lengths of the window along each spatial axis; or this and all that follows by name.
 * @param strides - How far it moves at a time; or options. Default: 1 along each axis.
 * @param options - What surrounds the input.
 * @returns An array of the smallest elements. The gradient goes to the first element that is the smallest.
 * @throws RangeError if the input has too few axes.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.minPool(np.arange(4).reshape([1, 2, 2, 1]), [2, 2]).tolist(); // [[[[0]]]]
 */
export function minPool(
  inputs: ArrayLike,
  windowShape: readonly number[] | (WindowShape & PoolOptions),
  strides?: number | readonly number[] | null | PoolOptions,
  options?: PoolOptions,
): ndarray {
  const read = readPool("minPool", windowShape, strides, options, poolDefaults);
  return pooled("minPool", toArray("minPool", inputs), read.windowShape, read, (x, windows) =>
    windowExtreme("min", x, windows),
  );
}

/**
 * Takes the mean of each window, channel by channel.
 *
 * @param inputs - An array of shape (…, spatial axes, channels).
 * @param windowShape - The lengths of the window along each spatial axis; or this and all that follows by name.
 * @param strides - How far it moves at a time; or options. Default: 1 along each axis.
 * @param options - What surrounds the input, and whether that counts.
 * @returns An array of means.
 * @throws RangeError if the input has too few axes.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.avgPool(np.arange(4).reshape([1, 2, 2, 1]), [2, 2]).tolist(); // [[[[1.5]]]]
 */
export function avgPool(
  inputs: ArrayLike,
  windowShape: readonly number[] | (WindowShape & AvgPoolOptions),
  strides?: number | readonly number[] | null | AvgPoolOptions,
  options?: AvgPoolOptions,
): ndarray {
  const name = "avgPool";
  const read = readPool(name, windowShape, strides, options, {
    ...poolDefaults,
    countIncludePad: true,
  });
  const given = toArray(name, inputs);
  const x = convertType(given, floatingType(given.dtype));
  const sums = pooled(name, x, read.windowShape, read, windowSum);
  if (read.countIncludePad !== false) {
    return divide(
      sums,
      read.windowShape.reduce((product, length) => product * length, 1),
    );
  }
  const spatial = x.shape.slice(x.ndim - 1 - read.windowShape.length, -1);
  const counts = pooled(name, full(1, [...spatial, 1], x.dtype), read.windowShape, read, windowSum);
  return divide(
    sums,
    reshape(counts, [...x.shape.slice(0, x.ndim - counts.ndim).map(() => 1), ...counts.shape]),
  );
}
