import { describe, readNamed, readOptions, type Spelled } from "../array/options";
import type { ndarray } from "../array/ndarray";
import { add, divide, lessEqual, maximum, minimum, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { chain } from "./combining";
import { sgd } from "./descent";
import { norm, scale } from "./trees";
import { told, transformation, type GradientTransformation, type Rate } from "./transformation";

/** Options of {@link scaleByPolyak}. */
export interface PolyakOptions {
  /** The least value that the loss can have. Default: 0. */
  fMin?: number | ndarray;
  /** The largest step. Default: 1. */
  maxLearningRate?: number | ndarray;
  /** What is added to the squared length of the gradient. Default: 0. */
  eps?: number | ndarray;
  /** `"sps"`, or `"sps+"`, which takes no steps uphill below `fMin`. Default: "sps". */
  variant?: "sps" | "sps+";
}

const usual: Required<PolyakOptions> = { fMin: 0, maxLearningRate: 1, eps: 0, variant: "sps" };

/** The distance between 1 and the next float32 number. */
const epsilon = 2 ** -23;

/**
 * Scales updates by how far the loss is from its least value: (loss − fMin) / (‖g‖² + ε). `update` is to be told the
 * loss.
 *
 * @param options - See {@link PolyakOptions}.
 * @throws RangeError for another variant; `update`: TypeError without `{ value }`.
 * @see https://arxiv.org/abs/1905.00313
 * @example
 * const tx = optax.scaleByPolyak();
 * const g = [jnp.array([2])];
 * tx.update(g, tx.init(g), g, { value: 1 })[0][0].item(); // 0.5
 */
export function scaleByPolyak(options?: Spelled<PolyakOptions>): GradientTransformation {
  const name = "scaleByPolyak";
  const { fMin, maxLearningRate, eps, variant } = readOptions<Required<PolyakOptions>>(name, options, usual);
  if (!["sps", "sps+"].includes(variant)) {
    throw new RangeError(`${name}: expected variant to be "sps" or "sps+", got ${describe(variant)}`);
  }
  return transformation(
    name,
    () => ({}),
    (updates, state, _, extra) => {
      const square = add(norm(updates, { squared: true }), eps);
      const distance = subtract(told(name, extra, "value"), fMin);
      const gap = variant === "sps" ? distance : maximum(distance, 0);
      const step = minimum(divide(gap, square), maxLearningRate);
      return [scale(where(lessEqual(square, epsilon), 0, step), updates), state];
    },
  );
}

/**
 * Gradient descent whose steps are as long as the distance of the loss from its least value allows. `update` is to be
 * told the loss: `tx.update(grads, state, params, { value: loss })`.
 *
 * @param maxLearningRate - The largest step (default: 1); or options.
 * @param options - See {@link PolyakOptions}, and a factor of all steps (`scaling`, default: 1), which may be a schedule.
 * @see https://arxiv.org/abs/1905.00313
 * @example
 * const tx = optax.polyakSgd();
 * const g = [jnp.array([2])];
 * tx.update(g, tx.init(g), g, { value: 1 })[0][0].item(); // -0.5
 */
export function polyakSgd(
  maxLearningRate?: number | ndarray | Spelled<PolyakOptions & { scaling?: Rate }>,
  options?: Spelled<PolyakOptions & { scaling?: Rate }>,
): GradientTransformation {
  const all = { ...usual, scaling: 1 as Rate };
  const { scaling, ...own } = readNamed("polyakSgd", { maxLearningRate }, options, all);
  return chain(sgd(scaling), scaleByPolyak(own));
}
