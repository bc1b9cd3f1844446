import type { Anything } from "../array/anything";
import { sameShape, formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { camelCase, describe, isPlainObject, readOptions } from "../array/options";
import { convertType, full, scalar } from "../ops/map";
import { add, minimum } from "../np/ufuncs";
import { flatten, leavesLike, pathsOf, printPath, unflatten } from "../transform/tree";

/** What an optimiser carries from step to step: a tree of arrays that jit, prints and saves like parameters. */
export type OptState = Anything;

/** What `update` may be told besides gradients, state and parameters, for line searches and the like. */
export interface UpdateExtra {
  /** The loss at the parameters. */
  value?: number | ndarray;
  /** Its gradient there. */
  grad?: unknown;
  /** The function of parameters whose value that is. */
  valueFn?: (params: Anything, ...args: Anything[]) => ndarray;
  /** For `optax.contrib.sam`: from parameters and the number of the inner step to gradients. */
  gradFn?: (params: Anything, step: number) => unknown;
  /** For `optax.contrib.sophia`: the loss as a function of parameters. */
  objFn?: (params: Anything) => ndarray;
  /** Arguments of `valueFn` after the parameters, by their names. */
  readonly [other: string]: unknown;
}

/** One step of processing gradients; optimisers are chains of them. */
export interface GradientTransformation {
  /** Gives the state before the first step, for parameters of this tree. */
  init(params: unknown): OptState;
  /**
   * Turns gradients into updates, to be added to the parameters by `optax.applyUpdates`.
   *
   * @param updates - A tree of gradients, built like the parameters.
   * @param state - The state, as `init` or the last `update` gave it.
   * @param params - The parameters, for transformations that look at them.
   * @param extra - What else transformations ask for, by name: `{ value, grad, valueFn }`.
   * @returns `[updates, state]`.
   */
  update<P>(
    updates: P,
    state: OptState,
    params?: unknown,
    extra?: UpdateExtra,
  ): [updates: P, state: OptState];
}

/** How a transformation is written by hand: from gradients, state and parameters to updates and the next state. */
type Update = (updates: Anything, state: Anything, params?: Anything, extra?: Anything) => readonly unknown[];

/**
 * Makes a transformation of gradients, such as an optimiser of one's own.
 *
 * @param init - From parameters to the state before the first step; or both functions by name.
 * @param update - From gradients, the state and, if it looks at them, the parameters to `[updates, state]`.
 * @throws TypeError unless both are functions.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const halved = optax.GradientTransformation(() => ({}), (g, state) => [jax.tree.map((x) => x.mul(-0.5), g), state]);
 * halved.update([jnp.array([4])], halved.init([jnp.array([1])]))[0][0].item(); // -2
 */
export function GradientTransformation(
  init: ((params: Anything) => OptState) | { init: (params: Anything) => OptState; update: Update },
  update?: Update,
): GradientTransformation {
  const own = typeof init === "function" ? { init, update } : init;
  for (const part of ["init", "update"] as const) {
    if (typeof own?.[part] === "function") continue;
    throw new TypeError(
      `GradientTransformation: expected ${part} to be a function, got ${describe(own?.[part])}`,
    );
  }
  return { init: own.init, update: own.update as GradientTransformation["update"] };
}

/** The size of steps: a number, or a function of the number of the step. */
export type Rate = number | ndarray | Schedule;
/** A number for each step: a function of the number of the step, from 0. */
export type Schedule = (count: ndarray | number) => ndarray;

/** Applies a function to the arrays at each place of trees that are built alike. */
export function overTrees(
  functionName: string,
  f: (...leaves: ndarray[]) => ndarray,
  first: unknown,
  ...rest: readonly unknown[]
): unknown {
  const [leaves, structure] = flatten(first);
  const arrays = leaves.map((leaf) => toArray(functionName, leaf));
  const columns = rest.map((tree) =>
    leavesLike(functionName, tree, structure).map((leaf, i) => {
      const array = toArray(functionName, leaf);
      if (sameShape(array.shape, arrays[i].shape)) return array;
      const place = printPath(pathsOf(structure)[i]);
      throw new RangeError(
        `${functionName}: expected arrays of one shape${place && ` at ${place}`}, got ${formatShape(arrays[i].shape)} and ${formatShape(array.shape)}`,
      );
    }),
  );
  return unflatten(
    structure,
    arrays.map((array, i) => f(array, ...columns.map((column) => column[i]))),
  );
}

/** The arrays of a tree. */
export function leavesOf(functionName: string, tree: unknown): ndarray[] {
  return flatten(tree)[0].map((leaf) => toArray(functionName, leaf));
}

/** A tree of one number, built like another. */
export const filled = (functionName: string, tree: unknown, value = 0): unknown =>
  overTrees(functionName, (x) => full(value, x.shape, x.dtype), tree);

/** The number 0 of a step. */
export const noSteps = (): ndarray => scalar(0, "int32");

/** The number of the next step; it stays at the largest whole number. */
export function nextStep(count: unknown): ndarray {
  return minimum(add(toArray("optax", count), scalar(1, "int32")), scalar(2147483647, "int32"));
}

/** Makes a transformation. */
export function transformation(
  name: string,
  init: (params: unknown) => OptState,
  update: (
    updates: unknown,
    state: never,
    params: unknown,
    extra: UpdateExtra,
  ) => readonly [unknown, OptState],
): GradientTransformation {
  return {
    init(params) {
      return init(params);
    },
    update(updates, state, params, extra) {
      if (state === undefined) {
        throw new TypeError(`${name}.update: expected a state, as init gives it, got undefined`);
      }
      return update(updates, state as never, params, readExtra(name, extra)) as never;
    },
  };
}

/** What `update` was told besides, in our spelling. */
function readExtra(name: string, extra: unknown): UpdateExtra {
  if (extra === undefined || extra === null) return {};
  if (!isPlainObject(extra)) {
    throw new TypeError(
      `${name}.update: expected what else there is by name, { value, grad, valueFn }, got ${describe(extra)}`,
    );
  }
  return Object.fromEntries(Object.entries(extra).map(([key, value]) => [camelCase(key), value]));
}

/** What a transformation cannot do without, of what `update` was told besides. */
export function told<K extends keyof UpdateExtra & string>(
  name: string,
  extra: UpdateExtra,
  key: K,
): NonNullable<UpdateExtra[K]> {
  const value = extra[key];
  if (value !== undefined && value !== null) return value;
  throw new TypeError(
    `${name}: expected ${key} after the parameters, update(grads, state, params, { ${key} }), got ${describe(value)}`,
  );
}

/** A transformation that carries nothing along. */
export const stateless = (
  name: string,
  f: (updates: unknown, params: unknown) => unknown,
): GradientTransformation =>
  transformation(
    name,
    () => ({}),
    (updates, state, params) => [f(updates, params), state],
  );

/** The parameters, where a transformation cannot do without. */
export function needed(name: string, params: unknown): unknown {
  if (params !== undefined && params !== null) return params;
  throw new TypeError(
    `${name}: expected the parameters as third argument of update, got ${describe(params)}`,
  );
}

/** Reads what follows a rate: the rate in its place or among the options, as Python's keywords. */
export function readRate<T extends object>(
  name: string,
  rate: unknown,
  options: unknown,
  defaults: T,
): T & { learningRate: Rate } {
  const all = { ...defaults, learningRate: undefined as Rate | undefined };
  const isOptions = isPlainObject(rate);
  const read = readOptions(name, isOptions ? rate : options, all);
  const learningRate = isOptions ? read.learningRate : (rate as Rate | undefined);
  if (isOptions && options !== undefined) {
    throw new TypeError(`${name}: expected options once, got them twice`);
  }
  if (!isOptions && read.learningRate !== undefined) {
    throw new TypeError(`${name}: option "learningRate" is given twice`);
  }
  return { ...read, learningRate: checkRate(name, learningRate) };
}

/** Checks that a rate is a number, one element, or a schedule. */
export function checkRate(name: string, rate: unknown): Rate {
  if (typeof rate === "number" || typeof rate === "function") return rate as Rate;
  if (typeof rate === "object" && rate !== null && (rate as ndarray).ndim === 0) return rate as ndarray;
  throw new TypeError(`${name}: expected learningRate to be a number or a schedule, got ${describe(rate)}`);
}

/** A scalar in the dtype of an array. */
export const like = (value: ndarray | number, x: ndarray): ndarray | number =>
  typeof value === "number" ? value : convertType(value, x.dtype);
