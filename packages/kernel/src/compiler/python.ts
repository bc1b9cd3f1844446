/** Python as it is pasted into cells, and how TypeScript writes the same. */

/** Names that Python knows everywhere. */
export const namesOfPython: ReadonlyMap<string, string> = new Map([
  ["print", "To print: console.log(…)"],
  ["help", "Documentation is shown by Shift + Tab behind a name"],
  ["len", "A list's length is list.length"],
  ["range", 'Numbers in a row: import { np } from "tslinen"; np.arange(5)'],
  ["enumerate", "A list with its indices: for (const [i, x] of list.entries())"],
  ["zip", "Two lists side by side: a.map((x, i) => [x, b[i]])"],
  ["sorted", "A sorted copy of a list: list.toSorted((a, b) => a - b)"],
  ["isinstance", "To ask for a class: x instanceof Shape; for a type: typeof x"],
  ["self", "In methods TypeScript's word is this"],
  ["None", "TypeScript's word is null"],
  ["True", "TypeScript's word is true"],
  ["False", "TypeScript's word is false"],
  ["pass", "An empty block is {}"],
  ["raise", 'To raise an error: throw new Error("…")'],
  ...["abs", "max", "min", "pow", "round"].map((name) => [name, `Of numbers: Math.${name}(…)`] as const),
  ["sum", "Of a list: list.reduce((a, b) => a + b, 0); of an array: np.sum(x)"],
  ...["float", "int"].map((name) => [name, "A number from a text: Number(text)"] as const),
  ["str", "A text from a value: String(x)"],
]);

/** Members that Python's lists, texts and dictionaries have, and arrays that JAX changes at a place. */
export const membersOfPython: ReadonlyMap<string, string> = new Map([
  ["append", "To add to a list: list.push(x)"],
  ["extend", "To add a list to a list: list.push(...more)"],
  ["items", "What an object holds: Object.entries(object)"],
  ["lower", "In small letters: text.toLowerCase()"],
  ["upper", "In capital letters: text.toUpperCase()"],
  ["strip", "Without spaces around: text.trim()"],
  ["format", "Values in a text: `loss ${loss.toFixed(3)}`"],
  ["set", "A changed copy of an array: x.with(0, value), x.withAdd(0, value)"],
]);

const imports: Readonly<Record<string, string>> = {
  numpy: "np",
  jax: "jax",
  "jax.numpy": "jnp",
  "jax.nn": "jax",
  flax: "flax",
  "flax.linen": "nn",
  optax: "optax",
  matplotlib: "plt",
  "matplotlib.pyplot": "plt",
};

/** The line that imports what a line of Python does. */
function importOf(line: string): string {
  const [, from, what = ""] = /^\s*(?:from\s+([\w.]+)\s+)?import\s+([\w.]+)/.exec(line) ?? [];
  const module = from === undefined ? what : `${from}.${what}`;
  const name = imports[module] ?? imports[from ?? ""];
  return name === undefined
    ? 'TypeScript imports so: import { name } from "package"'
    : `TypeScript imports so: import { ${name} } from "tslinen"`;
}

/** Lines that are no TypeScript, and what to write in their place. */
const lines: readonly (readonly [line: RegExp, advice: string | ((line: string) => string)])[] = [
  [/^\s*(from\s+[\w.]+\s+)?import\s+[\w.]+/, importOf],
  [/^\s*(async\s+)?def\s/, "A function: function f(x: number) { return x; }"],
  [/^\s*class\s+\w+\s*(\(.*\))?:\s*$/, "A class: class Shape extends Base { … }"],
  [/\[.+\sfor\s.+\sin\s.+\]/, "A list from a list: list.map((x) => x ** 2)"],
  [/^\s*for\s+[^(].*\sin\s.*:/, "A loop: for (const x of list) { … }"],
  [/^\s*elif\s/, "Another condition: else if (x > 0) { … }"],
  [/^\s*(if|while)\s.*:\s*(#.*)?$/, "A condition stands in parentheses, a block in braces: if (x > 0) { … }"],
  [/^\s*(else|try|finally)\s*:/, "A block stands in braces: else { … }"],
  [/^\s*except\b/, "To catch an error: catch (error) { … }"],
  [/^\s*with\s.*:\s*$/, "What is closed at a block's end is declared: using file = open(…)"],
  [/^\s*(raise|assert)\s/, 'To raise an error: throw new Error("…")'],
  [/\blambda\b/, "A function without a name: (x) => x ** 2"],
  [/\b(r|f|rf|fr)["']/, "Values in a text: `loss ${loss}`; a text as it stands: String.raw`\\alpha`"],
  [/[\w\])]\s*@\s*[\w[(]/, "A matrix product: a.matmul(b)"],
  [
    /[\w\])]\[[^\]]*:[^\]]*\]\s*(\*\*|[-+*/])?=(?!=)/,
    'A changed copy of an array: x.with([0, ":"], value), x.withAdd(":", value)',
  ],
  [/[\w\])]\[[^\]]*:[^\]]*\]/, 'A part of an array: x.at(":", 0), x.at("1:3"); of a list: list.slice(1, 3)'],
  [/\bis\s+(not\s+)?None\b/, "To ask for nothing: x === null, x !== null"],
  [/\bnot\b/, "TypeScript writes not as !; of arrays: np.logicalNot(x)"],
  [/\band\b/, "TypeScript writes and as &&; of arrays: np.logicalAnd(a, b)"],
  [/\bor\b/, "TypeScript writes or as ||; of arrays: np.logicalOr(a, b)"],
  [/^\s*#/, "A comment begins with //"],
];

/** What to write in place of a line of Python; undefined if it does not look like one. */
export function insteadOfPython(line: string): string | undefined {
  const advice = lines.find(([pattern]) => pattern.test(line))?.[1];
  return typeof advice === "function" ? advice(line) : advice;
}
