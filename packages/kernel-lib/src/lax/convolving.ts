import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { resultType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { padsOf, readPadding, reachOf, type Padding } from "../array/windowPadding";
import { toArray } from "../array/coerce";
import { convolution } from "../ops/convolution";
import { transpose } from "../ops/layout";
import { convertType } from "../ops/map";

/**
 * Which axis of input, kernel and result is which, a letter for each: N of examples, C of channels (in the kernel O of
 * results and I of inputs), all others spatial ones, as in `["NHWC", "HWIO", "NHWC"]`.
 */
export type DimensionNumbers = readonly [lhs: string, rhs: string, out: string];

/** Options of {@link convGeneralDilated}. */
export interface ConvGeneralDilatedOptions {
  /** How far the kernel moves at a time along each spatial axis. */
  windowStrides?: readonly number[];
  /** What surrounds the input: "SAME", "VALID", or a pair of numbers of zeros for each spatial axis. */
  padding?: Padding;
  /** The distance of neighbours in the input, where zeros are put between them. Default: 1. */
  lhsDilation?: readonly number[] | null;
  /** The distance of neighbours in the kernel. Default: 1. */
  rhsDilation?: readonly number[] | null;
  /** Which axis is which. Default: examples, channels, spatial axes; in the kernel results, inputs, spatial axes. */
  dimensionNumbers?: DimensionNumbers | null;
  /** Into how many groups channels are divided. Default: 1. */
  featureGroupCount?: number;
  /** Into how many groups examples are divided. Default: 1. */
  batchGroupCount?: number;
}

const spatialLetters = "HWDEFGJKLM";

/** The places of letters in a name of axes. */
function placesOf(name: string, text: unknown, letters: string): number[] {
  const given = typeof text === "string" ? text : "";
  if (given.length === letters.length && [...letters].every((letter) => given.includes(letter))) {
    return [...letters].map((letter) => given.indexOf(letter));
  }
  throw new TypeError(`${name}: expected the letters ${letters} in some order, got ${describe(text)}`);
}

/** The axes of input and kernel with channels last, and where those of the result go. */
function ordersOf(name: string, numbers: DimensionNumbers | null | undefined, rank: number): number[][] {
  const plain = spatialLetters.slice(0, rank);
  const [lhs, rhs, out] = numbers ?? [`NC${plain}`, `OI${plain}`, `NC${plain}`];
  const spatial =
    typeof rhs === "string" ? [...rhs].filter((letter) => !"OI".includes(letter)).join("") : plain;
  const result = placesOf(name, out, `N${spatial}C`);
  return [
    placesOf(name, lhs, `N${spatial}C`),
    placesOf(name, rhs, `${spatial}IO`),
    result.map((_, place) => result.indexOf(place)),
  ];
}

function perAxis(name: string, option: string, given: unknown, rank: number): number[] {
  if (given === null || given === undefined) return new Array<number>(rank).fill(1);
  if (Array.isArray(given) && given.length === rank)
    return given.map((one) => checkInteger(name, option, one, 1));
  throw new TypeError(`${name}: expected ${option} for each of ${rank} spatial axes, got ${describe(given)}`);
}

/**
 * Moves a kernel over the positions of an input and adds up the products, with strides, padding, dilations and groups. The
 * kernel is not turned round.
 *
 * @param lhs - The input.
 * @param rhs - The kernel.
 * @param windowStrides - How far the kernel moves at a time along each spatial axis; or options.
 * @param padding - "SAME", "VALID", or a pair of numbers of zeros for each spatial axis; or options.
 * @param options - Dilations, groups, and which axis is which.
 * @throws RangeError if the shapes do not fit; TypeError if options do not.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.conv_general_dilated.html
 * @example
 * const [image, kernel] = [np.ones([1, 1, 4, 4]), np.ones([1, 1, 3, 3])];
 * jax.lax.convGeneralDilated(image, kernel, [1, 1], "VALID").tolist(); // [[[[9, 9], [9, 9]]]]
 */
export function convGeneralDilated(
  lhs: ArrayLike,
  rhs: ArrayLike,
  windowStrides: readonly number[] | ConvGeneralDilatedOptions,
  padding?: Padding | ConvGeneralDilatedOptions,
  options?: ConvGeneralDilatedOptions,
): ndarray {
  return convolved("convGeneralDilated", lhs, rhs, windowStrides, padding, options);
}

function convolved(
  name: string,
  lhs: ArrayLike,
  rhs: ArrayLike,
  windowStrides: unknown,
  padding: unknown,
  options?: ConvGeneralDilatedOptions,
): ndarray {
  const read = readNamed<ConvGeneralDilatedOptions>(name, { windowStrides, padding }, options, {
    windowStrides: undefined,
    padding: undefined,
    lhsDilation: null,
    rhsDilation: null,
    dimensionNumbers: null,
    featureGroupCount: 1,
    batchGroupCount: 1,
  });
  const given = [toArray(name, lhs), toArray(name, rhs)];
  const rank = given[1].ndim - 2;
  if (rank < 0 || given[0].ndim !== rank + 2) {
    const shapes = given.map(({ shape }) => formatShape(shape)).join(" and ");
    throw new RangeError(`${name}: expected input and kernel of as many axes, two or more, got ${shapes}`);
  }
  const [inputOrder, kernelOrder, resultOrder] = ordersOf(name, read.dimensionNumbers, rank);
  const dtype = resultType(...given);
  const input = convertType(transpose(given[0], inputOrder), dtype);
  const kernel = convertType(transpose(given[1], kernelOrder), dtype);
  const strides = perAxis(name, "windowStrides", read.windowStrides, rank);
  const [lhsDilation, rhsDilation] = [read.lhsDilation, read.rhsDilation].map((one, i) =>
    perAxis(name, i === 0 ? "lhsDilation" : "rhsDilation", one, rank),
  );
  const featureGroups = checkInteger(name, "featureGroupCount", read.featureGroupCount ?? 1, 1);
  const batchGroups = checkInteger(name, "batchGroupCount", read.batchGroupCount ?? 1, 1);
  const [examples, channels] = [input.shape[0], input.shape[rank + 1]];
  const [inner, outer] = kernel.shape.slice(-2);
  const fits = channels === inner * featureGroups && outer % (featureGroups * batchGroups) === 0;
  if (!fits || examples % batchGroups !== 0) {
    throw new RangeError(
      `${name}: expected channels and examples that fit ${featureGroups} and ${batchGroups} groups, ` +
        `got shapes ${formatShape(given[0].shape)} and ${formatShape(given[1].shape)}`,
    );
  }
  const lengths = input.shape.slice(1, -1).map((length, i) => reachOf(length, lhsDilation[i]));
  const windows = kernel.shape.slice(0, -2).map((length, i) => reachOf(length, rhsDilation[i]));
  const pads = padsOf(name, readPadding(name, read.padding, rank), lengths, windows, strides);
  const params = { strides, padding: pads, lhsDilation, rhsDilation, featureGroups, batchGroups };
  return transpose(convolution(input, kernel, params), resultOrder);
}

/**
 * Moves a kernel over the positions of an input: {@link convGeneralDilated} with examples, channels and spatial axes in
 * that order.
 *
 * @param lhs - The input.
 * @param rhs - The kernel.
 * @param windowStrides - How far the kernel moves at a time along each spatial axis.
 * @param padding - "SAME" or "VALID".
 * @throws RangeError if the shapes do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.conv.html
 * @example
 * jax.lax.conv(np.ones([1, 1, 5]), np.ones([1, 1, 3]), [2], "SAME").tolist(); // [[[2, 3, 2]]]
 */
export function conv(
  lhs: ArrayLike,
  rhs: ArrayLike,
  windowStrides: readonly number[],
  padding: Padding,
): ndarray {
  return convolved("conv", lhs, rhs, windowStrides, padding);
}
