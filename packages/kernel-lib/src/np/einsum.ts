import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import { contraction } from "./contraction";
import { combined } from "./operands";

/** Options of {@link einsum}. */
export interface EinsumOptions {
  /** Whether three and more arrays are multiplied in the order that takes fewest operations. Default: true. */
  optimize?: boolean;
}

/**
 * Multiplies arrays along axes that have names, and adds up along those that the result does not have, by Einstein's
 * notation: "ij,jk->ik" is a product of matrices, "ii" a trace, "i,j" an outer product, "…ij->…ji" a transpose.
 *
 * Without an arrow the result has the names that occur once, in alphabetical order. An ellipsis stands for further
 * axes, which broadcast.
 *
 * @param subscripts - One letter an axis, a comma between arrays, an arrow and the letters of the result.
 * @param operands - As many arrays as the subscripts name, and perhaps options.
 * @throws RangeError for subscripts that do not fit the arrays, or axes of one name and different lengths.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.einsum.html
 * @example
 * np.einsum("ij,j->i", [[1, 2], [3, 4]], [10, 1]).tolist(); // [12, 34]
 */
export function einsum(subscripts: string, ...operands: (ArrayLike | EinsumOptions)[]): ndarray {
  if (typeof subscripts !== "string") {
    throw new TypeError(`einsum: expected subscripts such as "ij,jk->ik" first, got ${describe(subscripts)}`);
  }
  const last = operands[operands.length - 1];
  const options = isPlainObject(last) ? last : undefined;
  const { optimize } = readOptions<EinsumOptions>("einsum", options, { optimize: true });
  const arrays = combined("einsum", (options ? operands.slice(0, -1) : operands) as ArrayLike[]);
  const { inputs, output } = parse(subscripts, arrays);
  return contraction(
    "einsum",
    arrays.map((x, i) => ({ x, labels: inputs[i] })),
    output,
    optimize === false,
  );
}

/** The names of all axes, those behind an ellipsis numbered from its right end. */
function parse(subscripts: string, arrays: readonly ndarray[]): { inputs: string[][]; output: string[] } {
  const text = subscripts.replace(/\s/g, "").replace(/\u2026/g, "...");
  const sides = text.split("->");
  const wrong = (what: string): RangeError => new RangeError(`einsum: ${what} in "${subscripts}"`);
  if (sides.length > 2) throw wrong("expected one arrow");
  const terms = sides[0].split(",");
  if (terms.length !== arrays.length) {
    throw new RangeError(`einsum: "${subscripts}" names ${terms.length} arrays, got ${arrays.length}`);
  }
  for (const term of [...terms, sides[1] ?? ""]) {
    const bad = /[^A-Za-z.]/.exec(term)?.[0];
    if (bad !== undefined) throw wrong(`expected letters, got ${JSON.stringify(bad)}`);
    if (!/^[A-Za-z]*(\.{3}[A-Za-z]*)?$/.test(term))
      throw wrong("expected an ellipsis of three dots, at most once an array,");
  }
  let widest = 0;
  const inputs = terms.map((term, i) => {
    const { shape } = arrays[i];
    const letters = term.replace("...", "").length;
    const further = shape.length - letters;
    if (further < 0 || (further > 0 && !term.includes("..."))) {
      throw new RangeError(`einsum: "${term}" names ${letters} axes, got shape ${formatShape(shape)}`);
    }
    widest = Math.max(widest, further);
    return named(term, further);
  });
  if (sides.length === 1) return { inputs, output: implicit(terms, widest) };
  const output = named(sides[1], sides[1].includes("...") ? widest : 0);
  output.forEach((name, i) => {
    if (output.indexOf(name) !== i) throw wrong(`axis "${name}" occurs twice behind the arrow`);
    if (!inputs.some((labels) => labels.includes(name))) throw wrong(`no array has axis "${name}"`);
  });
  return { inputs, output };
}

/** "a...b" with two further axes: a, 1, 0, b. */
function named(term: string, further: number): string[] {
  const [before, behind] = term.includes("...") ? term.split("...") : [term, ""];
  return [...before, ...ellipsis(term.includes("...") ? further : 0), ...behind];
}

const ellipsis = (count: number): string[] => Array.from({ length: count }, (_, i) => String(count - 1 - i));

/** Without an arrow: further axes first, then the letters that occur once. */
function implicit(terms: readonly string[], widest: number): string[] {
  const letters = [...terms.join("").replace(/\./g, "")];
  const single = letters.filter((letter) => letters.filter((one) => one === letter).length === 1);
  return [...ellipsis(terms.some((term) => term.includes("...")) ? widest : 0), ...single.sort()];
}
