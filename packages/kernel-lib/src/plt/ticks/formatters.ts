import { describe, type Spelled } from "../../array/options";
import type { Interval } from "../model/scale";
import { readNumberFormat, type NumberFormat } from "../numberFormat";
import { option, readTable, type OptionsOf } from "../options/option";
import { given, number, text, type Scalar } from "../options/readers";

/** Writes the label of a tick, whose number among the ticks is given too, on an axis with limits. */
export interface WriteTick {
  (value: number, position: number, view: Interval): string;
  /** Writes all at once, and what they have in common, where each depends on the others. */
  all?(ticks: readonly number[], view: Interval): { labels: string[]; offset: string };
}

/** Writes the labels of ticks; `axis.setMajorFormatter` and `axis.setMinorFormatter` take one. */
export abstract class Formatter {
  /** Writes a label; undefined where labels are written as usual. */
  abstract readonly write: WriteTick | undefined;
}

/**
 * Writes no labels.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.NullFormatter
 * @example
 * plt.gca().xaxis.setMajorFormatter(new plt.NullFormatter());
 */
export class NullFormatter extends Formatter {
  readonly write = () => "";
}

/**
 * Writes labels as usual.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.ScalarFormatter
 * @example
 * plt.gca().xaxis.setMajorFormatter(new plt.ScalarFormatter());
 */
export class ScalarFormatter extends Formatter {
  readonly write = undefined;
}

/**
 * Writes labels by a function of the value and the tick's number.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.FuncFormatter
 * @example
 * plt.gca().yaxis.setMajorFormatter(new plt.FuncFormatter((value, position) => `${position}: ${value.toFixed(1)}`));
 */
export class FuncFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(func: (value: number, position: number) => unknown) {
    super();
    if (typeof func !== "function") {
      throw new TypeError(`FuncFormatter: expected func to be a function, got ${describe(func)}`);
    }
    this.write = (value, position) => String(func(value, position));
  }
}

/**
 * Writes labels by a format such as "%.1f".
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.FormatStrFormatter
 * @example
 * plt.gca().yaxis.setMajorFormatter(new plt.FormatStrFormatter("%.1f"));
 */
export class FormatStrFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(fmt: string) {
    super();
    this.write = readNumberFormat("FormatStrFormatter", "fmt", fmt);
  }
}

/**
 * Writes labels by a format such as "{x:.1f} km".
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.StrMethodFormatter
 * @example
 * plt.gca().yaxis.setMajorFormatter(new plt.StrMethodFormatter("{x:.1f} km"));
 */
export class StrMethodFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(fmt: string) {
    super();
    this.write = readNumberFormat("StrMethodFormatter", "fmt", fmt, true);
  }
}

/**
 * Writes labels from a list, one a tick.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.FixedFormatter
 * @example
 * plt.gca().xaxis.setMajorLocator(new plt.FixedLocator([0, 0.5, 1]));
 * plt.gca().xaxis.setMajorFormatter(new plt.FixedFormatter(["low", "middle", "high"]));
 */
export class FixedFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(seq: readonly (string | number)[]) {
    super();
    if (!Array.isArray(seq)) {
      throw new TypeError(`FixedFormatter: expected seq to be a list of labels, got ${describe(seq)}`);
    }
    const labels = seq.map((label) => text("FixedFormatter", "each label", label as string));
    this.write = (_, position) => labels[position] ?? "";
  }
}

const percentOptions = {
  /** What is 100 %. Default: 100. */
  xmax: option(number(), { default: 100 }),
  /** How many decimals; null: as many as tell the ticks apart. Default: null. */
  decimals: option(given<number | null>(), { default: null }),
  /** What is written behind the number. Default: "%". */
  symbol: option(given<string | null>(), { default: "%" }),
};

/** Options of {@link PercentFormatter}. */
export type PercentOptions = OptionsOf<typeof percentOptions>;

/**
 * Writes labels in percent.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.PercentFormatter
 * @example
 * plt.gca().yaxis.setMajorFormatter(new plt.PercentFormatter(1));
 */
export class PercentFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(xmax?: Scalar | Spelled<PercentOptions>, options?: Spelled<PercentOptions>) {
    super();
    const named = typeof xmax === "object" && !("item" in xmax) && !(xmax instanceof Date);
    const all = named ? xmax : { ...options, ...(xmax !== undefined && { xmax }) };
    const read = readTable("PercentFormatter", all, percentOptions);
    this.write = (value, _, [from, to]) => {
      const span = (100 * Math.abs(to - from)) / read.xmax;
      const enough = span <= 0 ? 0 : Math.ceil(2 - Math.log10(2 * span));
      const decimals = read.decimals ?? Math.max(0, Math.min(5, enough));
      return `${((100 * value) / read.xmax).toFixed(decimals)}${read.symbol ?? ""}`;
    };
  }
}

const engineeringOptions = {
  /** The unit, behind the prefix. Default: none. */
  unit: option(text, { default: "" }),
  /** How many decimals; null: as many as there are, at most six digits. Default: null. */
  places: option(given<number | null>(), { default: null }),
  /** What stands between number and prefix. Default: a blank. */
  sep: option(text, { default: " " }),
};

/** Options of {@link EngFormatter}. */
export type EngineeringOptions = OptionsOf<typeof engineeringOptions>;

const prefixes = [
  "q",
  "r",
  "y",
  "z",
  "a",
  "f",
  "p",
  "n",
  "µ",
  "m",
  "",
  "k",
  "M",
  "G",
  "T",
  "P",
  "E",
  "Z",
  "Y",
  "R",
  "Q",
];
const noPrefix = prefixes.indexOf("");

/**
 * Writes labels with the prefixes of units: 10 k, 5 µ.
 *
 * @see https://matplotlib.org/stable/api/ticker_api.html#matplotlib.ticker.EngFormatter
 * @example
 * plt.gca().xaxis.setMajorFormatter(new plt.EngFormatter({ unit: "Hz" }));
 */
export class EngFormatter extends Formatter {
  readonly write: WriteTick;

  constructor(options?: Spelled<EngineeringOptions>) {
    super();
    const { unit, places, sep } = readTable("EngFormatter", options, engineeringOptions);
    const format = readNumberFormat("EngFormatter", "places", places === null ? "%g" : `%.${places}f`);
    this.write = (value) => {
      const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) / 3 + 1e-12);
      const place = Math.max(-noPrefix, Math.min(prefixes.length - 1 - noPrefix, power));
      const scaled = format(value / 1000 ** place);
      const next = Math.abs(Number(scaled)) >= 1000 && place < prefixes.length - 1 - noPrefix ? 1 : 0;
      const written = next ? format(value / 1000 ** (place + 1)) : scaled;
      const suffix = prefixes[noPrefix + place + next] + unit;
      return `${written.replace("-", "−")}${suffix === "" ? "" : sep + suffix}`;
    };
  }
}

/** Reads how the labels of ticks are written; undefined: as usual. */
export function readFormatter(functionName: string, format: unknown): WriteTick | undefined {
  if (format instanceof Formatter) return format.write;
  if (typeof format === "function") {
    return new FuncFormatter(format as (value: number, position: number) => unknown).write;
  }
  return readNumberFormat(functionName, "format", format as NumberFormat, true);
}
