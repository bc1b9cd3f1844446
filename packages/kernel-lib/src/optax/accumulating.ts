import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { add, divide, multiply, sqrt, square, subtract } from "../np/ufuncs";
import { inverseRoot } from "./inverseRoot";
import { biasCorrection, updateMoment } from "./moments";
import {
  filled,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
} from "./transformation";

/**
 * Divides gradients by the root of the sum of all their squares so far: Adagrad's part.
 *
 * @param options - What the sum begins with (`initialAccumulatorValue`, default: 0.1), `eps` (1e-7).
 * @see https://www.jmlr.org/papers/v12/duchi11a.html
 * @example
 * const tx = optax.scaleByRss({ initialAccumulatorValue: 0, eps: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function scaleByRss(
  options?: Spelled<{ initialAccumulatorValue?: number; eps?: number }>,
): GradientTransformation {
  const { initialAccumulatorValue, eps } = readOptions("scaleByRss", options, {
    initialAccumulatorValue: 0.1,
    eps: 1e-7,
  });
  return transformation(
    "scaleByRss",
    (params) => ({ sumOfSquares: filled("scaleByRss", params, initialAccumulatorValue) }),
    (updates, state: { sumOfSquares: unknown }) => {
      const sumOfSquares = overTrees("scaleByRss", (g, t) => add(square(g), t), updates, state.sumOfSquares);
      const scaled = overTrees(
        "scaleByRss",
        (g, t) => multiply(inverseRoot(t, eps), g),
        updates,
        sumOfSquares,
      );
      return [scaled, { sumOfSquares }];
    },
  );
}

/** Options of {@link scaleByRms} and {@link scaleByStddev}. */
export interface RmsOptions {
  /** How much of the running mean stays each step. Default: 0.9. */
  decay?: number;
  /** What is added, so that nothing is divided by 0. Default: 1e-8. */
  eps?: number;
  /** What the mean square begins with. Default: 0. */
  initialScale?: number;
  /** Whether `eps` is added inside the root. Default: true. */
  epsInSqrt?: boolean;
  /** Whether to make up for a mean that began at 0. Default: false. */
  biasCorrection?: boolean;
}

const rmsDefaults: Required<RmsOptions> = {
  decay: 0.9,
  eps: 1e-8,
  initialScale: 0,
  epsInSqrt: true,
  biasCorrection: false,
};

/** Divides by the root of a running mean square, from which the square of the mean may be taken off. */
function scaleByRoot(name: string, options: unknown, centered: boolean): GradientTransformation {
  const own = readOptions<Required<RmsOptions>>(name, options, rmsDefaults);
  return transformation(
    name,
    (params) => ({
      ...(own.biasCorrection && { count: noSteps() }),
      ...(centered && { mu: filled(name, params) }),
      nu: filled(name, params, own.initialScale),
    }),
    (updates, state: { count: ndarray; mu: unknown; nu: unknown }) => {
      const mu = centered ? updateMoment(updates, state.mu, own.decay, 1) : undefined;
      const nu = updateMoment(updates, state.nu, own.decay, 2);
      const count = own.biasCorrection ? nextStep(state.count) : undefined;
      const corrected = (moment: unknown): unknown =>
        count === undefined ? moment : biasCorrection(moment, own.decay, count);
      const spread =
        mu === undefined
          ? corrected(nu)
          : overTrees(name, (m, n) => subtract(n, square(m)), corrected(mu), corrected(nu));
      const scaled = overTrees(
        name,
        (g, n) =>
          multiply(own.epsInSqrt ? divide(1, sqrt(add(n, own.eps))) : divide(1, add(sqrt(n), own.eps)), g),
        updates,
        spread,
      );
      return [scaled, { ...(count && { count }), ...(mu !== undefined && { mu }), nu }];
    },
  );
}

/**
 * Divides gradients by the root of the running mean of their squares: RMSProp's part.
 *
 * @param options - See {@link RmsOptions}.
 * @see https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
 * @example
 * const tx = optax.scaleByRms({ decay: 0, eps: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function scaleByRms(options?: Spelled<RmsOptions>): GradientTransformation {
  return scaleByRoot("scaleByRms", options, false);
}

/**
 * Divides gradients by their running standard deviation: the centred form of RMSProp.
 *
 * @param options - See {@link RmsOptions}.
 * @see https://arxiv.org/abs/1308.0850
 * @example
 * const tx = optax.scaleByStddev();
 * Object.keys(tx.init([jnp.array([1])])); // ["mu", "nu"]
 */
export function scaleByStddev(options?: Spelled<RmsOptions>): GradientTransformation {
  return scaleByRoot("scaleByStddev", options, true);
}

/**
 * Scales gradients by the ratio of the root mean squares of past updates and gradients: Adadelta's part.
 *
 * @param options - How much of the means stays (`rho`, default: 0.9), `eps` (1e-6).
 * @see https://arxiv.org/abs/1212.5701
 * @example
 * const tx = optax.scaleByAdadelta();
 * Object.keys(tx.init([jnp.array([1])])); // ["eG", "eX"]
 */
export function scaleByAdadelta(options?: { rho?: number; eps?: number }): GradientTransformation {
  const { rho, eps } = readOptions("scaleByAdadelta", options, { rho: 0.9, eps: 1e-6 }) as {
    rho: number;
    eps: number;
  };
  return transformation(
    "scaleByAdadelta",
    (params) => ({ eG: filled("scaleByAdadelta", params), eX: filled("scaleByAdadelta", params) }),
    (updates, state: { eG: unknown; eX: unknown }) => {
      const eG = updateMoment(updates, state.eG, rho, 2);
      const scaled = overTrees(
        "scaleByAdadelta",
        (g, square, x) => multiply(divide(sqrt(add(x, eps)), sqrt(add(square, eps))), g),
        updates,
        eG,
        state.eX,
      );
      return [scaled, { eG, eX: updateMoment(scaled, state.eX, rho, 2) }];
    },
  );
}

/**
 * Adds up gradients, older ones less and less: momentum.
 *
 * @param decay - How much of the sum stays each step; by itself or among the options.
 * @param options - Whether to look one step ahead (`nesterov`, default: false).
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.trace(0.9);
 * const [, state] = tx.update([jnp.array([1])], tx.init([jnp.array([0])]));
 * tx.update([jnp.array([1])], state)[0][0].item(); // 1.899999976158142
 */
export function trace(decay: number | ndarray, options?: { nesterov?: boolean }): GradientTransformation {
  const { nesterov } = readOptions("trace", options, { nesterov: false });
  const summed = (g: ndarray, t: ndarray): ndarray => add(g, multiply(decay, t));
  return transformation(
    "trace",
    (params) => ({ trace: filled("trace", params) }),
    (updates, state: { trace: unknown }) => {
      const kept = overTrees("trace", summed, updates, state.trace);
      return [nesterov ? overTrees("trace", summed, updates, kept) : kept, { trace: kept }];
    },
  );
}

/**
 * Replaces gradients by their running mean.
 *
 * @param decay - How much of the mean stays each step.
 * @param options - Whether to make up for a mean that began at 0 (`debias`, default: true).
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.ema(0.5);
 * tx.update([jnp.array([3])], tx.init([jnp.array([0])]))[0][0].item(); // 3
 */
export function ema(decay: number | ndarray, options?: { debias?: boolean }): GradientTransformation {
  const { debias } = readOptions("ema", options, { debias: true });
  return transformation(
    "ema",
    (params) => ({ count: noSteps(), ema: filled("ema", params) }),
    (updates, state: { count: ndarray; ema: unknown }) => {
      const kept = updateMoment(updates, state.ema, decay, 1);
      const count = nextStep(state.count);
      return [debias ? biasCorrection(kept, decay, count) : kept, { count, ema: kept }];
    },
  );
}
