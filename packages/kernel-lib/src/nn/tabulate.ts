import { ndarray } from "../array/ndarray";
import { isPlainObject } from "../array/options";
import type { Module, Rngs } from "./module";
import { runAt, stateOf } from "./moduleInstance";
import { shortRepr } from "./moduleRepr";
import { checkedRngs, isTree, newRoot, type Call, type Root, type Tree } from "./scope";

/** A table in the making: rows of cells, each of one or more lines. */
type Rows = string[][];

/** The dtype and shape of an array, and of what holds arrays: `float32[4,5]`. */
function typeOf(value: unknown, indent = ""): string {
  if (value instanceof ndarray) return `${value.dtype}[${value.shape.join(",")}]`;
  if (Array.isArray(value))
    return value.map((part) => `${indent}- ${typeOf(part, `${indent}  `)}`).join("\n");
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
    (sum, x) => ({ count: sum.count + x.size, bytes: sum.bytes + x.data.byteLength }),
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

/** The arrays that belong to one module itself, by name. */
function ownArrays(tree: Tree | undefined, path: readonly string[]): [string, ndarray][] {
  let place: Tree | undefined = tree;
  for (const step of path) {
    const next: Tree[string] | undefined = place?.[step];
    place = isTree(next) ? next : undefined;
  }
  if (place === undefined) return [];
  return Object.entries(place)
    .filter((entry): entry is [string, ndarray] => entry[1] instanceof ndarray)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function rowOf(call: Call, root: Root, collections: readonly string[]): string[] {
  const { path, module, inputs, outputs } = call;
  const cells = [path.join("/"), module, typeOf(inputs.length === 1 ? inputs[0] : inputs), typeOf(outputs)];
  for (const name of collections) {
    const arrays = ownArrays(root.variables[name], path);
    const lines = arrays.map(([key, x]) => `${key}: ${typeOf(x)}`);
    const size = sizeText(sizeOf(arrays.map(([, x]) => x)));
    cells.push(arrays.length === 0 ? "" : [...lines, "", size].join("\n"));
  }
  return cells;
}

function allArrays(tree: Tree): ndarray[] {
  return Object.values(tree).flatMap((part) =>
    part instanceof ndarray ? [part] : isTree(part) ? allArrays(part) : [],
  );
}

/** Draws rows within lines; the last one holds the totals, flush right. */
function drawn(title: string, head: readonly string[], rows: Rows): string {
  const lines = (cell: string): string[] => cell.split("\n");
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.flatMap((row) => lines(row[i]).map((line) => line.length))),
  );
  const rule = (left: string, fill: string, cross: string, right: string): string =>
    left + widths.map((width) => fill.repeat(width + 2)).join(cross) + right;
  const drawRow = (cells: readonly string[], bar: string, last: boolean): string => {
    const height = Math.max(...cells.map((cell) => lines(cell).length));
    return Array.from({ length: height }, (_, i) => {
      const parts = cells.map((cell, column) => {
        const text = lines(cell)[i] ?? "";
        return last && column === 3 ? text.padStart(widths[column]) : text.padEnd(widths[column]);
      });
      return `${bar} ${parts.join(` ${bar} `)} ${bar}`;
    }).join("\n");
  };
  const width = widths.reduce((sum, one) => sum + one + 3, 1);
  const between = `\n${rule("├", "─", "┼", "┤")}\n`;
  return [
    centered(title, width),
    rule("┏", "━", "┳", "┓"),
    drawRow(head, "┃", false),
    rule("┡", "━", "╇", "┩"),
    rows.map((row, i) => drawRow(row, "│", i === rows.length - 1)).join(between),
    rule("└", "─", "┴", "┘"),
  ].join("\n");
}

const centered = (text: string, width: number): string =>
  " ".repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;

/**
 * Lists a module and its submodules in a table: their inputs, outputs and parameters.
 *
 * @param module - The module.
 * @param rngs - A key, or keys by what they are for.
 * @returns A function that takes the arguments of a call and gives the table as text; print it with `console.log`.
 * @throws InvalidRngError if `rngs` is no key.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/module.html
 * @example
 * const table = nn.tabulate(new nn.Dense(3), jax.random.PRNGKey(0))(np.ones([2, 4]));
 * table.includes("kernel: float32[4,3]"); // true
 */
export function tabulate(module: Module, rngs: Rngs): (...args: unknown[]) => string {
  const { className } = stateOf(module);
  return (...args) => {
    const root = newRoot({}, checkedRngs(className, rngs), () => true, true);
    runAt(module, root, undefined, args);
    const collections = Object.keys(root.variables);
    const first = root.calls.filter(
      (call, i) => root.calls.findIndex(({ path }) => path.join("/") === call.path.join("/")) === i,
    );
    const rows = first.map((call) => rowOf(call, root, collections));
    const totals = collections.map((name) => sizeOf(allArrays(root.variables[name])));
    rows.push(["", "", "", collections.length > 0 ? "Total" : "", ...totals.map(sizeText)]);
    const table = drawn(
      `${className} Summary`,
      ["path", "module", "inputs", "outputs", ...collections],
      rows,
    );
    const all = totals.reduce(
      (sum, one) => ({ count: sum.count + one.count, bytes: sum.bytes + one.bytes }),
      none,
    );
    const width = table.split("\n")[1].length;
    return `${table}\n\n${centered(`Total Parameters: ${sizeText(all)}`, width)}`;
  };
}
