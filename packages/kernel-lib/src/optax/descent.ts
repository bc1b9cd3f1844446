import { ndarray } from "../array/ndarray";
import { readNamed, type Spelled } from "../array/options";
import { ema, trace } from "./accumulating";
import { chain } from "./combining";
import type { LearningRate } from "./optimizerOptions";
import { identity, scaleByLearningRate, scaleBySign } from "./scaling";
import { readRate, type GradientTransformation, type Rate } from "./transformation";
import { addNoise } from "./adding";

/** Options of {@link sgd}. */
export interface MomentumOptions {
  /** How much of past gradients is kept. Default: null, nothing. */
  momentum?: number | ndarray | null;
  /** Whether to look one step ahead. Default: false. */
  nesterov?: boolean;
}

/**
 * Plain gradient descent, with momentum if asked for: θ ← θ − rate · g.
 *
 * @param learningRate - The size of steps, a number or a schedule; or all options by name.
 * @param momentum - How much of past gradients is kept (default: none); or options.
 * @param nesterov - Whether to look one step ahead (false).
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://optax.readthedocs.io/en/latest/api/optimizers.html
 * @example
 * const tx = optax.sgd(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -2
 */
export function sgd(
  learningRate: Rate | Spelled<LearningRate & MomentumOptions>,
  momentum?: number | ndarray | null | Spelled<MomentumOptions>,
  nesterov?: boolean | Spelled<Pick<MomentumOptions, "nesterov">>,
): GradientTransformation {
  const usual: Required<MomentumOptions> = { momentum: null, nesterov: false };
  const isPlaced = typeof momentum === "number" || nesterov !== undefined || momentum instanceof ndarray;
  const options = isPlaced ? readNamed("sgd", { momentum, nesterov }, undefined, usual) : momentum;
  const own = readRate("sgd", learningRate, options, usual);
  const before = own.momentum === null ? identity() : trace(own.momentum, { nesterov: own.nesterov });
  return chain(before, scaleByLearningRate(own.learningRate));
}

/**
 * Gradient descent with noise that becomes less with every step.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - The variance of the noise (`eta`, default: 0.01), how quickly it falls (`gamma`, 0.55), a key or the
 * number of one (`key`, 0).
 * @see https://arxiv.org/abs/1511.06807
 * @example
 * const tx = optax.noisySgd(1, { eta: 0, key: 1 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -4
 */
export function noisySgd(
  learningRate: Rate | Spelled<LearningRate & { eta?: number; gamma?: number; key?: number | ndarray }>,
  options?: { eta?: number; gamma?: number; key?: number | ndarray },
): GradientTransformation {
  const own = readRate("noisySgd", learningRate, options, {
    eta: 0.01,
    gamma: 0.55,
    key: 0 as number | ndarray,
  });
  return chain(addNoise(own.eta, own.gamma, own.key), scaleByLearningRate(own.learningRate));
}

/**
 * Gradient descent along the signs of gradients alone.
 *
 * @param learningRate - The size of steps; or by name.
 * @see https://arxiv.org/abs/1802.04434
 * @example
 * const tx = optax.signSgd(0.5);
 * tx.update([jnp.array([-4])], tx.init([jnp.array([1])]))[0][0].item(); // 0.5
 */
export function signSgd(learningRate: Rate | Spelled<LearningRate>): GradientTransformation {
  const own = readRate("signSgd", learningRate, undefined, {});
  return chain(scaleBySign(), scaleByLearningRate(own.learningRate));
}

/**
 * Gradient descent along the signs of the running mean of gradients.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - How much of the mean stays each step (`beta`, default: 0.9).
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/1802.04434
 * @example
 * const tx = optax.signum(0.5);
 * tx.update([jnp.array([-4])], tx.init([jnp.array([1])]))[0][0].item(); // 0.5
 */
export function signum(
  learningRate: Rate | Spelled<LearningRate & { beta?: number }>,
  options?: { beta?: number },
): GradientTransformation {
  const own = readRate("signum", learningRate, options, { beta: 0.9 });
  return chain(ema(own.beta, { debias: false }), scaleBySign(), scaleByLearningRate(own.learningRate));
}
