import { named } from "../array/named";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { bind } from "../ops/bind";
import { arraysOf, type Arrays, type LooseAll } from "./arguments";
import { customJvpPrimitive, customVjpPrimitive } from "./custom";
import { flattened } from "./flat";
import { followed } from "./levels";
import { flatten, leavesLike, type Structure } from "./tree";

/** Options of {@link customJvp} and {@link customVjp}. */
export interface CustomOptions {
  /** Arguments that are not differentiated: handed to the rules as they are, before all else. Default: none. */
  nondiffArgnums?: readonly number[];
}

/** A function whose derivative is given by a rule. */
export type CustomJvp<A extends unknown[], R> = ((...args: LooseAll<A>) => R) & {
  /**
   * Sets the rule: from the arguments and their changes, each in a list, to `[result, change of the result]`. What
   * `nondiffArgnums` names comes before both.
   */
  defjvp(rule: (primals: A, tangents: A) => readonly [unknown, unknown]): CustomJvp<A, R>;
  /** The same for a rule that gets the arguments that `nondiffArgnums` names before both. */
  defjvp(rule: (...args: never[]) => readonly [unknown, unknown]): CustomJvp<A, R>;
};

/** A function whose way back is given by two rules. */
export type CustomVjp<A extends unknown[], R> = ((...args: LooseAll<A>) => R) & {
  /**
   * Sets the rules: `forward` takes the arguments and gives `[result, what going back needs]`; `backward` takes that and
   * the cotangent of the result, and gives a list with a gradient for each argument, null for zeros.
   */
  defvjp<Kept>(
    forward: (...args: A) => readonly [R, Kept],
    backward: (kept: Kept, cotangent: R) => readonly unknown[],
  ): CustomVjp<A, R>;
  /** The same for a `backward` that gets the arguments that `nondiffArgnums` names before both. */
  defvjp(
    forward: (...args: never[]) => readonly [unknown, unknown],
    backward: (...args: never[]) => readonly unknown[],
  ): CustomVjp<A, R>;
};

function readNondiff(functionName: string, options: unknown): readonly number[] {
  const { nondiffArgnums } = readOptions<Required<CustomOptions>>(functionName, options, {
    nondiffArgnums: [],
  });
  return nondiffArgnums;
}

/** The arrays of a tree that must be built like another. */
const arraysLike = (functionName: string, what: string, tree: unknown, structure: Structure): ndarray[] =>
  leavesLike(`${functionName}: ${what}`, tree, structure).map((leaf) => toArray(functionName, leaf));

/**
 * Makes a function whose derivative is what a rule says, forward and in reverse.
 *
 * @param f - A function of trees of arrays. Set its rule with `defjvp` before it is differentiated.
 * @param options - Which arguments are not differentiated.
 * @throws TypeError if it is differentiated without a rule, or if the rule's results are not built like the function's.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.custom_jvp.html
 * @example
 * const f = jax.customJvp((x) => jnp.sin(x)).defjvp(([x], [t]) => [jnp.sin(x), jnp.multiply(2, t)]);
 * jax.grad(f)(0).item(); // 2
 */
export function customJvp<A extends unknown[] = [ndarray], R = ndarray>(
  f: (...args: A) => R,
  options?: Spelled<CustomOptions>,
): CustomJvp<A, R> {
  const fixed = readNondiff("customJvp", options);
  const followedBy = followed("customJvp", f);
  let rule: ((...args: never[]) => readonly [unknown, unknown]) | undefined;
  const call = f as (...args: unknown[]) => unknown;
  const custom = (...args: unknown[]): unknown => {
    const own = args.filter((_, i) => !fixed.includes(i));
    const rest = fixed.map((i) => args[i]);
    const whole = (...given: unknown[]): unknown => {
      let at = 0;
      return call(...args.map((arg, i) => (fixed.includes(i) ? arg : given[at++])));
    };
    const flat = flattened("customJvp", followedBy, whole, own);
    const results = bind(customJvpPrimitive, flat.arrays, {
      f: flat.f,
      rule: (primals, tangents) => {
        if (!rule)
          throw new TypeError(`${followedBy}: expected a rule for its derivative; set one with defjvp`);
        const trees = [primals, tangents].map((arrays) => {
          let at = 0;
          return flat.args.map((one) => one.rebuild(arrays.slice(at, (at += one.arrays.length))));
        });
        const pair: unknown = rule(...([...rest, ...trees] as never[]));
        if (!Array.isArray(pair) || pair.length !== 2) {
          throw new TypeError(
            `${followedBy}: expected its rule to give [result, tangent], got ${describe(pair)}`,
          );
        }
        const [outputs, structure] = flatten(pair[0]);
        flat.built(structure);
        return [
          outputs.map((leaf) => toArray("customJvp", leaf)),
          arraysLike(followedBy, "the tangent", pair[1], structure),
        ];
      },
    });
    return flat.rebuild(results);
  };
  named(f.name, custom);
  return Object.assign(custom, {
    defjvp(given: typeof rule) {
      rule = given;
      return custom;
    },
  }) as never;
}

/**
 * Makes a function of which the way back is what two rules say. It cannot be differentiated forward.
 *
 * @param f - A function of trees of arrays. Set its rules with `defvjp` before it is differentiated.
 * @param options - Which arguments are not differentiated: `forward` gets all arguments in their places, `backward` gets
 * those named here first.
 * @throws TypeError if it is differentiated without rules, or if `backward` does not give one gradient for each argument.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.custom_vjp.html
 * @example
 * const clipped = jax.customVjp((x) => x).defvjp((x) => [x, null], (_, g) => [jnp.clip(g, -1, 1)]);
 * jax.grad((x) => clipped(x).mul(5))(2).item(); // 1
 */
export function customVjp<A extends unknown[] = [ndarray], R = ndarray>(
  f: (...args: A) => R,
  options?: Spelled<CustomOptions>,
): CustomVjp<A, R> {
  const fixed = readNondiff("customVjp", options);
  const followedBy = followed("customVjp", f);
  let rules:
    { forward: (...args: unknown[]) => unknown; backward: (...args: unknown[]) => unknown } | undefined;
  const call = f as (...args: unknown[]) => unknown;
  const custom = (...args: unknown[]): unknown => {
    const own = args.filter((_, i) => !fixed.includes(i));
    const rest = fixed.map((i) => args[i]);
    const placed = (given: readonly unknown[]): unknown[] => {
      let at = 0;
      return args.map((arg, i) => (fixed.includes(i) ? arg : given[at++]));
    };
    const flat = flattened("customVjp", followedBy, (...given: unknown[]) => call(...placed(given)), own);
    let keptTree: Arrays | undefined;
    const results = bind(customVjpPrimitive, flat.arrays, {
      f: flat.f,
      onward: (...arrays) => {
        if (!rules)
          throw new TypeError(`${followedBy}: expected rules for its derivative; set them with defvjp`);
        let at = 0;
        const given = flat.args.map((one) => one.rebuild(arrays.slice(at, (at += one.arrays.length))));
        const pair = rules.forward(...placed(given));
        if (!Array.isArray(pair) || pair.length !== 2) {
          throw new TypeError(
            `${followedBy}: expected forward to give [result, kept], got ${describe(pair)}`,
          );
        }
        const [outputs, structure] = flatten(pair[0]);
        flat.built(structure);
        keptTree = arraysOf("customVjp", pair[1]);
        return { outputs: outputs.map((leaf) => toArray("customVjp", leaf)), kept: keptTree.arrays };
      },
      back: (kept, cotangents) => {
        const result = (rules as NonNullable<typeof rules>).backward(
          ...rest,
          (keptTree as Arrays).rebuild(kept),
          flat.rebuild(cotangents),
        );
        if (!Array.isArray(result) || result.length !== own.length) {
          const wanted = `a list of ${own.length} ${own.length === 1 ? "gradient" : "gradients"}`;
          throw new TypeError(`${followedBy}: expected backward to give ${wanted}, got ${describe(result)}`);
        }
        return flat.args.flatMap(({ arrays, structure }, i) =>
          result[i] === null || result[i] === undefined
            ? arrays.map(() => null)
            : arraysLike(followedBy, `gradient ${i}`, result[i], structure),
        );
      },
    });
    return flat.rebuild(results);
  };
  named(f.name, custom);
  return Object.assign(custom, {
    defvjp(forward: never, backward: never) {
      rules = { forward, backward };
      return custom;
    },
  }) as never;
}
