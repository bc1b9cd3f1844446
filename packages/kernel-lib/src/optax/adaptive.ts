import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { where } from "../np/where";
import {
  add,
  divide,
  greaterEqual,
  maximum,
  multiply,
  power,
  sign,
  sqrt,
  square,
  subtract,
} from "../np/ufuncs";
import { convertType } from "../ops/map";
import { adamDefaults, type AdamOptions } from "./adamOptions";
import { biasCorrection, updateInfinityMoment, updateMoment } from "./moments";
import {
  filled,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
} from "./transformation";

/** The state of the optimisers with two running means. */
interface AdamState {
  readonly count: ndarray;
  readonly mu: unknown;
  readonly nu: unknown;
}

/** The mean of gradients, corrected, as it is or as it will be after a further step. */
function firstMoment(
  mu: unknown,
  updates: unknown,
  { b1, nesterov }: Required<AdamOptions>,
  count: ndarray,
): unknown {
  if (!nesterov) return biasCorrection(mu, b1, count);
  return overTrees(
    "optax",
    (m, g) => add(multiply(b1, m), multiply(subtract(1, b1), g)),
    biasCorrection(mu, b1, nextStep(count)),
    biasCorrection(updates, b1, count),
  );
}

/** mean / (√(mean square + ε₀) + ε). */
const ratio = (
  mu: unknown,
  nu: unknown,
  { eps, epsRoot }: Pick<Required<AdamOptions>, "eps" | "epsRoot">,
): unknown => overTrees("optax", (m, v) => divide(m, add(sqrt(add(v, epsRoot)), eps)), mu, nu);

/** A transformation whose state is a count and two trees. */
const withMoments = (
  name: string,
  first: number,
  step: (updates: unknown, state: AdamState, count: ndarray) => [updates: unknown, mu: unknown, nu: unknown],
): GradientTransformation =>
  transformation(
    name,
    (params) => ({ count: noSteps(), mu: filled(name, params, first), nu: filled(name, params, first) }),
    (updates, state: AdamState) => {
      const count = nextStep(state.count);
      const [scaled, mu, nu] = step(updates, state, count);
      return [scaled, { count, mu, nu }];
    },
  );

/**
 * Divides the running mean of gradients by the root of that of their squares: Adam's part.
 *
 * @param options - See {@link AdamOptions}.
 * @see https://arxiv.org/abs/1412.6980
 * @example
 * const tx = optax.scaleByAdam();
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function scaleByAdam(options?: Spelled<AdamOptions>): GradientTransformation {
  const own = readOptions("scaleByAdam", options, adamDefaults) as Required<AdamOptions>;
  return withMoments("scaleByAdam", 0, (updates, state, count) => {
    const mu = updateMoment(updates, state.mu, own.b1, 1);
    const nu = updateMoment(updates, state.nu, own.b2, 2);
    return [ratio(firstMoment(mu, updates, own, count), biasCorrection(nu, own.b2, count), own), mu, nu];
  });
}

/**
 * As {@link scaleByAdam}, but divides by the largest mean square there has been.
 *
 * @param options - See {@link AdamOptions}, without `nesterov`.
 * @see https://openreview.net/forum?id=ryQu7f-RZ
 * @example
 * const tx = optax.scaleByAmsgrad();
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function scaleByAmsgrad(options?: Spelled<Omit<AdamOptions, "nesterov">>): GradientTransformation {
  const own = readOptions("scaleByAmsgrad", options, { b1: 0.9, b2: 0.999, eps: 1e-8, epsRoot: 0 });
  return transformation(
    "scaleByAmsgrad",
    (params) => ({
      count: noSteps(),
      mu: filled("scaleByAmsgrad", params),
      nu: filled("scaleByAmsgrad", params),
      nuMax: filled("scaleByAmsgrad", params),
    }),
    (updates, state: AdamState & { nuMax: unknown }) => {
      const count = nextStep(state.count);
      const mu = updateMoment(updates, state.mu, own.b1, 1);
      const nu = updateMoment(updates, state.nu, own.b2, 2);
      const nuMax = overTrees("scaleByAmsgrad", maximum, state.nuMax, biasCorrection(nu, own.b2, count));
      return [ratio(biasCorrection(mu, own.b1, count), nuMax, own), { count, mu, nu, nuMax }];
    },
  );
}

/**
 * Divides the running mean of gradients by the largest of late.
 *
 * @param options - `b1` (default: 0.9), `b2` (0.999), `eps` (1e-8).
 * @see https://arxiv.org/abs/1412.6980
 * @example
 * const tx = optax.scaleByAdamax();
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function scaleByAdamax(options?: { b1?: number; b2?: number; eps?: number }): GradientTransformation {
  const { b1, b2, eps } = readOptions("scaleByAdamax", options, { b1: 0.9, b2: 0.999, eps: 1e-8 }) as {
    b1: number;
    b2: number;
    eps: number;
  };
  return withMoments("scaleByAdamax", 0, (updates, state, count) => {
    const mu = updateMoment(updates, state.mu, b1, 1);
    const nu = updateInfinityMoment(updates, state.nu, b2, eps);
    return [overTrees("scaleByAdamax", divide, biasCorrection(mu, b1, count), nu), mu, nu];
  });
}

/**
 * As {@link scaleByAdam}, with the mean square distance of gradients from their mean in place of the mean square.
 *
 * @param options - See {@link AdamOptions}; `eps` and `epsRoot` are 1e-16 by default.
 * @see https://arxiv.org/abs/2010.07468
 * @example
 * const tx = optax.scaleByBelief({ b1: 0 });
 * Object.keys(tx.init([jnp.array([1])])); // ["count", "mu", "nu"]
 */
export function scaleByBelief(options?: Spelled<AdamOptions>): GradientTransformation {
  const own = readOptions("scaleByBelief", options, {
    ...adamDefaults,
    eps: 1e-16,
    epsRoot: 1e-16,
  }) as Required<AdamOptions>;
  return withMoments("scaleByBelief", 0, (updates, state, count) => {
    const mu = updateMoment(updates, state.mu, own.b1, 1);
    const surprise = overTrees("scaleByBelief", subtract, updates, mu);
    const nu = overTrees(
      "scaleByBelief",
      (v) => add(v, own.epsRoot),
      updateMoment(surprise, state.nu, own.b2, 2),
    );
    const scaled = ratio(firstMoment(mu, updates, own, count), biasCorrection(nu, own.b2, count), {
      ...own,
      epsRoot: 0,
    });
    return [scaled, mu, nu];
  });
}

/**
 * As {@link scaleByAdam}, with a mean square that moves by fixed steps.
 *
 * @param options - See {@link AdamOptions}; `eps` is 1e-3, `initialAccumulatorValue` 1e-6 by default.
 * @see https://papers.nips.cc/paper/2018/hash/90365351ccc7437a1309dc64e4db32a3-Abstract.html
 * @example
 * const tx = optax.scaleByYogi();
 * tx.init([jnp.array([1])]).count.item(); // 0
 */
export function scaleByYogi(
  options?: Spelled<Omit<AdamOptions, "nesterov"> & { initialAccumulatorValue?: number }>,
): GradientTransformation & { init(params: unknown): AdamState } {
  const own = readOptions("scaleByYogi", options, {
    b1: 0.9,
    b2: 0.999,
    eps: 1e-3,
    epsRoot: 0,
    initialAccumulatorValue: 1e-6,
  });
  return withMoments("scaleByYogi", own.initialAccumulatorValue, (updates, state, count) => {
    const mu = updateMoment(updates, state.mu, own.b1, 1);
    const nu = overTrees(
      "scaleByYogi",
      (g, v) => {
        const squared = square(g);
        return subtract(v, multiply(multiply(subtract(1, own.b2), sign(subtract(v, squared))), squared));
      },
      updates,
      state.nu,
    );
    return [ratio(biasCorrection(mu, own.b1, count), biasCorrection(nu, own.b2, count), own), mu, nu];
  }) as never;
}

/**
 * As {@link scaleByAdam}, but without the division as long as the mean square is uncertain.
 *
 * @param options - See {@link AdamOptions}, and from which certainty on to divide (`threshold`, default: 5).
 * @see https://arxiv.org/abs/1908.03265
 * @example
 * const tx = optax.scaleByRadam();
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // 4
 */
export function scaleByRadam(
  options?: Spelled<AdamOptions & { threshold?: number }>,
): GradientTransformation {
  const own = readOptions("scaleByRadam", options, {
    ...adamDefaults,
    threshold: 5,
  }) as Required<AdamOptions> & {
    threshold: number;
  };
  // In double precision where that is possible: nearly all digits of 1 − b2 are gone in float32.
  const most =
    typeof own.b2 === "number" ? 2 / (1 - own.b2) - 1 : subtract(divide(2, subtract(1, own.b2)), 1);
  const above = (x: ndarray): ndarray => multiply(subtract(x, 4), subtract(x, 2));
  const bound = typeof most === "number" ? most / ((most - 4) * (most - 2)) : divide(most, above(most));
  return withMoments("scaleByRadam", 0, (updates, state, count) => {
    const mu = updateMoment(updates, state.mu, own.b1, 1);
    const nu = updateMoment(updates, state.nu, own.b2, 2);
    const steps = convertType(count, "float32");
    const left = power(toArray("scaleByRadam", own.b2), steps);
    const certainty = subtract(most, divide(multiply(multiply(2, steps), left), subtract(1, left)));
    const correction = sqrt(multiply(divide(above(certainty), certainty), bound));
    const mean = firstMoment(mu, updates, own, count);
    const divided = ratio(mean, biasCorrection(nu, own.b2, count), own);
    const isCertain = greaterEqual(certainty, own.threshold);
    const scaled = overTrees(
      "scaleByRadam",
      (d, m) => where(isCertain, multiply(correction, d), m),
      divided,
      mean,
    );
    return [scaled, mu, nu];
  });
}

/**
 * Keeps the sign of a mean of the gradient and those before: Lion's part.
 *
 * @param options - `b1` (default: 0.9) for the sign, `b2` (0.99) for the mean that is kept.
 * @see https://arxiv.org/abs/2302.06675
 * @example
 * const tx = optax.scaleByLion();
 * tx.update([jnp.array([-4])], tx.init([jnp.array([1])]))[0][0].item(); // -1
 */
export function scaleByLion(options?: { b1?: number; b2?: number }): GradientTransformation {
  const { b1, b2 } = readOptions("scaleByLion", options, { b1: 0.9, b2: 0.99 }) as { b1: number; b2: number };
  return transformation(
    "scaleByLion",
    (params) => ({ count: noSteps(), mu: filled("scaleByLion", params) }),
    (updates, state: { count: ndarray; mu: unknown }) => [
      overTrees("scaleByLion", (g, m) => sign(add(multiply(1 - b1, g), multiply(b1, m))), updates, state.mu),
      { count: nextStep(state.count), mu: updateMoment(updates, state.mu, b2, 1) },
    ],
  );
}
