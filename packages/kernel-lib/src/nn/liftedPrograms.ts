import { readOptions, type Spelled } from "../array/options";
import type { ndarray } from "../array/ndarray";
import { checkpoint as checkpointed } from "../transform/checkpoint";
import { jit as compiled } from "../transform/jit";
import { lift, type Collections, type Keys, type Target } from "./lifting";

/** Options of {@link jit}. */
export interface LiftedJitOptions {
  /** Arguments that are taken as they are, the module being argument 0. Default: none. */
  staticArgnums?: number | readonly number[];
  /** The methods of a class to compile. Default: `"__call__"`. */
  methods?: string | readonly string[];
}

/** Options of {@link remat}. */
export interface RematOptions extends LiftedJitOptions {
  /** Taken for the sake of pasted code: nothing is kept but the arguments. */
  policy?: unknown;
  /** Taken for the sake of pasted code. */
  preventCse?: boolean;
  /** Taken for the sake of pasted code. */
  concrete?: boolean;
}

type Program = (
  variables: Collections,
  keys: Keys,
  ...args: unknown[]
) => [result: unknown, changed: Collections];

interface Prepared {
  readonly identity: readonly unknown[];
  readonly program: Program;
}

/** The most programs that are kept of one class or function. */
const most = 64;

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => Object.is(one, b[i]));

/**
 * Makes a module that is compiled when it runs, as `jax.jit` compiles a function.
 *
 * Variables and keys are handed through, so that it has the parameters of the module it was. While variables are made or
 * changed it runs as it is, unless what is around it is compiled.
 *
 * @param target - The class of a module, or a function of a running module and further arguments.
 * @param options - See {@link LiftedJitOptions}.
 * @returns A class whose instances are named `JitDense_0` and so on, or a function like the one given.
 * @throws TypeError if it gets neither.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/transformations.html
 * @example
 * const model = new (nn.jit(nn.Dense))(2);
 * model.apply(model.init(jax.random.PRNGKey(0), np.ones([1, 3])), np.ones([1, 3])).shape; // [1, 2]
 */
export function jit<T extends Target>(target: T, options?: Spelled<LiftedJitOptions>): T {
  const { staticArgnums, methods } = readOptions<Required<LiftedJitOptions>>("nn.jit", options, {
    staticArgnums: [],
    methods: "__call__",
  });
  const fixed = [staticArgnums].flat().map((i) => i + 1);
  const known: Prepared[] = [];
  return lift("jit", target, methods, { collections: () => true, drawsKeys: true }, (lifted, args) => {
    const { pure, variables, keys, identity, isMutable } = lifted;
    if (lifted.isInitializing || [...Object.keys(variables), "intermediates"].some(isMutable)) {
      return pure(variables, keys, args);
    }
    let prepared = known.find((one) => same(one.identity, identity));
    if (!prepared) {
      const program = compiled(
        ((given: Collections, own: Keys, ...rest: unknown[]) => pure(given, own, rest)) as never,
        { staticArgnums: fixed },
      ) as unknown as Program;
      prepared = { identity, program };
      if (known.push(prepared) > most) known.shift();
    }
    return prepared.program(variables, keys, ...args);
  });
}

/**
 * Makes a module of which going back keeps only the arguments, as `jax.checkpoint` does of a function: what lies between
 * is computed again then, which takes more time and less memory.
 *
 * @param target - The class of a module, or a function of a running module and further arguments.
 * @param options - See {@link RematOptions}.
 * @returns A class whose instances are named `CheckpointDense_0` and so on, or a function like the one given.
 * @throws TypeError if it gets neither.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/transformations.html
 * @example
 * const model = new (nn.remat(nn.Dense))(2);
 * model.apply(model.init(jax.random.PRNGKey(0), np.ones([1, 3])), np.ones([1, 3])).shape; // [1, 2]
 */
export function remat<T extends Target>(target: T, options?: Spelled<RematOptions>): T {
  const { staticArgnums, methods } = readOptions<RematOptions & Required<LiftedJitOptions>>(
    "nn.remat",
    options,
    { staticArgnums: [], methods: "__call__", policy: undefined, preventCse: true, concrete: false },
  );
  const fixed = new Set([staticArgnums].flat().map((i) => i - 1));
  return lift(
    "checkpoint",
    target,
    methods,
    { collections: () => true, drawsKeys: false },
    ({ pure, variables, keys }, args) => {
      const followed = args.map((arg, i) => (fixed.has(i) ? null : arg));
      const f = (given: Collections, own: Keys, rest: readonly unknown[]): ndarray =>
        pure(
          given,
          own,
          args.map((arg, i) => (fixed.has(i) ? arg : rest[i])),
        ) as unknown as ndarray;
      const program = checkpointed(f as never) as unknown as (...all: unknown[]) => ReturnType<typeof pure>;
      return program(variables, keys, followed);
    },
  );
}

/** The same as {@link remat}. */
export const checkpoint: typeof remat = remat;
