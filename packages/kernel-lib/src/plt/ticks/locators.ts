import type { ArrayLike } from "../../array/asarray";
import { toArray } from "../../array/coerce";
import { describe, type Spelled } from "../../array/options";
import type { Interval } from "../model/scale";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, flag, given, number, type Scalar } from "../options/readers";
import type { DateUnit } from "./dates";
import { maxNTicks } from "./maxN";

/** Places ticks; `axis.setMajorLocator` and `axis.setMinorLocator` take one. */
export abstract class Locator {
  /**
   * Places ticks; those beyond the limits are not shown.
   *
   * @param view - The limits.
   * @param space - How many ticks have room.
   * @param major - The other ticks, if these are small ones between.
   */
  abstract place(view: Interval, space: number, major: readonly number[]): number[];

  /** The unit of time that ticks at dates go by; undefined where they are at numbers. */
  readonly unit?: DateUnit;

  /** The same, where it follows from the limits. */
  unitWithin(_view: Interval): DateUnit {
    return this.unit ?? "day";
  }
}

/**
 * Places no ticks.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.NullLocator
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.NullLocator());
 */
export class NullLocator extends Locator {
  place(): number[] {
    return [];
  }
}

/**
 * Places ticks where they are told.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.FixedLocator
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.FixedLocator([0, 1, 5]));
 */
export class FixedLocator extends Locator {
  private readonly locs: readonly number[];

  constructor(locs: ArrayLike) {
    super();
    this.locs = Array.from(toArray("FixedLocator", locs, "float64").data, Number);
  }

  place(): number[] {
    return [...this.locs];
  }
}

/**
 * Places ticks at multiples of a number.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.MultipleLocator
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.MultipleLocator(0.25));
 */
export class MultipleLocator extends Locator {
  private readonly base: number;
  private readonly offset: number;

  constructor(base: Scalar = 1, offset: Scalar = 0) {
    super();
    this.base = number()("MultipleLocator", "base", base);
    this.offset = number()("MultipleLocator", "offset", offset);
    if (this.base <= 0) throw new RangeError(`MultipleLocator: expected base above 0, got ${describe(base)}`);
  }

  place(view: Interval): number[] {
    const { base, offset } = this;
    const [low, high] = [Math.min(...view) - offset, Math.max(...view) - offset];
    // One more on either side, beyond the limits, as in matplotlib: labels from a list are counted from it.
    const first = Math.ceil(low / base - 1e-9) - 1;
    const count = Math.floor((high - first * base) / base + 1e-3) + 2;
    if (count > mostTicks)
      throw new RangeError(`MultipleLocator: expected at most ${mostTicks} ticks, got ${count}`);
    return Array.from({ length: Math.max(0, count) }, (_, k) => (first + k) * base + offset);
  }
}

/** As many ticks matplotlib draws before it complains. */
const mostTicks = 1000;

/**
 * Places so many ticks from one limit to the other.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.LinearLocator
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.LinearLocator(3));
 */
export class LinearLocator extends Locator {
  private readonly numticks: number;

  constructor(numticks: Scalar = 11) {
    super();
    this.numticks = number(1, mostTicks)("LinearLocator", "numticks", numticks);
  }

  place([from, to]: Interval): number[] {
    const last = this.numticks - 1;
    return Array.from({ length: this.numticks }, (_, k) => from + ((to - from) * k) / Math.max(1, last));
  }
}

/** Reads how many intervals there are at most. */
const bins: Reader<Scalar | "auto", number | undefined> = (functionName, name, value) =>
  value === "auto" ? undefined : number(1)(functionName, name, value);

const maxNOptions = {
  /** How many intervals there are at most, or "auto" for as many as have room. Default: 10. */
  nbins: option(bins, { default: 10 }),
  /** Multiples of a power of ten that a step may be, from 1 to 10. Default: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and 10. */
  steps: option(given<readonly number[]>(), { default: [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] }),
  /** Whether ticks are whole numbers. Default: false. */
  integer: option(flag, { default: false }),
  /** Which of the outermost ticks are left out. Default: none. */
  prune: option(choice("lower", "upper", "both")),
  /** The fewest ticks. Default: 2. */
  minNTicks: option(number(1), { default: 2 }),
};

/** Options of {@link MaxNLocator}. */
export type MaxNLocatorOptions = OptionsOf<typeof maxNOptions>;

/**
 * Places ticks at round numbers, no more than wanted.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.MaxNLocator
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.MaxNLocator(4, { integer: true }));
 */
export class MaxNLocator extends Locator {
  private readonly read;

  constructor(nbins?: Scalar | "auto" | Spelled<MaxNLocatorOptions>, options?: Spelled<MaxNLocatorOptions>) {
    super();
    const named = typeof nbins === "object" && !("item" in nbins) && !(nbins instanceof Date);
    const all = named ? nbins : { ...options, ...(nbins !== undefined && { nbins }) };
    this.read = readTable("MaxNLocator", all, maxNOptions);
  }

  place(view: Interval, space: number): number[] {
    const { nbins, steps, integer, prune, minNTicks } = this.read;
    const most = nbins ?? Math.max(Math.max(1, minNTicks - 1), Math.min(space, 9));
    const ticks = maxNTicks(view, { bins: most, steps, integer, minimum: minNTicks });
    const first = prune === "lower" || prune === "both" ? 1 : 0;
    return ticks.slice(first, prune === "upper" || prune === "both" ? -1 : undefined);
  }
}

/**
 * Places ticks at round numbers, as many as have room: the usual way.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.AutoLocator
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.AutoLocator());
 */
export class AutoLocator extends MaxNLocator {
  constructor() {
    super({ nbins: "auto", steps: [1, 2, 2.5, 5, 10] });
  }
}

/**
 * Places small ticks between the others: so many parts to a step, or four or five.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.AutoMinorLocator
 * @example
 * plt.gca().xaxis.setMinorLocator(new plt.AutoMinorLocator(2));
 */
export class AutoMinorLocator extends Locator {
  private readonly parts?: number;

  constructor(n?: Scalar | "auto") {
    super();
    if (n !== undefined && n !== "auto") this.parts = number(1)("AutoMinorLocator", "n", n);
  }

  place([from, to]: Interval, _: number, major: readonly number[]): number[] {
    if (major.length < 2) return [];
    const step = major[1] - major[0];
    const leading = step / 10 ** Math.floor(Math.log10(step));
    const usual = [1, 2.5, 5, 10].some((nice) => Math.abs(leading - nice) < 1e-6) ? 5 : 4;
    const parts = this.parts ?? usual;
    const slack = 1e-10 * Math.abs(to - from);
    const [low, high] = [Math.min(from, to) - slack, Math.max(from, to) + slack];
    return Array.from({ length: (major.length + 1) * parts }, (_, i) => i)
      .filter((i) => i % parts !== 0)
      .map((i) => major[0] - step + (i * step) / parts)
      .filter((tick) => tick >= low && tick <= high);
  }
}

/** Reads what places ticks. */
export function readLocator(functionName: string, value: unknown): Locator {
  if (value instanceof Locator) return value;
  throw new TypeError(
    `${functionName}: expected a locator such as new plt.MultipleLocator(1), got ${describe(value)}`,
  );
}
