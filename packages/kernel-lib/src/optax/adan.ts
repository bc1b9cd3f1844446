import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { add, divide, equal, multiply, sqrt, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { addDecayedWeights } from "./adding";
import { chain, type Mask } from "./combining";
import { biasCorrection, updateMoment } from "./moments";
import type { LearningRate } from "./optimizerOptions";
import { scaleByLearningRate } from "./scaling";
import {
  filled,
  nextStep,
  noSteps,
  overTrees,
  readRate,
  transformation,
  type GradientTransformation,
  type Rate,
} from "./transformation";

/** Options of {@link scaleByAdan}. */
export interface AdanMoments {
  /** How much of the mean of gradients stays each step. Default: 0.98. */
  b1?: number;
  /** How much of the mean of their changes stays. Default: 0.92. */
  b2?: number;
  /** How much of the mean square stays. Default: 0.99. */
  b3?: number;
  /** What is added to the root. Default: 1e-8. */
  eps?: number;
  /** What is added inside the root. Default: 0; of {@link adan} 1e-8. */
  epsRoot?: number;
}

/** Options of {@link adan}. */
export interface AdanOptions extends AdanMoments {
  /** The share of parameters by which they shrink. Default: 0. */
  weightDecay?: number;
  /** Which parameters shrink. Default: all. */
  mask?: Mask;
}

const usual: Required<AdanMoments> = { b1: 0.98, b2: 0.92, b3: 0.99, eps: 1e-8, epsRoot: 0 };

/**
 * Looks ahead by the running mean of changes of gradients: Adan's part.
 *
 * @param options - See {@link AdanMoments}.
 * @see https://arxiv.org/abs/2208.06677
 * @example
 * Object.keys(optax.scaleByAdan().init([jnp.array([1])])); // ["m", "v", "n", "g", "t"]
 */
export function scaleByAdan(options?: Spelled<AdanMoments>): GradientTransformation {
  const name = "scaleByAdan";
  const { b1, b2, b3, eps, epsRoot } = readOptions<Required<AdanMoments>>(name, options, usual);
  return transformation(
    name,
    (params) => ({
      m: filled(name, params),
      v: filled(name, params),
      n: filled(name, params),
      g: filled(name, params),
      t: noSteps(),
    }),
    (g, state: { m: unknown; v: unknown; n: unknown; g: unknown; t: ndarray }) => {
      const isFirst = equal(state.t, 0);
      const change = overTrees(name, (now, before) => where(isFirst, 0, subtract(now, before)), g, state.g);
      const ahead = (a: unknown, b: unknown): unknown =>
        overTrees(name, (x, y) => add(x, multiply(1 - b2, y)), a, b);
      const m = updateMoment(g, state.m, b1, 1);
      const v = updateMoment(change, state.v, b2, 1);
      const n = updateMoment(ahead(g, change), state.n, b3, 2);
      const t = nextStep(state.t);
      const step = ahead(biasCorrection(m, b1, t), biasCorrection(v, b2, t));
      const scaled = overTrees(
        name,
        (u, square) => divide(u, add(sqrt(add(square, epsRoot)), eps)),
        step,
        biasCorrection(n, b3, t),
      );
      return [scaled, { m, v, n, g, t }];
    },
  );
}

/**
 * Adan: Adam with Nesterov's momentum, which looks ahead by how gradients change.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdanOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/2208.06677
 * @example
 * const tx = optax.adan(0.5, { epsRoot: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]), [jnp.array([1])])[0][0].item(); // -0.5
 */
export function adan(
  learningRate: Rate | Spelled<LearningRate & AdanOptions>,
  options?: Spelled<AdanOptions>,
): GradientTransformation {
  const {
    learningRate: rate,
    weightDecay,
    mask,
    ...moments
  } = readRate("adan", learningRate, options, {
    ...usual,
    epsRoot: 1e-8,
    weightDecay: 0,
    mask: null as Mask,
  });
  return chain(scaleByAdan(moments), addDecayedWeights(weightDecay, mask), scaleByLearningRate(rate));
}
