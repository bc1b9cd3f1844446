import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { where } from "../np/where";
import { add, divide, greater, minimum, multiply, power, sqrt, square, subtract } from "../np/ufuncs";
import { max } from "../np/reductions";
import { mean } from "../np/statistics";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { flatten, leavesLike, unflatten } from "../transform/tree";
import { biasCorrection, updateMoment } from "./moments";
import {
  filled,
  leavesOf,
  needed,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
} from "./transformation";

/** 1/√(x + ε) where x is positive, 0 elsewhere. */
const inverseRoot = (x: ndarray, eps: number): ndarray =>
  where(greater(x, 0), divide(1, sqrt(add(x, eps))), 0);

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

/**
 * Adagrad with far less memory: of each axis only the largest squares are kept.
 *
 * @param options - How much of the running mean of updates stays (`b1`, default: 0.9), of the squares (`b2`, 1), `eps`
 * (1e-8).
 * @see https://arxiv.org/abs/1901.11150
 * @example
 * const tx = optax.scaleBySm3();
 * Object.keys(tx.init([jnp.ones([2, 3])])); // ["mu", "nu"]
 */
export function scaleBySm3(options?: { b1?: number; b2?: number; eps?: number }): GradientTransformation {
  const { b1, b2, eps } = readOptions("scaleBySm3", options, { b1: 0.9, b2: 1, eps: 1e-8 }) as {
    b1: number;
    b2: number;
    eps: number;
  };
  const perAxis = (tree: unknown, f: (x: ndarray, axis: number) => ndarray): unknown => {
    const [leaves, structure] = flatten(tree);
    return unflatten(
      structure,
      leaves.map((leaf) => {
        const x = toArray("scaleBySm3", leaf);
        return x.shape.map((_, axis) => f(x, axis));
      }),
    );
  };
  const ofAxis = (x: ndarray, axis: number): ndarray =>
    x.ndim < 2 ? x : max(x, { axis: [...x.shape.keys()].filter((one) => one !== axis) });
  return transformation(
    "scaleBySm3",
    (params) => ({
      mu: perAxis(params, (x, axis) => full(0, [x.shape[axis]], x.dtype)),
      nu: filled("scaleBySm3", params),
    }),
    (updates, state: { mu: unknown; nu: unknown }) => {
      const [leaves, structure] = flatten(updates);
      const kept = leavesLike("scaleBySm3", state.mu, structure) as ndarray[][];
      const sums = leaves.map((leaf, i) => {
        const g = toArray("scaleBySm3", leaf);
        const along = kept[i].map((v, axis) =>
          reshape(
            v,
            g.shape.map((length, one) => (one === axis ? length : 1)),
          ),
        );
        const own = along.length === 0 ? g : along.reduce((a, b) => minimum(a, b));
        return add(multiply(b2 === 1 ? 1 : 1 - b2, square(g)), multiply(b2, own));
      });
      const accumulated = unflatten(structure, sums);
      const scaled = overTrees(
        "scaleBySm3",
        (g, a) => multiply(g, inverseRoot(a, eps)),
        updates,
        accumulated,
      );
      const nu = updateMoment(scaled, state.nu, b1, 1);
      return [nu, { mu: perAxis(accumulated, ofAxis), nu }];
    },
  );
}

/** Options of {@link scaleByFactoredRms}. */
export interface FactoredOptions {
  /** Whether to keep sums of rows and columns in place of all squares. Default: true. */
  factored?: boolean;
  /** How quickly the memory grows: 1 − stepᐟ⁻ʳᵃᵗᵉ of it stays. Default: 0.8. */
  decayRate?: number;
  /** How many steps were taken before. Default: 0. */
  stepOffset?: number;
  /** From which length of its two longest axes on an array is factored. Default: 128. */
  minDimSizeToFactor?: number;
  /** What is added to squares. Default: 1e-30. */
  epsilon?: number;
}

/** The two longest axes of what is factored. */
function factoredAxes(
  shape: readonly number[],
  own: Required<FactoredOptions>,
): [number, number] | undefined {
  if (!own.factored || shape.length < 2) return undefined;
  const order = [...shape.keys()].sort((a, b) => shape[a] - shape[b] || a - b);
  const [second, first] = order.slice(-2);
  return shape[second] < own.minDimSizeToFactor ? undefined : [second, first];
}

/**
 * Divides gradients by the root of their mean squares, of which only sums over rows and columns are kept: Adafactor's
 * part.
 *
 * @param options - See {@link FactoredOptions}.
 * @see https://arxiv.org/abs/1804.04235
 * @example
 * const tx = optax.scaleByFactoredRms();
 * Object.keys(tx.init([jnp.ones([2, 3])])); // ["count", "vRow", "vCol", "v"]
 */
export function scaleByFactoredRms(options?: Spelled<FactoredOptions>): GradientTransformation {
  const name = "scaleByFactoredRms";
  const own = readOptions<Required<FactoredOptions>>(name, options, {
    factored: true,
    decayRate: 0.8,
    stepOffset: 0,
    minDimSizeToFactor: 128,
    epsilon: 1e-30,
  });
  const nothing = (x: ndarray): ndarray => full(0, [1], x.dtype);
  const without = (x: ndarray, axis: number): ndarray =>
    full(
      0,
      x.shape.filter((_, i) => i !== axis),
      x.dtype,
    );
  const each = (params: unknown, f: (x: ndarray, axes: [number, number] | undefined) => ndarray): unknown =>
    overAny(name, params, (x) => f(x, factoredAxes(x.shape, own)));
  return transformation(
    name,
    (params) => ({
      count: noSteps(),
      vRow: each(params, (x, axes) => (axes ? without(x, axes[1]) : nothing(x))),
      vCol: each(params, (x, axes) => (axes ? without(x, axes[0]) : nothing(x))),
      v: each(params, (x, axes) => (axes ? nothing(x) : full(0, x.shape, x.dtype))),
    }),
    (updates, state: { count: ndarray; vRow: unknown; vCol: unknown; v: unknown }, params) => {
      needed(name, params);
      const [leaves, structure] = flatten(updates);
      const parts = [state.vRow, state.vCol, state.v].map(
        (tree) => leavesLike(name, tree, structure) as ndarray[],
      );
      const step = add(convertType(state.count, "float32"), 1 - own.stepOffset);
      const decay = subtract(1, power(step, -own.decayRate));
      const running = (old: ndarray, now: ndarray): ndarray =>
        add(multiply(decay, old), multiply(subtract(1, decay), now));
      const results = leaves.map((leaf, i): ndarray[] => {
        const g = toArray(name, leaf);
        const squared = add(square(g), own.epsilon);
        const axes = factoredAxes(g.shape, own);
        if (!axes) {
          const v = running(parts[2][i], squared);
          return [multiply(g, power(v, -0.5)), nothing(g), nothing(g), v];
        }
        const [second, first] = axes;
        const row = running(parts[0][i], mean(squared, { axis: first }));
        const column = running(parts[1][i], mean(squared, { axis: second }));
        const reduced = second > first ? second - 1 : second;
        const rowFactor = power(divide(row, mean(row, { axis: reduced, keepdims: true })), -0.5);
        const wide = (x: ndarray, axis: number): ndarray =>
          reshape(
            x,
            g.shape.map((length, k) => (k === axis ? 1 : length)),
          );
        const scaled = multiply(multiply(g, wide(rowFactor, first)), wide(power(column, -0.5), second));
        return [scaled, row, column, nothing(g)];
      });
      const tree = (k: number): unknown =>
        unflatten(
          structure,
          results.map((one) => one[k]),
        );
      return [tree(0), { count: nextStep(state.count), vRow: tree(1), vCol: tree(2), v: tree(3) }];
    },
  );
}

/** As overTrees, for results of other shapes. */
function overAny(name: string, tree: unknown, f: (x: ndarray) => ndarray): unknown {
  const structure = flatten(tree)[1];
  return unflatten(structure, leavesOf(name, tree).map(f));
}
