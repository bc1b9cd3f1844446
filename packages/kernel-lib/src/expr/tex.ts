/** How tightly a piece of a formula holds together: a sum, a product, a power or function, or one symbol. */
export type Level = "sum" | "product" | "power" | "atom";

/** A piece of LaTeX and how tightly it holds together. */
export interface Tex {
  readonly text: string;
  readonly level: Level;
  /** Whether it begins with a minus sign, so that a sum before it becomes a difference. */
  readonly negative?: boolean;
  /** The function's name, where it is a function applied to something: a power of it is written behind the name. */
  readonly head?: string;
}

const rank: Record<Level, number> = { sum: 0, product: 1, power: 2, atom: 3 };

export const tex = (text: string, level: Level = "atom", negative = false): Tex => ({
  text,
  level,
  negative,
});

/** The text, in parentheses where it holds together less tightly than its place demands. */
export function within(piece: Tex, level: Level): string {
  return rank[piece.level] >= rank[level] ? piece.text : `\\left(${piece.text}\\right)`;
}

/** Fractions that are shown as such. */
const fractions = [2, 3, 4, 6, 8];

/** A number: small fractions as such, all else with at most six significant digits. */
export function texNumber(value: number): Tex {
  if (Number.isNaN(value)) return tex("\\mathrm{NaN}");
  const magnitude = Math.abs(value);
  const negative = value < 0 || Object.is(value, -0);
  const sign = negative ? "-" : "";
  const part = fractions.find((n) => Number.isInteger(magnitude * n) && magnitude * n < 10);
  if (part !== undefined && !Number.isInteger(magnitude)) {
    return tex(`${sign}\\frac{${magnitude * part}}{${part}}`, negative ? "product" : "power", negative);
  }
  let digits = magnitude === Infinity ? "\\infty" : String(Number(magnitude.toPrecision(6)));
  const scientific = /^(.*)e([+-]\d+)$/.exec(digits);
  if (scientific) digits = `${scientific[1]} \\cdot 10^{${Number(scientific[2])}}`;
  return tex(sign + digits, negative || scientific ? "product" : "atom", negative);
}

/** A name: one letter as it is, Greek letters by their command, anything longer upright; a class's as it is written. */
export function texName(name: string): string {
  if (name.length === 1) return name;
  if (greek.has(name)) return `\\${name}`;
  if (/^[A-Z]/.test(name)) return `\\mathrm{${name.replace(/_/g, "\\_")}}`;
  const words = name.replace(/(?<=[a-z0-9])([A-Z])/g, (_, letter: string) => `_${letter.toLowerCase()}`);
  return `\\mathrm{${words.replace(/_/g, "\\_")}}`;
}

const greek = new Set(
  "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega".split(
    " ",
  ),
);

/** A function's name before its argument in parentheses. */
export const call = (head: string, ...args: readonly Tex[]): Tex => ({
  ...tex(`${head}\\left(${args.map((arg) => arg.text).join(", ")}\\right)`, "power"),
  head,
});

/** A power; that of a function is written between its name and its argument. */
export function power(base: Tex, exponent: Tex): Tex {
  const raised = `^{${exponent.text}}`;
  if (base.head !== undefined) return tex(base.head + raised + base.text.slice(base.head.length), "power");
  return tex(within(base, "atom") + raised, "power");
}
