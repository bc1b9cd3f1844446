/** An expression of Vega's, in pieces: what stands between literals, and the literals as JSON. */
export interface Pieces {
  /** One more than there are literals. */
  readonly between: readonly string[];
  readonly literals: readonly string[];
}

const text = String.raw`"(?:[^"\\]|\\.)*"`;
const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const entry = `(?:${text}|${number}|\\[(?:${text}|[^\\[\\]"])*\\])`;
const literal = new RegExp(`\\[${entry}(?:,${entry})*\\]|${text}|(?<![\\w$.])${number}(?![\\w.])`, "g");

/** Takes an expression apart at its numbers, strings and lists of them. */
export function piecesOf(expression: string): Pieces {
  const between: string[] = [];
  const literals: string[] = [];
  let end = 0;
  for (const { 0: found, index } of expression.matchAll(literal)) {
    between.push(expression.slice(end, index));
    literals.push(found);
    end = index + found.length;
  }
  return { between: [...between, expression.slice(end)], literals };
}

/** Puts an expression together, with names in the place of some literals. */
export function withNames(
  { between, literals }: Pieces,
  nameOf: (index: number) => string | undefined,
): string {
  return between.map((part, i) => (i === 0 ? part : (nameOf(i - 1) ?? literals[i - 1]) + part)).join("");
}
