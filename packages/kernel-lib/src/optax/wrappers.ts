import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions, type Spelled } from "../array/options";
import { all } from "../np/reductions";
import { where } from "../np/where";
import {
  add,
  divide,
  equal,
  greater,
  isfinite,
  logicalAnd,
  logicalOr,
  multiply,
  power,
  remainder,
  sqrt,
  subtract,
} from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { convertType, scalar } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { PRNGKey, split } from "../random/keys";
import { normal } from "../random/normal";
import { flatten, unflatten } from "../transform/tree";
import { masked, type Mask } from "./combining";
import {
  filled,
  leavesOf,
  like,
  needed,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
  type OptState,
  type Schedule,
} from "./transformation";

/** Takes each array from one of two trees, as a truth value says. */
const either = (name: string, truth: ndarray, a: unknown, b: unknown): unknown =>
  overTrees(name, (x, y) => where(truth, x, y), a, b);

/**
 * Adds a share of the parameters to gradients, so that they shrink: weight decay.
 *
 * @param weightDecay - The share: a number, or a schedule.
 * @param mask - Which parameters shrink, as for `optax.masked`. Default: all.
 * @see https://arxiv.org/abs/1711.05101
 * @example
 * const tx = optax.addDecayedWeights(0.5);
 * tx.update([jnp.array([1])], tx.init([]), [jnp.array([4])])[0][0].item(); // 3
 */
export function addDecayedWeights(
  weightDecay: number | ndarray | Schedule = 0,
  mask?: Mask,
): GradientTransformation {
  const name = "addDecayedWeights";
  const tx = transformation(
    name,
    () => (typeof weightDecay === "function" ? { count: noSteps() } : {}),
    (updates, state: { count: ndarray }, params) => {
      const own = needed(name, params);
      const isSchedule = typeof weightDecay === "function";
      const next = isSchedule ? { count: nextStep(state.count) } : state;
      if (weightDecay === 0) return [updates, next];
      const share = isSchedule ? weightDecay(state.count) : weightDecay;
      return [overTrees(name, (g, p) => add(g, multiply(like(share, p), p)), updates, own), next];
    },
  );
  return mask === undefined || mask === null ? tx : masked(tx, mask);
}

/**
 * Adds noise to gradients that becomes less with every step: standard deviation √(η / stepᵞ).
 *
 * @param eta - The variance at the first step.
 * @param gamma - How quickly it falls.
 * @param key - A key, or the number of one.
 * @see https://arxiv.org/abs/1511.06807
 * @example
 * const tx = optax.addNoise(0, 0.55, 42);
 * tx.update([jnp.array([1])], tx.init([jnp.array([1])]))[0][0].item(); // 1
 */
export function addNoise(eta: number, gamma: number, key: number | ndarray): GradientTransformation {
  const name = "addNoise";
  return transformation(
    name,
    () => ({ count: noSteps(), rngKey: typeof key === "number" ? PRNGKey(key) : toArray(name, key) }),
    (updates, state: { count: ndarray; rngKey: ndarray }) => {
      const count = nextStep(state.count);
      const deviation = sqrt(divide(eta, power(convertType(count, "float32"), gamma)));
      const [rngKey, own] = keysOf(state.rngKey, 2);
      const [leaves, structure] = flatten(updates);
      const keys = keysOf(own, leaves.length);
      const noisy = leavesOf(name, updates).map((g, i) =>
        add(g, multiply(like(deviation, g), normal(keys[i], g.shape))),
      );
      return [unflatten(structure, noisy), { count, rngKey }];
    },
  );
}

/** As many keys as asked for. */
function keysOf(key: ndarray, count: number): ndarray[] {
  const all = split(key, count);
  return Array.from({ length: count }, (_, i) => reshape(sliceAxis(all, 0, i, i + 1), [2]));
}

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
    (updates, state: FiniteState, params) => {
      const isFinite = leavesOf(name, updates)
        .map((g) => all(isfinite(g)))
        .reduce((a, b) => logicalAnd(a, b), scalar(1, "bool"));
      const notfiniteCount = where(isFinite, zero(), nextStep(state.notfiniteCount));
      const isTaken = logicalOr(isFinite, greater(notfiniteCount, maxConsecutiveErrors));
      const [changed, innerState] = inner.update(updates, state.innerState, params);
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

  update<P>(updates: P, state: OptState, params?: unknown): [updates: P, state: OptState] {
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
    const [changed, inner] = this.#opt.update(collected, innerOptState, params);
    const next: MultiStepsState = {
      miniStep: where(isDue, scalar(0, "int32"), nextStep(miniStep)),
      gradientStep: where(isDue, nextStep(gradientStep), gradientStep),
      innerOptState: either("MultiSteps", isDue, inner, innerOptState),
      accGrads: overTrees("MultiSteps", (x) => where(isDue, multiply(x, 0), x), collected),
    };
    return [either("MultiSteps", isDue, changed, filled("MultiSteps", changed)) as P, next];
  }
}

/**
 * Fast parameters that an optimiser moves, and slow ones that follow now and then.
 *
 * @see https://arxiv.org/abs/1907.08610
 * @example
 * Object.keys(optax.LookaheadParams.initSynced([1])); // ["fast", "slow"]
 */
export const LookaheadParams = {
  /** Both the same, to begin with. */
  initSynced: <P>(params: P): { fast: P; slow: P } => ({ fast: params, slow: params }),
};

/**
 * Lets an optimiser run ahead for some steps, then goes part of the way there and starts again from that point.
 *
 * @param fastOptimizer - The optimiser that runs ahead.
 * @param syncPeriod - For how many steps.
 * @param slowStepSize - Which part of the way is gone.
 * @param options - Whether the optimiser forgets its state then (`resetState`, default: false).
 * @returns A transformation of `{ fast, slow }`, see `optax.LookaheadParams.initSynced(params)`.
 * @see https://arxiv.org/abs/1907.08610
 * @example
 * const tx = optax.lookahead(optax.sgd(1), 1, 0.5);
 * const params = optax.LookaheadParams.initSynced([jnp.array([0])]);
 * const [updates] = tx.update([jnp.array([-2])], tx.init(params), params);
 * [updates.fast[0].item(), updates.slow[0].item()]; // [1, 1]
 */
export function lookahead(
  fastOptimizer: GradientTransformation,
  syncPeriod: number,
  slowStepSize: number,
  options?: Spelled<{ resetState?: boolean }>,
): GradientTransformation & {
  update(
    updates: unknown,
    state: OptState,
    params: unknown,
  ): [updates: { fast: never; slow: never }, state: OptState];
} {
  const name = "lookahead";
  const { resetState } = readOptions(name, options, { resetState: false });
  if (!(Number.isInteger(syncPeriod) && syncPeriod >= 1)) {
    throw new RangeError(`${name}: expected syncPeriod to be at least 1, got ${describe(syncPeriod)}`);
  }
  const fastOf = (params: unknown): unknown =>
    isPlainObject(params) && "fast" in params && "slow" in params ? params.fast : params;
  return transformation(
    name,
    (params) => ({ fastState: fastOptimizer.init(fastOf(params)), stepsSinceSync: scalar(0, "int32") }),
    (updates, state: { fastState: OptState; stepsSinceSync: ndarray }, given) => {
      const { fast, slow } = needed(name, given) as { fast: unknown; slow: unknown };
      const [ahead, next] = fastOptimizer.update(updates, state.fastState, fast);
      const isDue = equal(state.stepsSinceSync, syncPeriod - 1);
      const distance = overTrees(name, (f, u, s) => subtract(add(f, u), s), fast, ahead, slow);
      const moved = {
        fast: overTrees(
          name,
          (u, d) => where(isDue, subtract(u, multiply(1 - slowStepSize, d)), u),
          ahead,
          distance,
        ),
        slow: overTrees(name, (d) => where(isDue, multiply(slowStepSize, d), 0), distance),
      };
      const fastState = resetState ? either(name, isDue, fastOptimizer.init(fast), next) : next;
      const stepsSinceSync = remainder(nextStep(state.stepsSinceSync), scalar(syncPeriod, "int32"));
      return [moved, { fastState, stepsSinceSync }];
    },
  ) as never;
}

/**
 * Makes an optimiser whose numbers stand in its state, where they can be read and changed: a learning rate that a
 * training loop sets, for example. Schedules are evaluated there at every step.
 *
 * @param innerFactory - A function that makes the optimiser of options: `optax.adam`.
 * @returns A function of the same options, all by name.
 * @see https://optax.readthedocs.io/en/latest/api/optimizer_schedules.html
 * @example
 * const tx = optax.injectHyperparams(optax.sgd)({ learningRate: 0.5 });
 * tx.init([jnp.array([0])]).hyperparams.learningRate.item(); // 0.5
 */
export function injectHyperparams<O extends object>(
  innerFactory: (options: O) => GradientTransformation,
): (options: O) => GradientTransformation & { init(params: unknown): HyperparamsState } {
  const name = "injectHyperparams";
  if (typeof innerFactory !== "function") {
    throw new TypeError(
      `${name}: expected a function that makes an optimiser, got ${describe(innerFactory)}`,
    );
  }
  return (options) => {
    if (!isPlainObject(options)) {
      throw new TypeError(`${name}: expected options by name, got ${describe(options)}`);
    }
    const entries = Object.entries(options as Record<string, unknown>);
    const schedules = entries.filter(([, value]) => typeof value === "function") as [string, Schedule][];
    const numbers = entries.filter(([, value]) => typeof value === "number" || isArray(value));
    const others = entries.filter(
      ([, value]) => !(typeof value === "function" || typeof value === "number" || isArray(value)),
    );
    const make = (hyperparams: Record<string, ndarray>): GradientTransformation =>
      innerFactory({ ...Object.fromEntries(others), ...hyperparams } as O);
    const scheduled = (count: ndarray): Record<string, ndarray> =>
      Object.fromEntries(schedules.map(([key, schedule]) => [key, schedule(count)]));
    return transformation(
      name,
      (params): HyperparamsState => {
        const count = noSteps();
        const fixed = Object.fromEntries(numbers.map(([key, value]) => [key, toArray(name, value)]));
        const hyperparams = { ...fixed, ...scheduled(count) };
        return { count, hyperparams, innerState: make(hyperparams).init(params) };
      },
      (updates, state: HyperparamsState, params) => {
        const hyperparams = { ...state.hyperparams, ...scheduled(state.count) };
        const [changed, innerState] = make(hyperparams).update(updates, state.innerState, params);
        return [changed, { count: nextStep(state.count), hyperparams, innerState }];
      },
    ) as never;
  };
}

const isArray = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Array.isArray((value as { shape?: unknown }).shape);

/** The state of {@link injectHyperparams}. */
export interface HyperparamsState {
  readonly count: ndarray;
  /** The numbers, which may be replaced between steps. */
  hyperparams: Record<string, ndarray>;
  readonly innerState: OptState;
}
