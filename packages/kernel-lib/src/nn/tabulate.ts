import { elementsOf, ndarray } from "../array/ndarray";
import { checkInteger } from "../array/checks";
import { camelCase, isPlainObject, readOptions, type Spelled } from "../array/options";
import type { Key } from "../random/keys";
import { callFlops } from "./callFlops";
import { centered, drawn } from "./drawnTable";
import type { Module } from "./module";
import type { Rngs } from "./moduleTypes";
import { stateOf } from "./moduleInspection";
import { runAt } from "./moduleRuns";
import { shortRepr } from "./moduleRepr";
import { checkedRngs, isTree, newRoot, type Call, type Tree } from "./scope";

/** The dtype and shape of an array, and of what holds arrays: `float32[4,5]`. */
function typeOf(value: unknown, indent = ""): string {
  if (value instanceof ndarray) return `${value.dtype}[${value.shape.join(",")}]`;
  if (Array.isArray(value)) {
    return value.map((part) => `${indent}- ${typeOf(part, `${indent}  `).trimStart()}`).join("\n");
  }
  if (value === null) return "None";
  if (isPlainObject(value)) {
    return Object.entries(value)
      .map(([name, part]) => `${indent}${name}: ${typeOf(part, `${indent}  `)}`)
      .join("\n");
  }
  return shortRepr(value);
}

interface Size {
  readonly count: number;
  readonly bytes: number;
}

const none: Size = { count: 0, bytes: 0 };

function sizeOf(arrays: readonly ndarray[]): Size {
  return arrays.reduce(
    (sum, x) => ({ count: sum.count + x.size, bytes: sum.bytes + elementsOf(x).byteLength }),
    none,
  );
}

/** Writes a number of values and their bytes: `24 (96 B)`. */
function sizeText({ count, bytes }: Size): string {
  const units = [
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "KB"],
  ] as const;
  const [unit, name] = units.find(([limit]) => bytes > limit) ?? [1, "B"];
  const amount = unit === 1 ? String(bytes) : grouped((bytes / unit).toFixed(1));
  return `${grouped(String(count))} (${amount} ${name})`;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** What a collection holds at the path of a module. */
function placeIn(tree: Tree | undefined, path: readonly string[]): Tree | undefined {
  let place: Tree | undefined = tree;
  for (const step of path) {
    const next: Tree[string] | undefined = place?.[step];
    place = isTree(next) ? next : undefined;
  }
  return place;
}

/** The arrays that belong to one module itself, by name. */
function ownArrays(tree: Tree | undefined, path: readonly string[]): [string, ndarray][] {
  return Object.entries(placeIn(tree, path) ?? {})
    .filter((entry): entry is [string, ndarray] => entry[1] instanceof ndarray)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Options of {@link tabulate}. */
export interface TabulateOptions {
  /** How many levels of submodules are listed, each with what belongs to those below; null for all. Default: null. */
  depth?: number | null;
  /** Whether a module that is called again has a row for each call. Default: false. */
  showRepeated?: boolean;
  /** Whether operations of each call are counted. Default: false. */
  computeFlops?: boolean;
  /** Whether operations of each call together with its gradient are counted. Default: false. */
  computeVjpFlops?: boolean;
}

const defaults: Required<TabulateOptions> = {
  depth: null,
  showRepeated: false,
  computeFlops: false,
  computeVjpFlops: false,
};

/** Reads arguments of a call with options of the table among those at the end: `[args, options]`. */
export function splitTabulateOptions(args: readonly unknown[]): [args: unknown[], options: TabulateOptions] {
  const last = args[args.length - 1];
  if (!isPlainObject(last)) return [[...args], {}];
  const entries = Object.entries(last);
  const isOwn = ([name]: [string, unknown]): boolean => Object.hasOwn(defaults, camelCase(name));
  const rest = entries.filter((entry) => !isOwn(entry));
  const given = rest.length > 0 || entries.length === 0 ? [Object.fromEntries(rest)] : [];
  return [[...args.slice(0, -1), ...given], Object.fromEntries(entries.filter(isOwn))];
}

/** The columns before those of collections, and what is in them. */
function columnsOf(
  { computeFlops, computeVjpFlops }: Required<TabulateOptions>,
  rngs: Readonly<Record<string, Key>>,
): { head: string[]; cells: (call: Call) => string[] } {
  const head = ["path", "module", "inputs", "outputs"];
  if (computeFlops) head.push("flops");
  if (computeVjpFlops) head.push("vjp_flops");
  const cells = (call: Call): string[] => {
    const { path, module, inputs, outputs } = call;
    const own = [path.join("/"), module, typeOf(inputs.length === 1 ? inputs[0] : inputs), typeOf(outputs)];
    if (!computeFlops && !computeVjpFlops) return own;
    const flops = callFlops(call, rngs);
    if (computeFlops) own.push(String(flops.forward()));
    if (computeVjpFlops) own.push(String(flops.withGradient()));
    return own;
  };
  return { head, cells };
}

/** What of a collection belongs to a call: the arrays of its module, or at the last level all below it. */
function ownCell(tree: Tree | undefined, path: readonly string[], isLast: boolean): string {
  const arrays = ownArrays(tree, path);
  const counted = isLast ? allArrays(placeIn(tree, path) ?? {}) : arrays.map(([, x]) => x);
  const size = sizeText(sizeOf(counted));
  const lines = arrays.map(([key, x]) => `${key}: ${typeOf(x)}`);
  return counted.length === 0 ? "" : [...lines, ...(lines.length > 0 ? [""] : []), size].join("\n");
}

function allArrays(tree: Tree): ndarray[] {
  return Object.values(tree).flatMap((part) =>
    part instanceof ndarray ? [part] : isTree(part) ? allArrays(part) : [],
  );
}

/**
 * Lists a module and its submodules in a table: their inputs, outputs and parameters, and what calls cost.
 *
 * Operations are counted as XLA does: a product of two numbers and its addition are two, sums, comparisons and choices
 * one each; what zeros around an image would add counts for nothing. Functions such as the exponential, random numbers,
 * and what only moves numbers are none. The numbers are Flax's, but for loops, of which all steps are counted where XLA
 * counts one, and for softmax and gelu: JAX takes a maximum with −∞ for each row, gelu is two operations more here. `vjp_flops` is the call and the gradient by its variables and inputs; Flax
 * adds one operation for each number of the variables, which it takes for results as well.
 *
 * @param module - The module.
 * @param rngs - A key, or keys by what they are for.
 * @param options - `depth`, `showRepeated`, `computeFlops`, `computeVjpFlops`.
 * @returns A function that takes the arguments of a call and gives the table as text; print it with `console.log`.
 * @throws InvalidRngError if `rngs` is not a key.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/module.html
 * @example
 * const table = nn.tabulate(new nn.Dense(3), jax.random.PRNGKey(0), { computeFlops: true })(np.ones([2, 4]));
 * table.includes("kernel: float32[4,3]") && table.includes(" 54 "); // true
 */
export function tabulate(
  module: Module,
  rngs: Rngs,
  options?: Spelled<TabulateOptions>,
): (...args: unknown[]) => string {
  const { className } = stateOf(module);
  const read = readOptions<Required<TabulateOptions>>("tabulate", options, defaults);
  const depth = read.depth === null ? Infinity : checkInteger("tabulate", "depth", read.depth, 0);
  return (...args) => {
    const keys = checkedRngs(className, rngs);
    const root = newRoot({}, keys, () => true, true);
    runAt(module, root, undefined, args);
    const collections = Object.keys(root.variables);
    const { head, cells } = columnsOf(read, keys);
    const seen = new Set<string>();
    const rows = root.calls.flatMap((call) => {
      const path = call.path.join("/");
      const isRepeated = seen.has(path);
      if (call.path.length > depth || (isRepeated && !read.showRepeated)) return [];
      seen.add(path);
      const own = (name: string): string =>
        isRepeated ? "" : ownCell(root.variables[name], call.path, call.path.length === depth);
      return [[...cells(call), ...collections.map(own)]];
    });
    const totals = collections.map((name) => sizeOf(allArrays(root.variables[name])));
    const word = collections.length > 0 ? "Total" : "";
    rows.push([...head.map((_, i) => (i === head.length - 1 ? word : "")), ...totals.map(sizeText)]);
    const table = drawn(`${className} Summary`, [...head, ...collections], rows, head.length);
    const all = totals.reduce(
      (sum, one) => ({ count: sum.count + one.count, bytes: sum.bytes + one.bytes }),
      none,
    );
    const width = table.split("\n")[1].length;
    return `${table}\n\n${centered(`Total Parameters: ${sizeText(all)}`, width)}`;
  };
}
