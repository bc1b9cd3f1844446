import type { Typing } from "../array/asarray";
import { checkNumber } from "../array/checks";
import { readTyping } from "../array/coerce";
import type { DType } from "../array/dtype";
import { readNamed } from "../array/options";
import { normal as drawNormal, truncatedNormal as drawTruncated } from "../random/normal";
import { uniform as drawUniform } from "../random/uniform";
import { scaled, shaped, type ShapedInitializer } from "./initializer";

/** Reads by how much draws are spread, and the dtype. */
function readSpread(
  name: string,
  spread: Readonly<Record<string, unknown>>,
  typing: Typing | undefined,
): [factor: number, dtype: DType] {
  const [label] = Object.keys(spread);
  const last = typeof typing === "string" ? { dtype: typing } : typing;
  const read = readNamed<Record<string, unknown>>(name, spread, last, { [label]: 0.01, dtype: undefined });
  return [checkNumber(name, label, read[label]), readTyping(name, { dtype: read.dtype }) ?? "float32"];
}

/** Options of {@link normal}. */
export interface NormalInitializerOptions {
  /** The standard deviation. Default: 0.01. */
  stddev?: number;
  /** The dtype where the layer asks for none. Default: float32. */
  dtype?: DType;
}

/**
 * Makes an initializer that draws from a normal distribution of mean 0.
 *
 * @param stddev - The standard deviation. Default: 0.01. Or options.
 * @param typing - The dtype where the layer asks for none, or options. Default: float32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.normal.html
 * @example
 * nn.initializers.normal(0.1)(jax.random.PRNGKey(0), [3]).shape; // [3]
 * nn.initializers.normal({ stddev: 0.1 })(jax.random.PRNGKey(0), [3]).shape; // [3]
 */
export function normal(stddev?: number | NormalInitializerOptions, typing?: Typing): ShapedInitializer {
  const [factor, own] = readSpread("normal", { stddev }, typing);
  return shaped("normal", (key, shape, dtype = own) => scaled(drawNormal(key, shape, dtype), factor));
}

/** Options of {@link uniform}. */
export interface UniformInitializerOptions {
  /** The upper end. Default: 0.01. */
  scale?: number;
  /** The dtype where the layer asks for none. Default: float32. */
  dtype?: DType;
}

/**
 * Makes an initializer that draws evenly from [0, scale).
 *
 * @param scale - The upper end. Default: 0.01. Or options.
 * @param typing - The dtype where the layer asks for none, or options. Default: float32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.uniform.html
 * @example
 * nn.initializers.uniform(0.1)(jax.random.PRNGKey(0), [3]).shape; // [3]
 * nn.initializers.uniform({ scale: 0.1 })(jax.random.PRNGKey(0), [3]).shape; // [3]
 */
export function uniform(scale?: number | UniformInitializerOptions, typing?: Typing): ShapedInitializer {
  const [factor, own] = readSpread("uniform", { scale }, typing);
  return shaped("uniform", (key, shape, dtype = own) => scaled(drawUniform(key, shape, { dtype }), factor));
}

/** Options of {@link truncatedNormal}. */
export interface TruncatedNormalInitializerOptions {
  /** The standard deviation before the cut. Default: 0.01. */
  stddev?: number;
  /** The dtype where the layer asks for none. Default: float32. */
  dtype?: DType;
}

/**
 * Makes an initializer that draws from a normal distribution cut off at two standard deviations.
 *
 * @param stddev - The standard deviation before the cut. Default: 0.01. Or options.
 * @param typing - The dtype where the layer asks for none, or options. Default: float32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.truncated_normal.html
 * @example
 * nn.initializers.truncatedNormal(0.1)(jax.random.PRNGKey(0), [3]).shape; // [3]
 * nn.initializers.truncatedNormal({ stddev: 0.1 })(jax.random.PRNGKey(0), [3]).shape; // [3]
 */
export function truncatedNormal(
  stddev?: number | TruncatedNormalInitializerOptions,
  typing?: Typing,
): ShapedInitializer {
  const [factor, own] = readSpread("truncatedNormal", { stddev }, typing);
  return shaped("truncatedNormal", (key, shape, dtype = own) =>
    scaled(drawTruncated(key, -2, 2, shape, dtype), factor),
  );
}
