import type { Application, Expr } from "./expr";
import { greater, greaterEqual, less, lessEqual, where } from "./logic";
import { simplify } from "./simplify";
import { call, tex, texName, texNumber, type Tex } from "./tex";

/** Writes an expression as LaTeX, as a textbook would. */
export function latex(e: Expr): string {
  const simple = simplify(e);
  const letters = new Map<string, string>();
  collectLetters(simple, letters);
  return [print(simple).text, ...[...letters].map(([letter, meaning]) => `${letter} = ${meaning}`)].join(
    ",\\quad ",
  );
}

/** Finds the letters that stand for long parts, and what they stand for. */
function collectLetters(e: Expr, letters: Map<string, string>): void {
  if (e.form !== "application") return;
  const { operation } = e;
  if ("letter" in operation && operation.letter !== undefined) {
    letters.set(operation.letter, latex(operation.body(...e.args)));
  } else e.args.forEach((arg) => collectLetters(arg, letters));
}

const print = (e: Expr): Tex => {
  if (e.form === "input") return tex(e.latex ?? texName(e.name));
  if (e.form === "constant") return e.latex === undefined ? texNumber(e.value) : texConstant(e.latex);
  if ("letter" in e.operation && e.operation.letter !== undefined) return tex(e.operation.letter);
  if (e.operation === where.operation) return tex(cases(e));
  return e.operation.latex?.(print, ...e.args) ?? call(texName(e.operation.name), ...e.args.map(print));
};

const texConstant = (text: string): Tex =>
  tex(text, text.startsWith("-") ? "product" : "atom", text.startsWith("-"));

/** A choice as the cases it distinguishes; choices in the last case become cases of the same brace. */
function cases(e: Application): string {
  const rows: [value: Expr, condition: string][] = [];
  let rest: Expr = e;
  while (rest.form === "application" && rest.operation === where.operation) {
    rows.push([rest.args[1], print(rest.args[0]).text]);
    rest = rest.args[2];
  }
  rows.push([rest, rows.length === 1 ? opposite(e.args[0]) : "\\text{otherwise}"]);
  const lines = rows.map(([value, condition]) => `${print(value).text}, & ${condition}`);
  return `\\begin{cases} ${lines.join(" \\\\ ")} \\end{cases}`;
}

const opposites = new Map([
  [greater.operation, lessEqual],
  [greaterEqual.operation, less],
  [less.operation, greaterEqual],
  [lessEqual.operation, greater],
]);

/** The condition under which the second of two cases holds. */
function opposite(condition: Expr): string {
  const complement =
    condition.form === "application" &&
    "evaluate" in condition.operation &&
    opposites.get(condition.operation);
  return complement ? print(complement(...condition.args)).text : "\\text{otherwise}";
}
