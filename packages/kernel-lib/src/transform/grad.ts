import { formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { isFloating } from "../array/traits";
import { full } from "../ops/map";
import {
  arraysOf,
  isNumeric,
  settled,
  type LooseAll,
  type Result,
  type Second,
  type Strict,
} from "./arguments";
import { followed } from "./levels";
import { linearized, transposed } from "./reverse";
import { flatten, pathsOf, printPath, unflatten } from "./tree";

/** Options of {@link grad} and {@link valueAndGrad}. */
export interface GradOptions {
  /** By which argument to differentiate, or a list of several. Default: 0. */
  argnums?: number | readonly number[];
  /** Whether the function gives a pair, of which only the first is differentiated. Default: false. */
  hasAux?: boolean;
}

/** An argument to differentiate by, several, or options. */
type Argnums = number | readonly number[] | Spelled<GradOptions>;

/** A tree of gradients by one argument, or the list of those by several. */
export type Gradient<O, Args extends readonly unknown[]> = O extends
  { argnums: infer N extends readonly number[] } | (infer N extends readonly number[])
  ? { -readonly [K in keyof N]: Strict<Args[N[K] & keyof Args]> }
  : O extends { argnums: infer N extends number } | (infer N extends number)
    ? Strict<Args[N & keyof Args]>
    : Strict<Args[0]>;

/** Whether options say that the function gives something beside its value. */
type HasAux<O> = O extends { hasAux: true } | { has_aux: true } ? true : false;

/**
 * Makes the gradient of a function: of trees of arrays to a single number.
 *
 * It follows the function's operations and goes back through them with the chain rule. Where no derivative exists, it
 * keeps JAX's conventions: relu'(0) = 0, abs'(0) = 1, half to each where `maximum` has a tie. Nothing comes back
 * through the branch that `jnp.where` does not take, not even NaN. Nest it for higher derivatives; use {@link vmap} for
 * the derivative at many points.
 *
 * @param f - A function to a scalar. Arguments that are not differentiated are handed on as they are.
 * @param options - The argument to differentiate by (`argnums`), or options. Default: the first.
 * @returns A function of the same arguments that gives a tree of gradients built like the argument, a list of them where
 * `argnums` is one; with `hasAux` the pair of that and what `f` gave beside its value.
 * @throws TypeError if an argument is not of floating point, if the result is no scalar, or if `f` asks for values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.grad.html
 * @example
 * jax.grad(nn.tanh)(0).item(); // 1
 * jax.grad((x) => jnp.sum(jnp.square(x)))([1, 2, 3]).tolist(); // [2, 4, 6]
 * const params = { w: jnp.array([1, 2]), b: jnp.array(0) };
 * const loss = (p = params) => jnp.sum(p.w.mul(3).add(p.b));
 * jax.grad(loss)(params).w.tolist(); // [3, 3]
 */
export function grad<P = ndarray, A extends unknown[] = ndarray[], R extends Result = Result, const O = 0>(
  f: (x: P, ...rest: A) => R,
  options?: O & Argnums,
): (
  ...args: LooseAll<[P, ...A]>
) => HasAux<O> extends true ? [gradient: Gradient<O, [P, ...A]>, aux: Second<R>] : Gradient<O, [P, ...A]> {
  const read = readGradOptions("grad", options);
  return ((...args: unknown[]) => {
    const { gradient, aux } = differentiate("grad", f, args, read);
    return read.hasAux ? [gradient, aux] : gradient;
  }) as never;
}

/**
 * Makes a function that gives both the value and the gradient, as a pair.
 *
 * @param f - As for {@link grad}.
 * @param options - As for {@link grad}.
 * @returns A function of the same arguments that gives `[value, gradient]`; with `hasAux` `[[value, aux], gradient]`.
 * @throws TypeError as {@link grad} does.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.value_and_grad.html
 * @example
 * jax.valueAndGrad((x) => jnp.square(x))(3).map(Number); // [9, 6]
 */
export function valueAndGrad<
  P = ndarray,
  A extends unknown[] = ndarray[],
  R extends Result = Result,
  const O = 0,
>(
  f: (x: P, ...rest: A) => R,
  options?: O & Argnums,
): (
  ...args: LooseAll<[P, ...A]>
) => [
  value: HasAux<O> extends true ? [value: ndarray, aux: Second<R>] : ndarray,
  gradient: Gradient<O, [P, ...A]>,
] {
  const read = readGradOptions("valueAndGrad", options);
  return ((...args: unknown[]) => {
    const { value, gradient, aux } = differentiate("valueAndGrad", f, args, read);
    return [read.hasAux ? [value, aux] : value, gradient];
  }) as never;
}

function readGradOptions(functionName: string, options: unknown): Required<GradOptions> {
  const short = typeof options === "number" || Array.isArray(options) ? { argnums: options } : options;
  const { argnums, hasAux } = readOptions<Required<GradOptions>>(functionName, short, {
    argnums: 0,
    hasAux: false,
  });
  const all: unknown[] = Array.isArray(argnums) ? argnums : [argnums];
  for (const one of all) {
    if (typeof one === "number" && Number.isInteger(one) && one >= 0) continue;
    throw new TypeError(`${functionName}: expected argnums to be 0, 1, 2, … or a list, got ${describe(one)}`);
  }
  return { argnums, hasAux };
}

interface Differentiated {
  readonly value: ndarray;
  readonly gradient: unknown;
  readonly aux: unknown;
}

/** Follows a function once; gives its value and its gradients at the arguments. */
function differentiate(
  functionName: string,
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
  { argnums, hasAux }: Required<GradOptions>,
): Differentiated {
  const wanted = typeof argnums === "number" ? [argnums] : argnums;
  const points = wanted.map((one) => pointOf(functionName, args, one));
  const followedBy = followed(functionName, f);
  let auxiliary: [leaves: unknown[], rebuild: (leaves: readonly unknown[]) => unknown] | undefined;
  const { outputs, program, changes } = linearized(
    followedBy,
    (...xs) => {
      let at = 0;
      const given = [...args];
      wanted.forEach(
        (one, i) => (given[one] = points[i].rebuild(xs.slice(at, (at += points[i].arrays.length)))),
      );
      const result = settled(followedBy, f(...(given as never[])));
      if (!hasAux) return [outputOf(functionName, result)];
      if (!Array.isArray(result) || result.length !== 2) {
        throw new TypeError(
          `${functionName}: expected a pair [value, aux] with hasAux, got ${describe(result)}`,
        );
      }
      const [leaves, structure] = flatten(result[1]);
      auxiliary = [leaves, (others) => unflatten(structure, others)];
      return [
        outputOf(functionName, result[0]),
        ...leaves.filter((leaf): leaf is ndarray => leaf instanceof ndarray),
      ];
    },
    points.flatMap(({ arrays }) => arrays),
  );
  const [value, ...rest] = outputs;
  const cotangents = changes.flatMap((change, i) =>
    !change ? [] : [i === 0 ? full(1, [], value.dtype) : null],
  );
  const back = transposed(program, cotangents);
  let at = 0;
  const gradients = points.map(({ arrays, rebuild }) =>
    rebuild(arrays.map((x) => back[at++] ?? full(0, x.shape, x.dtype))),
  );
  let next = 0;
  const aux = auxiliary?.[1](auxiliary[0].map((leaf) => (leaf instanceof ndarray ? rest[next++] : leaf)));
  return { value, gradient: typeof argnums === "number" ? gradients[0] : gradients, aux };
}

/** The point at which to differentiate by an argument: a tree of arrays of floating point. */
function pointOf(
  functionName: string,
  args: readonly unknown[],
  argnum: number,
): ReturnType<typeof arraysOf> {
  if (argnum >= args.length) {
    throw new TypeError(
      `${functionName}: argnums ${argnum} asks for more than the ${args.length} arguments given`,
    );
  }
  const point = arraysOf(functionName, args[argnum]);
  const paths = pathsOf(point.structure);
  point.leaves.forEach((leaf, i) => {
    const place = `argument ${argnum}${printPath(paths[i])}`;
    const array = isNumeric(leaf) ? toArray(functionName, leaf) : undefined;
    if (array && isFloating(array.dtype)) return;
    throw new TypeError(
      `${functionName}: expected ${place} to be floating point, got ${array ? array.dtype : describe(leaf)}`,
    );
  });
  return point;
}

/** The result of a function: a scalar of floating point. */
function outputOf(functionName: string, result: unknown): ndarray {
  const isOne = typeof result === "number" || result instanceof ndarray;
  if (!isOne) {
    throw new TypeError(`${functionName}: expected the function to give a scalar, got ${describe(result)}`);
  }
  const value = toArray(functionName, result);
  if (value.ndim > 0) {
    throw new TypeError(
      `${functionName}: expected the function to give a scalar, got shape ${formatShape(value.shape)}; ` +
        "add it up, or use jax.vmap(jax.grad(f)) for a derivative at each element",
    );
  }
  if (!isFloating(value.dtype)) {
    throw new TypeError(
      `${functionName}: expected the function to give a floating-point number, got ${value.dtype}`,
    );
  }
  return value;
}
