import { describe, type Spelled } from "../../array/options";
import { msPerDay } from "../dates";
import type { Interval } from "../model/scale";
import { optionsAfter } from "../options/arguments";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { number, scalarOf, type Scalar } from "../options/readers";
import { daysFrom, daysInMonth, microseconds, monthsLater, partsOf, weekdayOf } from "./calendar";
import { dateTicks, type DateUnit } from "./dates";
import { Locator, MultipleLocator } from "./locators";

/** More ticks than these are drawn by mistake. */
const mostTicks = 1000;

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Reads a whole number within bounds. */
const whole =
  (low: number, high = Infinity): Reader<Scalar, number> =>
  (functionName, name, value) => {
    const read = scalarOf(value);
    if (typeof read === "number" && Number.isInteger(read) && read >= low && read <= high) return read;
    const bounds = high < Infinity ? `from ${low} to ${high}` : `from ${low} on`;
    throw new TypeError(
      `${functionName}: expected ${name} to be a whole number ${bounds}, got ${describe(value)}`,
    );
  };

/** Reads one whole number, or a list of them. */
const several =
  (low: number, high: number): Reader<Scalar | readonly Scalar[], readonly number[]> =>
  (functionName, name, value) =>
    (Array.isArray(value) ? value : [value]).map((each) => whole(low, high)(functionName, name, each));

/** Reads one day of the week, or a list of them. */
const days: Reader<Scalar | string | readonly (Scalar | string)[], readonly number[]> = (
  functionName,
  name,
  value,
) =>
  (Array.isArray(value) ? value : [value]).map((each: unknown) => {
    const at = weekdays.indexOf(each as string);
    return at >= 0 ? at : whole(0, 6)(functionName, name, each);
  });

const interval = option(whole(1), { default: 1 });

/** Where steps of an interval are counted from: as long before the limits as these are apart. */
function startOf([from, to]: Interval): number {
  let months = 12 * (partsOf(to)[0] - partsOf(from)[0]) + partsOf(to)[1] - partsOf(from)[1];
  while (months > 0 && monthsLater(from, months) > to) months--;
  return monthsLater(from, -months) - (to - monthsLater(from, months));
}

/** Places ticks at dates. Numbers on the axis are days since 1970. */
abstract class DateLocator extends Locator {
  abstract override readonly unit: DateUnit;
  protected abstract dates(ends: Interval): number[];

  place(view: Interval): number[] {
    const ends: Interval = [Math.min(...view), Math.max(...view)];
    const found = this.dates(ends);
    return found.length > 0 ? found : [...ends];
  }
}

/** Moments at the beginning of every so many units of seconds that pass a test. */
function regular(
  name: string,
  [from, to]: Interval,
  seconds: number,
  step: number,
  passes: (days: number) => boolean,
): number[] {
  const unit = seconds * 1e6;
  const first = Math.floor(microseconds(startOf([from, to])) / unit);
  const [low, high] = [microseconds(from), microseconds(to)];
  const found: number[] = [];
  for (let k = first + Math.ceil((low / unit - first) / step) * step; k * unit <= high; k += step) {
    const at = (k * unit) / (msPerDay * 1000);
    if (k * unit >= low && passes(at)) found.push(at);
    if (found.length > mostTicks) {
      throw new RangeError(`${name}: expected at most ${mostTicks} ticks, got more between the limits`);
    }
  }
  return found;
}

const yearOptions = {
  /** Years that are multiples of it have a tick. Default: 1. */
  base: option(whole(1), { default: 1 }),
  /** The month of the ticks. Default: 1. */
  month: option(whole(1, 12), { default: 1 }),
  /** The day of the ticks. Default: 1. */
  day: option(whole(1, 31), { default: 1 }),
};

/** Options of {@link YearLocator}. */
export type YearLocatorOptions = OptionsOf<typeof yearOptions>;

/**
 * Places ticks on one day of every so many years.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.YearLocator
 * @example
 * plt.plot([new Date("2000-01-01"), new Date("2020-01-01")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.YearLocator(5));
 */
export class YearLocator extends DateLocator {
  readonly unit = "year";
  private readonly read;

  constructor(
    ...args: [base: Scalar, options?: Spelled<YearLocatorOptions>] | [options?: Spelled<YearLocatorOptions>]
  ) {
    super();
    this.read = readTable("YearLocator", optionsAfter("YearLocator", ["base"], args), yearOptions);
  }

  protected dates([from, to]: Interval): number[] {
    const { base, month, day } = this.read;
    const first = Math.max(1, Math.floor(partsOf(from)[0] / base) * base);
    const last = Math.min(9999, Math.ceil(partsOf(to)[0] / base) * base);
    const found: number[] = [];
    for (let year = first; year <= last; year += base) {
      if (day <= daysInMonth(year, month)) found.push(daysFrom([year, month, day]));
    }
    return found;
  }
}

const monthOptions = {
  /** The months that have ticks, from 1 to 12, or one. Default: all. */
  bymonth: option(several(1, 12)),
  /** The days of the month that have ticks. Default: 1. */
  bymonthday: option(several(1, 31), { default: 1 }),
  /** Of how many months one has ticks. Default: 1. */
  interval,
};

/** Options of {@link MonthLocator}. */
export type MonthLocatorOptions = OptionsOf<typeof monthOptions>;

/**
 * Places ticks on a day of months.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.MonthLocator
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2025-01-01")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.MonthLocator([1, 7]));
 */
export class MonthLocator extends DateLocator {
  readonly unit = "month";
  private readonly read;

  constructor(
    ...args:
      | [bymonth: Scalar | readonly Scalar[], options?: Spelled<MonthLocatorOptions>]
      | [options?: Spelled<MonthLocatorOptions>]
  ) {
    super();
    const names = ["bymonth", "bymonthday", "interval"];
    this.read = readTable("MonthLocator", optionsAfter("MonthLocator", names, args), monthOptions);
  }

  protected dates([from, to]: Interval): number[] {
    const { bymonth, bymonthday, interval: step } = this.read;
    const [year, month] = partsOf(startOf([from, to]));
    const found: number[] = [];
    for (let at = 12 * year + month - 1; ; at += step) {
      const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1];
      if (daysFrom([inYear, inMonth]) > to) return found;
      if (bymonth && !bymonth.includes(inMonth)) continue;
      for (const day of bymonthday) {
        const tick = daysFrom([inYear, inMonth, day]);
        if (day <= daysInMonth(inYear, inMonth) && tick >= from && tick <= to) found.push(tick);
      }
    }
  }
}

const weekdayOptions = {
  /** The days of the week that have ticks: 0 or "MO" for Monday and so on. Default: 1. */
  byweekday: option(days, { default: 1 }),
  /** Of how many days one may have a tick. Default: 1. */
  interval,
};

/** Options of {@link WeekdayLocator}. */
export type WeekdayLocatorOptions = OptionsOf<typeof weekdayOptions>;

/**
 * Places ticks on days of the week.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.WeekdayLocator
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2024-02-01")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.WeekdayLocator({ byweekday: "MO" }));
 */
export class WeekdayLocator extends DateLocator {
  readonly unit = "day";
  private readonly read;

  constructor(
    ...args:
      | [byweekday: Scalar | string | readonly (Scalar | string)[], options?: Spelled<WeekdayLocatorOptions>]
      | [options?: Spelled<WeekdayLocatorOptions>]
  ) {
    super();
    const names = ["byweekday", "interval"];
    this.read = readTable("WeekdayLocator", optionsAfter("WeekdayLocator", names, args), weekdayOptions);
  }

  protected dates(ends: Interval): number[] {
    const { byweekday, interval: step } = this.read;
    return regular("WeekdayLocator", ends, 86_400, step, (day) => byweekday.includes(weekdayOf(day)));
  }
}

const dayOptions = {
  /** The days of the month that have ticks, from 1 to 31, or one. Default: all. */
  bymonthday: option(several(1, 31)),
  /** Of how many days one may have a tick. Default: 1. */
  interval,
};

/** Options of {@link DayLocator}. */
export type DayLocatorOptions = OptionsOf<typeof dayOptions>;

/** What the locators of smaller units take: which of them have ticks, and options. */
type Parts<Options> =
  [which: Scalar | readonly Scalar[], options?: Spelled<Options>] | [options?: Spelled<Options>];

/**
 * Places ticks on days of the month.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.DayLocator
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2024-02-01")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.DayLocator([1, 15]));
 */
export class DayLocator extends DateLocator {
  readonly unit = "day";
  private readonly read;

  constructor(...args: Parts<DayLocatorOptions>) {
    super();
    const names = ["bymonthday", "interval"];
    this.read = readTable("DayLocator", optionsAfter("DayLocator", names, args), dayOptions);
  }

  protected dates(ends: Interval): number[] {
    const { bymonthday, interval: step } = this.read;
    const passes = (day: number) => bymonthday === undefined || bymonthday.includes(partsOf(day)[2]);
    return regular("DayLocator", ends, 86_400, step, passes);
  }
}

const hourOptions = {
  /** The hours that have ticks, from 0 to 23, or one. Default: all. */
  byhour: option(several(0, 23)),
  /** Of how many hours one may have a tick. Default: 1. */
  interval,
};

/** Options of {@link HourLocator}. */
export type HourLocatorOptions = OptionsOf<typeof hourOptions>;

/**
 * Places ticks on hours of the day.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.HourLocator
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2024-01-02")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.HourLocator([0, 6, 12, 18]));
 */
export class HourLocator extends DateLocator {
  readonly unit = "hour";
  private readonly read;

  constructor(...args: Parts<HourLocatorOptions>) {
    super();
    const names = ["byhour", "interval"];
    this.read = readTable("HourLocator", optionsAfter("HourLocator", names, args), hourOptions);
  }

  protected dates(ends: Interval): number[] {
    const { byhour, interval: step } = this.read;
    const passes = (at: number) => byhour === undefined || byhour.includes(partsOf(at)[3]);
    return regular("HourLocator", ends, 3600, step, passes);
  }
}

const minuteOptions = {
  /** The minutes that have ticks, from 0 to 59, or one. Default: all. */
  byminute: option(several(0, 59)),
  /** Of how many minutes one may have a tick. Default: 1. */
  interval,
};

/** Options of {@link MinuteLocator}. */
export type MinuteLocatorOptions = OptionsOf<typeof minuteOptions>;

/**
 * Places ticks on minutes of the hour.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.MinuteLocator
 * @example
 * plt.plot([new Date("2024-01-01T10:00Z"), new Date("2024-01-01T12:00Z")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.MinuteLocator([0, 30]));
 */
export class MinuteLocator extends DateLocator {
  readonly unit = "minute";
  private readonly read;

  constructor(...args: Parts<MinuteLocatorOptions>) {
    super();
    const names = ["byminute", "interval"];
    this.read = readTable("MinuteLocator", optionsAfter("MinuteLocator", names, args), minuteOptions);
  }

  protected dates(ends: Interval): number[] {
    const { byminute, interval: step } = this.read;
    const passes = (at: number) => byminute === undefined || byminute.includes(partsOf(at)[4]);
    return regular("MinuteLocator", ends, 60, step, passes);
  }
}

const secondOptions = {
  /** The seconds that have ticks, from 0 to 59, or one. Default: all. */
  bysecond: option(several(0, 59)),
  /** Of how many seconds one may have a tick. Default: 1. */
  interval,
};

/** Options of {@link SecondLocator}. */
export type SecondLocatorOptions = OptionsOf<typeof secondOptions>;

/**
 * Places ticks on seconds of the minute.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.SecondLocator
 * @example
 * plt.plot([new Date("2024-01-01T10:00:00Z"), new Date("2024-01-01T10:02:00Z")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.SecondLocator([0, 20, 40]));
 */
export class SecondLocator extends DateLocator {
  readonly unit = "second";
  private readonly read;

  constructor(...args: Parts<SecondLocatorOptions>) {
    super();
    const names = ["bysecond", "interval"];
    this.read = readTable("SecondLocator", optionsAfter("SecondLocator", names, args), secondOptions);
  }

  protected dates(ends: Interval): number[] {
    const { bysecond, interval: step } = this.read;
    const passes = (at: number) => bysecond === undefined || bysecond.includes(partsOf(at)[5]);
    return regular("SecondLocator", ends, 1, step, passes);
  }
}

/**
 * Places ticks every so many microseconds.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.MicrosecondLocator
 * @example
 * plt.plot([new Date("2024-01-01T10:00:00.000Z"), new Date("2024-01-01T10:00:00.004Z")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.MicrosecondLocator(1000));
 */
export class MicrosecondLocator extends DateLocator {
  readonly unit = "microsecond";
  private readonly multiples: MultipleLocator;

  constructor(interval: Scalar = 1) {
    super();
    this.multiples = new MultipleLocator(number(1)("MicrosecondLocator", "interval", interval));
  }

  protected dates([from, to]: Interval): number[] {
    const day = Math.floor(from);
    const scale = msPerDay * 1000;
    return this.multiples.place([(from - day) * scale, (to - day) * scale]).map((at) => at / scale + day);
  }
}

/**
 * Places ticks at dates, as many as have room: the usual way where dates are drawn.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.AutoDateLocator
 * @example
 * plt.plot([new Date("2024-01-01"), new Date("2025-01-01")], [1, 2]);
 * plt.gca().xaxis.setMajorLocator(new plt.AutoDateLocator());
 */
export class AutoDateLocator extends Locator {
  place(view: Interval): number[] {
    return dateTicks(view).ticks;
  }

  override unitWithin(view: Interval): DateUnit {
    return dateTicks(view).unit;
  }
}
