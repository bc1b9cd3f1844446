import type { ndarray } from "../../array/ndarray";
import { toArray } from "../../array/coerce";
import { readOptions, type Spelled } from "../../array/options";
import { cond } from "../../lax/cond";
import { divide, equal, maximum, multiply, remainder } from "../../np/ufuncs";
import { scalar } from "../../ops/map";
import { PRNGKey, split, type Key } from "../../random/keys";
import { rademacher } from "../../random";
import { grad as gradientOf } from "../../transform/grad";
import { jvp } from "../../transform";
import { addDecayedWeights } from "../adding";
import { chain, type Mask } from "../combining";
import { biasCorrection, updateMoment } from "../moments";
import type { LearningRate } from "../optimizerOptions";
import { scaleByLearningRate } from "../scaling";
import {
  filled,
  needed,
  nextStep,
  noSteps,
  overTrees,
  readRate,
  told,
  transformation,
  type GradientTransformation,
  type OptState,
  type Rate,
} from "../transformation";
import { clip, mul, randomLike } from "../trees";

/**
 * Replaces gradients by an estimate of the diagonal of the Hessian: r · H r for random signs r. `update` is to be told
 * `{ objFn }`, the loss as a function of parameters.
 *
 * @param randomSeed - A key, or the number of one. Default: 0.
 * @throws TypeError without `{ objFn }`, in `update`.
 * @see https://arxiv.org/abs/2305.14342
 * @example
 * const tx = optax.contrib.hutchinsonEstimatorDiagHessian();
 * const w = [jnp.array([1, 2])];
 * const objFn = ([w]: np.ndarray[]) => jnp.sum(jnp.multiply([1, 3], jnp.square(w)));
 * tx.update(w, tx.init(w), w, { objFn })[0][0].tolist(); // [2, 6]
 */
export function hutchinsonEstimatorDiagHessian(randomSeed: number | ndarray = 0): GradientTransformation {
  const name = "hutchinsonEstimatorDiagHessian";
  return transformation(
    name,
    () => ({ key: typeof randomSeed === "number" ? PRNGKey(randomSeed) : toArray(name, randomSeed) }),
    (_, state: { key: Key }, given, extra) => {
      const params = needed(name, given);
      const keys = split(state.key);
      const signs = randomLike(keys.at(1), params, rademacher as never) as unknown;
      const slope = gradientOf(told(name, extra, "objFn") as never);
      const [, bent] = jvp(slope as never, [params] as never, [signs] as never) as [unknown, unknown];
      return [mul(bent, signs), { key: keys.at(0) }];
    },
  );
}

/** Options of {@link scaleBySophia}. */
export interface SophiaScaleOptions {
  /** How much of the mean of gradients stays each step. Default: 0.965. */
  b1?: number;
  /** How much of the mean of curvatures stays. Default: 0.99. */
  b2?: number;
  /** The least divisor. Default: 1e-8. */
  eps?: number;
  /** A factor of curvatures. Default: 0.01. */
  gamma?: number;
  /** The largest update, null for none. Default: 1. */
  clipThreshold?: number | null;
  /** After how many steps curvatures are estimated anew. Default: 10. */
  updateInterval?: number;
  /** What estimates the diagonal of the Hessian. Default: {@link hutchinsonEstimatorDiagHessian}. */
  hessianDiagonalFn?: GradientTransformation;
}

const scaleDefaults = (): Required<SophiaScaleOptions> => ({
  b1: 0.965,
  b2: 0.99,
  eps: 1e-8,
  gamma: 0.01,
  clipThreshold: 1,
  updateInterval: 10,
  hessianDiagonalFn: hutchinsonEstimatorDiagHessian(),
});

/** The state of {@link scaleBySophia}. */
interface SophiaState {
  readonly count: ndarray;
  readonly mu: unknown;
  readonly nu: unknown;
  readonly hessianFnState: OptState;
}

/**
 * Divides the running mean of gradients by that of curvatures, estimated every few steps, and clips what comes of it:
 * Sophia's part. `update` is to be told what the estimate asks for, `{ objFn }`.
 *
 * @param options - See {@link SophiaScaleOptions}.
 * @see https://arxiv.org/abs/2305.14342
 * @example
 * const tx = optax.contrib.scaleBySophia();
 * Object.keys(tx.init([jnp.array([1])])); // ["count", "mu", "nu", "hessianFnState"]
 */
export function scaleBySophia(options?: Spelled<SophiaScaleOptions>): GradientTransformation {
  const name = "scaleBySophia";
  const own = readOptions<Required<SophiaScaleOptions>>(name, options, scaleDefaults());
  const { b1, b2, eps, gamma, clipThreshold, updateInterval, hessianDiagonalFn } = own;
  return transformation(
    name,
    (params): SophiaState => ({
      count: noSteps(),
      mu: filled(name, params),
      nu: filled(name, params),
      hessianFnState: hessianDiagonalFn.init(params),
    }),
    (grads, state: SophiaState, given, extra) => {
      const params = needed(name, given);
      const count = nextStep(state.count);
      const mu = updateMoment(grads, state.mu, b1, 1);
      const divided = overTrees(
        name,
        (m, h) => divide(m, maximum(multiply(gamma, h), eps)),
        biasCorrection(mu, b1, count),
        state.nu,
      );
      const updates =
        clipThreshold === null ? divided : (clip(divided, -clipThreshold, clipThreshold) as unknown);
      type Estimate = { inner: OptState; nu: unknown };
      const anew = ({ inner, nu }: Estimate): Estimate => {
        const [diagonal, next] = hessianDiagonalFn.update(grads, inner, params, extra);
        return { inner: next, nu: updateMoment(diagonal, nu, b2, 1) };
      };
      const isDue = equal(remainder(state.count, scalar(updateInterval, "int32")), 0);
      const { inner, nu } = cond(
        isDue,
        anew as never,
        ((one: Estimate) => one) as never,
        {
          inner: state.hessianFnState,
          nu: state.nu,
        } as never,
      ) as unknown as Estimate;
      return [updates, { count, mu, nu, hessianFnState: inner }];
    },
  );
}

/** Options of {@link sophia}. */
export interface SophiaOptions extends SophiaScaleOptions {
  /** Which share of the parameters is taken off each step. Default: 1e-4. */
  weightDecay?: number;
  /** Which parameters shrink. Default: null, all. */
  weightDecayMask?: Mask;
}

/**
 * Sophia: steps along the running mean of gradients, divided by curvatures and clipped. `update` is to be told the loss
 * as a function of parameters: `tx.update(grads, state, params, { objFn: loss })`.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link SophiaOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/2305.14342
 * @example
 * const tx = optax.contrib.sophia(0.5);
 * const w = [jnp.array([2])];
 * const objFn = ([w]: np.ndarray[]) => jnp.sum(jnp.square(w));
 * tx.update(jax.grad(objFn)(w), tx.init(w), w, { objFn })[0][0].item(); // -0.5001000165939331
 */
export function sophia(
  learningRate: Rate | Spelled<LearningRate & SophiaOptions>,
  options?: Spelled<SophiaOptions>,
): GradientTransformation {
  const usual: Required<SophiaOptions> = { ...scaleDefaults(), weightDecay: 1e-4, weightDecayMask: null };
  const {
    learningRate: rate,
    weightDecay,
    weightDecayMask,
    ...own
  } = readRate("sophia", learningRate, options, usual);
  return chain(
    scaleBySophia(own),
    addDecayedWeights(weightDecay, weightDecayMask),
    scaleByLearningRate(rate),
  );
}
