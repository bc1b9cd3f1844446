import { named } from "../array/named";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { parametersOf } from "../array/parametersOf";
import { describe, readOptions, type Spelled } from "../array/options";
import { isNumeric, settled, type LooseAll, type Result } from "./arguments";
import { Mapping } from "../ops/map";
import { ConcretizationTypeError } from "../ops/tracer";
import { checkedResults, compile, type Compiled } from "./compile";
import { traceGraph, type Atom, type Graph } from "./graph";
import { followed } from "./levels";
import { signatureOf, type Signature } from "./signature";
import { flatten, unflatten } from "./tree";

/** Options of {@link jit}. */
export interface JitOptions {
  /** Arguments that are taken as they are: for each new value the function is followed anew. Default: none. */
  staticArgnums?: number | readonly number[];
  /**
   * Names of parameters, or of options in a trailing object of options, that are taken as they are, numbers too.
   * Default: none.
   */
  staticArgnames?: string | readonly string[];
  /** Arguments whose memory results may take over. Memory is managed here, so nothing changes. Default: none. */
  donateArgnums?: number | readonly number[];
}

/**
 * Compiles a function: it is followed once for each combination of shapes and dtypes, what it computes is put in order
 * (equal parts are computed once, what nobody needs not at all, elementwise parts in one pass), and runs as a program
 * from then on, in memory of its own.
 *
 * Arrays and plain numbers, alone or in trees, may differ from call to call; truth values, strings, functions and
 * modules are taken as they are, and for each new one the function is followed anew.
 *
 * @param f - A function of trees of arrays. It must not ask for their values: see `jnp.where`, `lax.cond`, `lax.scan`.
 * @param options - Which arguments are taken as they are.
 * @returns A function of the same arguments and results.
 * @throws ConcretizationTypeError if `f` asks for values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.jit.html
 * @example
 * const scaledTanh = jax.jit((x) => jnp.multiply(1.7159, jnp.tanh(jnp.multiply(x, 2 / 3))));
 * scaledTanh([0, 1]).shape; // [2]
 */
export function jit<P = ndarray, A extends unknown[] = ndarray[], R extends Result = ndarray>(
  f: (x: P, ...rest: A) => R,
  options?: Spelled<JitOptions>,
): (...args: LooseAll<[P, ...A]>) => R {
  if (typeof f !== "function") throw new TypeError(`jit: expected a function, got ${describe(f)}`);
  const { staticArgnums, staticArgnames } = readOptions<JitOptions>("jit", options, {
    staticArgnums: [],
    staticArgnames: [],
    donateArgnums: [],
  });
  const fixedNames = new Set(typeof staticArgnames === "string" ? [staticArgnames] : staticArgnames);
  const fixed = new Set(typeof staticArgnums === "number" ? [staticArgnums] : staticArgnums);
  if (fixedNames.size > 0) {
    parametersOf(f)?.forEach(({ name = "", isRest }, i) => fixedNames.has(name) && !isRest && fixed.add(i));
  }
  const known = new Map<string, Prepared>();
  const call = f as (...args: unknown[]) => unknown;
  const jitted = (...args: unknown[]): unknown => {
    const signature = signatureOf("jit", args, fixed, fixedNames);
    if (signature.isFollowed) return call(...args);
    let prepared = known.get(signature.key);
    if (!prepared) {
      prepared = prepare(call, signature);
      remember(known, signature.key, prepared);
    }
    const results = prepared.compiled(signature.arrays);
    return prepared.rebuild(checkedResults(results, followed("jit", f), () => call(...args)));
  };
  named(f.name, jitted);
  return jitted as never;
}

/** A function as it was compiled for arguments of certain shapes and dtypes. */
interface Prepared {
  readonly compiled: Compiled;
  readonly rebuild: (arrays: readonly ndarray[]) => unknown;
}

function prepare(f: (...args: unknown[]) => unknown, signature: Signature): Prepared {
  const followedBy = followed("jit", f);
  let rebuild: Prepared["rebuild"] = () => undefined;
  const graph = traceGraph(followedBy, signature.traced(), (...tracers) => {
    const result = settled(followedBy, f(...signature.rebuild(tracers)));
    const [leaves, structure] = flatten(result);
    const isArray = leaves.map((leaf) => isNumeric(leaf) || typeof leaf === "boolean");
    rebuild = (arrays) => {
      let at = 0;
      return unflatten(
        structure,
        leaves.map((leaf, i) => (isArray[i] ? arrays[at++] : leaf)),
      );
    };
    return leaves.filter((_, i) => isArray[i]).map((leaf) => toArray("jit", leaf));
  });
  refuseLostConditions(followedBy, graph);
  return { compiled: compile(graph), rebuild };
}

const comparisons = new Set(["greater", "greaterEqual", "less", "lessEqual", "notEqual"]);

/**
 * Refuses a comparison that nothing uses: most likely it stood in a condition, where JavaScript takes any array for
 * true, and the function was followed along one branch alone.
 */
function refuseLostConditions(followedBy: string, { equations, outputs }: Graph): void {
  const used = new Set<Atom>([...outputs, ...equations.flatMap(({ operands }) => operands)]);
  for (const { params, results } of equations) {
    if (!(params instanceof Mapping) || !comparisons.has(params.name) || used.has(results[0])) continue;
    throw new ConcretizationTypeError(
      `${followedBy}: what ${params.name} gives is not used; in a condition (if, while, ?:, &&) JavaScript takes any ` +
        "array for true. Use jnp.where, lax.cond or lax.whileLoop.",
    );
  }
}

/** Keeps what was compiled last; a function called with ever new shapes does not fill the memory. */
function remember(known: Map<string, Prepared>, key: string, prepared: Prepared): void {
  if (known.size >= 256) known.delete(known.keys().next().value as string);
  known.set(key, prepared);
}
