import { checkAxes, checkNumber, checkShape } from "../array/checks";
import { formatShape } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { camelCase, describe, readNamed, readOptions, type Spelled } from "../array/options";
import { normal as drawNormal, truncatedNormal as drawTruncated } from "../random/normal";
import { uniform as drawUniform } from "../random/uniform";
import type { Key } from "../random/keys";
import { scaled, shaped, type ShapedInitializer } from "./initializer";

/** How an initializer spreads its numbers. */
export type Distribution = "truncatedNormal" | "normal" | "uniform";

/** Which number of connections an initializer looks at. */
export type FanMode = "fanIn" | "fanOut" | "fanAvg" | "fanGeoAvg";

/** Options of the initializers that look at how many numbers go into and come out of a layer. */
export interface FanOptions {
  /** The axis, or axes, of the numbers that go in. Default: -2. */
  inAxis?: number | readonly number[];
  /** The axis, or axes, of the numbers that come out. Default: -1. */
  outAxis?: number | readonly number[];
  /** Axes along which there are several layers side by side. Default: none. */
  batchAxis?: number | readonly number[];
  /** The dtype where the layer asks for none. Default: float32. */
  dtype?: DType;
}

/** The arguments of {@link varianceScaling}, by name. */
export interface VarianceScalingOptions extends FanOptions {
  /** A positive number. */
  scale?: number;
  /** The number of connections by which it is divided. */
  mode?: string;
  /** How the numbers are spread. */
  distribution?: string;
}

const fanDefaults: FanOptions = { inAxis: -2, outAxis: -1, batchAxis: [], dtype: "float32" };

/** How many numbers go into and come out of one unit. */
function fansOf(
  name: string,
  shape: readonly number[],
  options: FanOptions,
): { fanIn: number; fanOut: number } {
  const { inAxis, outAxis, batchAxis } = options;
  if (inAxis === -2 && shape.length < 2) {
    throw new RangeError(
      `${name}: expected a shape of two axes or more (or inAxis), got ${formatShape(shape)}`,
    );
  }
  const size = (axes: unknown): number =>
    checkAxes(name, axes, shape.length).reduce((product, axis) => product * shape[axis], 1);
  const all = shape.reduce((product, length) => product * length, 1);
  const [inSize, outSize, batchSize] = [size(inAxis), size(outAxis), size(batchAxis)];
  const field = all / inSize / outSize / batchSize;
  return { fanIn: inSize * field, fanOut: outSize * field };
}

function scaling(
  name: string,
  scale: number,
  mode: FanMode,
  distribution: Distribution,
  options: Spelled<FanOptions> | undefined,
): ShapedInitializer {
  const read = readOptions<FanOptions>(name, options, fanDefaults);
  return shaped(name, (key: Key, shape, dtype = read.dtype ?? "float32") => {
    const lengths = checkShape(name, shape);
    const { fanIn, fanOut } = fansOf(name, lengths, read);
    const fans = { fanIn, fanOut, fanAvg: (fanIn + fanOut) / 2, fanGeoAvg: Math.sqrt(fanIn * fanOut) };
    const round = dtype === "float64" ? (x: number) => x : Math.fround;
    const variance = round(scale / fans[mode]);
    if (distribution === "normal") return scaled(drawNormal(key, lengths, dtype), Math.sqrt(variance));
    if (distribution === "uniform") {
      return scaled(drawUniform(key, lengths, { dtype, minval: -1 }), Math.sqrt(round(3 * variance)));
    }
    // What the normal distribution has left of its spread when cut off at two standard deviations.
    const deviation = round(Math.sqrt(variance)) / round(0.87962566103423978);
    return scaled(drawTruncated(key, -2, 2, lengths, dtype), deviation);
  });
}

const varianceDefaults: VarianceScalingOptions = {
  ...fanDefaults,
  scale: undefined,
  mode: undefined,
  distribution: undefined,
};

/**
 * Makes an initializer whose variance is `scale` divided by a number of connections.
 *
 * @param scale - A positive number; or all arguments by name.
 * @param mode - Divides by the number that go in (`"fanIn"`), come out (`"fanOut"`), or their arithmetic or geometric
 * mean (`"fanAvg"`, `"fanGeoAvg"`). Python's spellings are understood, too.
 * @param distribution - `"truncatedNormal"`, `"normal"` or `"uniform"`.
 * @param options - Which axes go in and come out, and the dtype.
 * @throws TypeError for an unknown mode or distribution.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.variance_scaling.html
 * @example
 * const init = nn.initializers.varianceScaling(2, "fanIn", "normal");
 * init(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function varianceScaling(
  scale: number | Spelled<VarianceScalingOptions>,
  mode?: string | Spelled<VarianceScalingOptions>,
  distribution?: string | Spelled<VarianceScalingOptions>,
  options?: Spelled<FanOptions>,
): ShapedInitializer {
  const name = "varianceScaling";
  const {
    scale: factor,
    mode: kind,
    distribution: shape,
    ...rest
  } = readNamed(name, { scale, mode, distribution }, options, varianceDefaults);
  const modes: readonly FanMode[] = ["fanIn", "fanOut", "fanAvg", "fanGeoAvg"];
  const distributions: readonly Distribution[] = ["truncatedNormal", "normal", "uniform"];
  const found = modes.find((one) => one === camelCase(String(kind)));
  if (found === undefined) {
    throw new TypeError(`${name}: expected mode to be one of ${modes.join(", ")}, got ${describe(kind)}`);
  }
  const spread = distributions.find((one) => one === camelCase(String(shape)));
  if (spread === undefined) {
    const wanted = distributions.join(", ");
    throw new TypeError(`${name}: expected distribution to be one of ${wanted}, got ${describe(shape)}`);
  }
  return scaling(name, checkNumber(name, "scale", factor), found, spread, rest);
}

/**
 * Makes LeCun's initializer: a truncated normal distribution of variance 1 / fan-in. The default of Dense.
 *
 * @param options - Which axes go in and come out, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.lecun_normal.html
 * @example
 * nn.initializers.lecunNormal()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function lecunNormal(options?: Spelled<FanOptions>): ShapedInitializer {
  return scaling("lecunNormal", 1, "fanIn", "truncatedNormal", options);
}

/**
 * Makes LeCun's initializer with a uniform distribution of variance 1 / fan-in.
 *
 * @param options - Which axes go in and come out, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.lecun_uniform.html
 * @example
 * nn.initializers.lecunUniform()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function lecunUniform(options?: Spelled<FanOptions>): ShapedInitializer {
  return scaling("lecunUniform", 1, "fanIn", "uniform", options);
}

/**
 * Makes Glorot's initializer (Xavier's): a truncated normal distribution of variance 2 / (fan-in + fan-out).
 *
 * @param options - Which axes go in and come out, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.glorot_normal.html
 * @example
 * nn.initializers.glorotNormal()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function glorotNormal(options?: Spelled<FanOptions>): ShapedInitializer {
  return scaling("glorotNormal", 1, "fanAvg", "truncatedNormal", options);
}

/**
 * Makes Glorot's initializer (Xavier's) with a uniform distribution of variance 2 / (fan-in + fan-out).
 *
 * @param options - Which axes go in and come out, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.glorot_uniform.html
 * @example
 * nn.initializers.glorotUniform()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function glorotUniform(options?: Spelled<FanOptions>): ShapedInitializer {
  return scaling("glorotUniform", 1, "fanAvg", "uniform", options);
}

/**
 * Makes He's initializer (Kaiming's): a truncated normal distribution of variance 2 / fan-in, made for ReLU.
 *
 * @param options - Which axes go in and come out, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.he_normal.html
 * @example
 * nn.initializers.heNormal()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function heNormal(options?: Spelled<FanOptions>): ShapedInitializer {
  return scaling("heNormal", 2, "fanIn", "truncatedNormal", options);
}

/**
 * Makes He's initializer (Kaiming's) with a uniform distribution of variance 2 / fan-in.
 *
 * @param options - Which axes go in and come out, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.he_uniform.html
 * @example
 * nn.initializers.heUniform()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function heUniform(options?: Spelled<FanOptions>): ShapedInitializer {
  return scaling("heUniform", 2, "fanIn", "uniform", options);
}
