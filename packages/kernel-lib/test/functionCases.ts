import * as jaxNn from "../src/jaxNn";
import * as lax from "../src/lax";
import * as np from "../src/np";
import * as scipyLinalg from "../src/scipyLinalg";
import * as special from "../src/special";
import * as random from "../src/random";
import { written, type Call } from "./functionCalls";
import { resolving, type Stored } from "./stored";

/** One call of one function, as reference/functions writes it. */
export interface Case {
  /** The function's name, behind that of its namespace where it is not np. */
  readonly name: string;
  /** Arguments; `{ input }` stands for an array. */
  readonly args: readonly unknown[];
  readonly options: object | null;
  /** How to call it, where that is more than handing over the arguments. */
  readonly how: string | null;
  /** What JAX says where it refuses. */
  readonly error?: string;
  readonly results?: readonly Stored[];
  /** The gradients by all arrays in floating point, where JAX has them, and those of the gradients. */
  readonly grads?: readonly Stored[];
  readonly seconds?: readonly Stored[];
  /** Whether differences of values come near the gradients. */
  readonly smooth?: boolean;
  /** How many times as far as usual JAX itself is from the right numbers. Default: once. */
  readonly slack?: number;
}

const spaces: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  np,
  lax,
  nn: jaxNn,
  random,
  special,
  linalg: np.linalg,
  scipyLinalg,
};

/** The functions that these namespaces export, each with all the names it has; of np without the namespace. */
export function exportedFunctions(): string[][] {
  const names = new Map<unknown, string[]>();
  for (const [space, members] of Object.entries(spaces)) {
    for (const [name, member] of Object.entries(members)) {
      if (typeof member !== "function") continue;
      const full = space === "np" ? name : `${space}.${name}`;
      names.set(member, [...(names.get(member) ?? []), full]);
    }
  }
  return [...names.values()];
}

function functionOf(name: string): Call {
  const [space, member] = name.includes(".") ? name.split(".") : ["np", name];
  return spaces[space][member] as Call;
}

/** The stored arrays within an argument, in order. */
function inputsIn(x: unknown): string[] {
  if (x === null || typeof x !== "object") return [];
  if ("input" in x) return [x.input as string];
  return Object.values(x).flatMap(inputsIn);
}

/** The arrays of a result, in their order; plain numbers and truth values are arrays of no axes. */
function arraysIn(result: unknown): np.ndarray[] {
  if (result instanceof np.ndarray) return [result];
  if (typeof result === "number" || typeof result === "boolean") return [np.array(result)];
  return Object.values(result as object).flatMap(arraysIn);
}

/** A case as a function of all its arrays, with these arrays. */
export function callOf(
  { name, args, options, how }: Case,
  stored: Readonly<Record<string, Stored>>,
): { arrays: np.ndarray[]; call: (...arrays: np.ndarray[]) => np.ndarray[] } {
  const all = options === null ? args : [...args, options];
  const resolved = resolving(stored);
  const arrays = inputsIn(all).map((input) => resolved({ input }) as np.ndarray);
  const f = how === null ? functionOf(name) : written[`${name}: ${how}`];
  const call = (...given: np.ndarray[]): np.ndarray[] => {
    let at = 0;
    const filled = (x: unknown): unknown => {
      if (x === null || typeof x !== "object") return x;
      if ("input" in x) return given[at++];
      if (Array.isArray(x)) return x.map(filled);
      return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, filled(value)]));
    };
    return arraysIn(f(...(filled(all) as never[])));
  };
  return { arrays, call };
}

/** The sum of all elements in floating point, each weighed by the cosine of its number. */
export function score(results: readonly np.ndarray[]): np.ndarray {
  const floats = results.filter(({ dtype }) => dtype.startsWith("float"));
  const each = floats.map((x) => np.sum(np.multiply(x, np.cos(np.arange(x.size)).reshape(x.shape))));
  return each.reduce((sum, one) => np.add(sum, one), np.array(0));
}

/** Where arrays differ in number, shape, or by more than a tolerance beside the larger of 1 and what is wanted. */
export function differences(
  got: readonly np.ndarray[],
  wanted: readonly np.ndarray[],
  tolerance: number,
): string[] {
  if (got.length !== wanted.length) return [`${got.length} arrays for ${wanted.length}`];
  return wanted.flatMap((right, k) => {
    const own = got[k];
    if (own.shape.join() !== right.shape.join()) return [`shape [${own.shape}] for [${right.shape}]`];
    for (let i = 0; i < right.size; i++) {
      const [a, b] = [Number(own.data[i]), Number(right.data[i])];
      if (Object.is(a, b) || a === b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b))) continue;
      return [`array ${k}, element ${i}: ${a} for ${b}`];
    }
    return [];
  });
}
