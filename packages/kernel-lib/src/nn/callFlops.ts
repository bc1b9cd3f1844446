import { ndarray } from "../array/ndarray";
import { isFloating } from "../array/traits";
import { full } from "../ops/map";
import type { Aval } from "../ops/primitive";
import type { Key } from "../random/keys";
import { flopsOf } from "../transform/flops";
import { traceGraph } from "../transform/graph";
import { linearized, transposed } from "../transform/reverse";
import { flatten, unflatten, type Structure } from "../transform/tree";
import { freshCopy, runAt } from "./moduleRuns";
import { newRoot, type Call, type Tree } from "./scope";

/** What a call costs: by itself, and together with its way back. */
export interface CallFlops {
  readonly forward: () => number;
  readonly withGradient: () => number;
}

const isArray = (leaf: unknown): leaf is ndarray => leaf instanceof ndarray;

/** A tree of which only the arrays may differ. */
class Pattern {
  readonly arrays: readonly Aval[];
  readonly #structure: Structure;
  readonly #leaves: readonly unknown[];

  constructor(tree: unknown) {
    [this.#leaves, this.#structure] = flatten(tree);
    this.arrays = this.#leaves.filter(isArray).map(({ shape, dtype }) => ({ shape, dtype }));
  }

  /** The tree with other arrays. */
  filled(arrays: readonly ndarray[]): unknown {
    let at = 0;
    return unflatten(
      this.#structure,
      this.#leaves.map((leaf) => (isArray(leaf) ? arrays[at++] : leaf)),
    );
  }
}

/** Follows a call of a module anew, to count what it takes; the module stands alone meanwhile. */
export function callFlops({ instance, inputs }: Call, rngs: Readonly<Record<string, Key>>): CallFlops {
  const module = freshCopy(instance, Object.getPrototypeOf(instance) as object);
  const given = new Pattern(inputs);
  const run = (variables: Record<string, Tree>, args: readonly ndarray[], initializing: boolean): unknown =>
    runAt(
      module,
      newRoot(variables, rngs, () => true, initializing),
      undefined,
      given.filled(args) as unknown[],
    );
  const made: Record<string, Tree> = {};
  traceGraph("tabulate", given.arrays, (...args) => {
    run(made, args, true);
    return [];
  });
  const variables = new Pattern(made);
  const all = [...variables.arrays, ...given.arrays];
  const call = (...args: readonly ndarray[]): ndarray[] => {
    const own = variables.filled(args.slice(0, variables.arrays.length)) as Record<string, Tree>;
    const result = run(own, args.slice(variables.arrays.length), false);
    return flatten(result)[0].filter(isArray);
  };
  const count = (f: (...args: readonly ndarray[]) => readonly ndarray[]): number =>
    flopsOf(traceGraph("tabulate", all, f));
  return {
    forward: () => count(call),
    withGradient: () =>
      count((...args) => {
        const { outputs, program, changes } = linearized("tabulate", call, args);
        const back = transposed(
          program,
          outputs.filter((_, i) => changes[i]),
        );
        const changing = args.filter(({ dtype }) => isFloating(dtype));
        return [...outputs, ...back.map((one, i) => one ?? full(0, changing[i].shape, changing[i].dtype))];
      }),
  };
}
