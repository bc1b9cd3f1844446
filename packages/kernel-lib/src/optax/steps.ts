import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { all } from "../np/reductions";
import {
  add,
  divide,
  equal,
  greater,
  isfinite,
  logicalAnd,
  logicalOr,
  multiply,
  subtract,
} from "../np/ufuncs";
import { where } from "../np/where";
import { convertType, scalar } from "../ops/map";
import { either } from "./either";
import {
  filled,
  leavesOf,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
  type OptState,
  type Schedule,
  type UpdateExtra,
} from "./transformation";

/** The state of {@link applyIfFinite}. */
interface FiniteState {
  readonly notfiniteCount: ndarray;
  readonly lastFinite: ndarray;
  readonly totalNotfinite: ndarray;
  readonly innerState: OptState;
}

/**
 * Leaves out updates that hold NaN or infinity, unless too many follow one another.
 *
 * @param inner - The transformation.
 * @param maxConsecutiveErrors - After how many in a row such an update is taken all the same.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.applyIfFinite(optax.scale(2), 3);
 * tx.update([jnp.array([NaN])], tx.init([jnp.array([1])]))[0][0].item(); // 0
 */
export function applyIfFinite(
  inner: GradientTransformation,
  maxConsecutiveErrors: number,
): GradientTransformation {
  const name = "applyIfFinite";
  const zero = (): ndarray => scalar(0, "int32");
  return transformation(
    name,
    (params) => ({
      notfiniteCount: zero(),
      lastFinite: scalar(1, "bool"),
      totalNotfinite: zero(),
      innerState: inner.init(params),
    }),
    (updates, state: FiniteState, params, extra) => {
      const isFinite = leavesOf(name, updates)
        .map((g) => all(isfinite(g)))
        .reduce((a, b) => logicalAnd(a, b), scalar(1, "bool"));
      const notfiniteCount = where(isFinite, zero(), nextStep(state.notfiniteCount));
      const isTaken = logicalOr(isFinite, greater(notfiniteCount, maxConsecutiveErrors));
      const [changed, innerState] = inner.update(updates, state.innerState, params, extra);
      return [
        either(name, isTaken, changed, filled(name, changed)),
        {
          notfiniteCount,
          lastFinite: isFinite,
          totalNotfinite: where(isFinite, state.totalNotfinite, nextStep(state.totalNotfinite)),
          innerState: either(name, isTaken, innerState, state.innerState),
        },
      ];
    },
  );
}

/** The state of {@link MultiSteps}. */
interface MultiStepsState {
  readonly miniStep: ndarray;
  readonly gradientStep: ndarray;
  readonly innerOptState: OptState;
  readonly accGrads: unknown;
}

/**
 * Averages gradients over several steps and lets an optimiser have them all at once: for batches that do not fit into
 * memory. In between, updates are zeros.
 *
 * @param opt - The optimiser.
 * @param everyKSchedule - Over how many steps: a number, or a function of how many updates there have been.
 * @param options - Whether to average (`useGradMean`, default: true) or to add up.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = new optax.MultiSteps(optax.sgd(1), 2);
 * const [, state] = tx.update([jnp.array([1])], tx.init([jnp.array([0])]));
 * tx.update([jnp.array([3])], state)[0][0].item(); // -2
 */
export class MultiSteps implements GradientTransformation {
  readonly #opt: GradientTransformation;
  readonly #every: (count: ndarray) => ndarray;
  readonly #mean: boolean;

  constructor(
    opt: GradientTransformation,
    everyKSchedule: number | Schedule,
    options?: Spelled<{ useGradMean?: boolean }>,
  ) {
    if (typeof everyKSchedule !== "function" && !(Number.isInteger(everyKSchedule) && everyKSchedule > 0)) {
      throw new TypeError(
        `MultiSteps: expected a number of steps of at least 1, got ${describe(everyKSchedule)}`,
      );
    }
    this.#opt = opt;
    this.#every =
      typeof everyKSchedule === "function" ? everyKSchedule : () => toArray("MultiSteps", everyKSchedule);
    this.#mean = readOptions("MultiSteps", options, { useGradMean: true }).useGradMean === true;
  }

  init(params: unknown): OptState {
    return {
      miniStep: noSteps(),
      gradientStep: noSteps(),
      innerOptState: this.#opt.init(params),
      accGrads: filled("MultiSteps", params),
    } satisfies MultiStepsState;
  }

  update<P>(
    updates: P,
    state: OptState,
    params?: unknown,
    extra?: UpdateExtra,
  ): [updates: P, state: OptState] {
    const { miniStep, gradientStep, innerOptState, accGrads } = state as MultiStepsState;
    const every = this.#every(gradientStep);
    const collected = overTrees(
      "MultiSteps",
      (g, sofar) =>
        this.#mean
          ? add(sofar, divide(subtract(g, sofar), add(convertType(miniStep, g.dtype), 1)))
          : add(g, sofar),
      updates,
      accGrads,
    );
    const isDue = equal(miniStep, subtract(convertType(every, "int32"), 1));
    const [changed, inner] = this.#opt.update(collected, innerOptState, params, extra);
    const next: MultiStepsState = {
      miniStep: where(isDue, scalar(0, "int32"), nextStep(miniStep)),
      gradientStep: where(isDue, nextStep(gradientStep), gradientStep),
      innerOptState: either("MultiSteps", isDue, inner, innerOptState),
      accGrads: overTrees("MultiSteps", (x) => where(isDue, multiply(x, 0), x), collected),
    };
    return [either("MultiSteps", isDue, changed, filled("MultiSteps", changed)) as P, next];
  }
}
