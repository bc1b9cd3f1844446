import type { ArrayLike } from "../../array/asarray";
import { toArray } from "../../array/coerce";
import { describe, type Spelled } from "../../array/options";
import type { Interval } from "../model/scale";
import { optionsAfter } from "../options/arguments";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { number, type Scalar } from "../options/readers";
import { AutoLocator, Locator } from "./locators";
import { chooseDecades, power } from "./log";

/** Reads multiples of powers. */
const multiples: Reader<"auto" | "all" | ArrayLike, "auto" | "all" | readonly number[]> = (
  functionName,
  name,
  value,
) => {
  if (value === "auto" || value === "all") return value;
  if (typeof value === "string") {
    throw new TypeError(`${functionName}: expected ${name} to be "auto", "all" or numbers, got "${value}"`);
  }
  return Array.from(toArray(functionName, value, "float64").data, Number);
};

const logOptions = {
  /** The base. Default: 10. */
  base: option(number(1), { default: 10 }),
  /**
   * The multiples of its powers that have ticks; "auto" for those between powers, if there is room, "all" for these and
   * the powers. Default: [1].
   */
  subs: option(multiples, { default: [1] }),
  /** How many ticks there are at most. Default: as many as have room. */
  numticks: option(number(1)),
};

/** Options of {@link LogLocator}. */
export type LogLocatorOptions = OptionsOf<typeof logOptions>;

/**
 * Places ticks at powers of a base, or at multiples of these.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.LogLocator
 * @example
 * plt.semilogy([1, 10, 1000]);
 * plt.gca().yaxis.setMinorLocator(new plt.LogLocator({ subs: [2, 5] }));
 */
export class LogLocator extends Locator {
  private readonly read;

  constructor(
    ...args: [base: Scalar, options?: Spelled<LogLocatorOptions>] | [options?: Spelled<LogLocatorOptions>]
  ) {
    super();
    this.read = readTable("LogLocator", optionsAfter("LogLocator", ["base", "subs"], args), logOptions);
    if (this.read.base === 1) throw new RangeError(`LogLocator: expected base above 1, got ${describe(1)}`);
  }

  place(view: Interval, space: number): number[] {
    const { base, subs: given, numticks } = this.read;
    const [low, high] = [Math.min(...view), Math.max(...view)];
    if (low <= 0) return [];
    const room = numticks ?? Math.max(2, Math.min(9, space));
    const { exponents, stride, available, first, last } = chooseDecades(view, room, base);
    const crowded = available >= 10 || base < 3;
    if (crowded && given === "auto") return [];
    const between = Array.from({ length: Math.ceil(base - 2) }, (_, k) => k + 2);
    const subs =
      typeof given !== "string" ? given : crowded ? [1] : given === "all" ? [1, ...between] : between;
    const many = subs.length > 1 || subs[0] !== 1;
    if (!many) return exponents.map((exponent) => power(base, exponent));
    const found =
      stride === 1 || available <= 1
        ? Array.from({ length: last - first + 2 }, (_, k) => first - 1 + k).flatMap((exponent) =>
            subs.map((sub) => sub * power(base, exponent)),
          )
        : [];
    const inside = found.filter((tick) => tick >= low && tick <= high).length;
    if (subs.length > 1 && stride === 1 && exponents.length - 2 + inside <= 1) {
      return new AutoLocator().place(view, space);
    }
    return found;
  }
}
