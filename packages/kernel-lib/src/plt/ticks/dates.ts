import { msPerDay } from "../dates";
import { daysFrom, microseconds, monthsLater, partsOf, written } from "./calendar";
import type { Interval } from "../model/scale";

/** A unit of time that ticks may be apart. */
export type DateUnit = "year" | "month" | "day" | "hour" | "minute" | "second" | "microsecond";

/** Ticks at dates, in days since 1970, and the unit they go by. */
export interface DateTicks {
  ticks: number[];
  unit: DateUnit;
}

/** The fewest ticks that a unit must have to be chosen. */
const fewest = 5;

/** For every unit the most ticks, how many of it may lie between two, and its values that ticks may have. */
const units: { unit: DateUnit; most: number; intervals: number[]; range?: [first: number, last: number] }[] =
  [
    {
      unit: "year",
      most: 11,
      intervals: [1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10000],
    },
    { unit: "month", most: 12, intervals: [1, 2, 3, 4, 6], range: [1, 12] },
    { unit: "day", most: 11, intervals: [1, 2, 4, 7, 14], range: [1, 31] },
    { unit: "hour", most: 12, intervals: [1, 2, 3, 4, 6, 12], range: [0, 23] },
    { unit: "minute", most: 11, intervals: [1, 5, 10, 15, 30], range: [0, 59] },
    { unit: "second", most: 11, intervals: [1, 5, 10, 15, 30], range: [0, 59] },
    {
      unit: "microsecond",
      most: 8,
      intervals: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6],
    },
  ];

/** How many of each unit lie between two moments. */
function spans(from: number, to: number): number[] {
  const [a, b] = [partsOf(from), partsOf(to)];
  let months = 12 * (b[0] - a[0]) + b[1] - a[1];
  const moved = (count: number) => monthsLater(from, count);
  while (months > 0 && moved(months) > to) months--;
  const rest = (microseconds(to) - microseconds(moved(months))) / 1e6;
  const total = (microseconds(to) - microseconds(from)) / 1e6;
  const days = Math.floor(total / 86_400);
  const hours = 24 * days + (Math.floor(rest / 3600) % 24);
  const minutes = 60 * hours + (Math.floor(rest / 60) % 60);
  return [Math.floor(months / 12), months, days, hours, minutes, Math.floor(total), Math.floor(total * 1e6)];
}

/** The values of a unit that are so far apart; of days those that every month has at even distances. */
function values({ unit, range = [0, 0] }: (typeof units)[number], interval: number): number[] {
  if (unit === "day" && interval === 14) return [1, 15];
  if (unit === "day" && interval === 7) return [1, 8, 15, 22];
  const [first, last] = range;
  return Array.from({ length: Math.floor((last - first) / interval) + 1 }, (_, k) => first + k * interval);
}

/**
 * Places ticks at dates: matplotlib's AutoDateLocator.
 *
 * @param view - Limits in days since 1970.
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.AutoDateLocator
 */
export function dateTicks(view: Interval): DateTicks {
  const [from, to] = [Math.min(...view), Math.max(...view)];
  const counts = spans(from, to);
  const found = counts.findIndex((count) => count >= fewest);
  const level = found < 0 ? 6 : found;
  const entry = units[level];
  const { unit, intervals, most } = entry;
  const fitting = intervals.find((step) => counts[level] <= step * (most - 1));
  const interval = found < 0 ? 1 : (fitting ?? intervals[intervals.length - 1]);
  if (unit === "year") return { unit, ticks: yearTicks(from, to, interval) };
  if (unit === "microsecond") return { unit, ticks: microsecondTicks(from, to, interval) };
  const inside = within(from, to, level, values(entry, interval));
  return { unit, ticks: inside.length > 0 ? inside : [from, to] };
}

function yearTicks(from: number, to: number, step: number): number[] {
  const first = Math.max(1, Math.floor(partsOf(from)[0] / step) * step);
  const last = Math.min(9999, Math.ceil(partsOf(to)[0] / step) * step);
  const ticks: number[] = [];
  for (let year = first; year <= last; year += step) ticks.push(daysFrom([year]));
  return ticks;
}

function microsecondTicks(from: number, to: number, step: number): number[] {
  const day = Math.floor(from);
  const scale = msPerDay * 1000;
  const first = Math.floor(((from - day) * scale) / step) - 1;
  const last = Math.ceil(((to - day) * scale) / step) + 1;
  return Array.from({ length: last - first + 1 }, (_, k) => day + ((first + k) * step) / scale);
}

/** The moments in an interval at which a unit has one of some values, and what is smaller is at its beginning. */
function within(from: number, to: number, level: number, allowed: readonly number[]): number[] {
  const ticks: number[] = [];
  for (const at = partsOf(from).slice(0, level); ; at[level - 1]++) {
    const base = daysFrom(at);
    if (base > to) return ticks;
    for (const value of allowed) {
      const parts = [...partsOf(base).slice(0, level), value];
      const tick = daysFrom(parts);
      // The 31st of a month that has none is no day of it.
      if (level === 2 && partsOf(tick)[2] !== value) continue;
      if (microseconds(tick) >= microseconds(from) && microseconds(tick) <= microseconds(to))
        ticks.push(tick);
    }
  }
}

const plain: Record<DateUnit, string> = {
  year: "%Y",
  month: "%Y-%m",
  day: "%Y-%m-%d",
  hour: "%m-%d %H",
  minute: "%d %H:%M",
  second: "%H:%M:%S",
  microsecond: "%M:%S.%f",
};

const formats = ["%Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%f"];
const atStart = ["", "%Y", "%b", "%b-%d", "%H:%M", "%H:%M"];
const offsets = ["", "%Y", "%Y-%b", "%Y-%b-%d", "%Y-%b-%d", "%Y-%b-%d %H:%M"];
const starts = [0, 1, 1, 0, 0];

/**
 * Writes dates in as few letters as tell them apart, and what all have in common once at the end of the axis:
 * matplotlib's ConciseDateFormatter; or each in full, as its AutoDateFormatter.
 *
 * @see https://matplotlib.org/stable/api/dates_api.html#matplotlib.dates.ConciseDateFormatter
 */
export function dateLabels(
  { ticks, unit }: DateTicks,
  { concise, inverted }: { concise: boolean; inverted: boolean },
): { labels: string[]; offset: string } {
  if (!concise) return { labels: ticks.map((tick) => written(tick, plain[unit])), offset: "" };
  if (ticks.length === 0) return { labels: [], offset: "" };
  const parts = ticks.map(partsOf);
  let level = 5;
  while (level >= 0 && new Set(parts.map((each) => each[level])).size <= 1) level--;
  const alike = level < 0;
  if (alike) level = 5;
  const showsYear = !alike && level < 2 && parts.some((each) => each[level] === 1);
  const labels = ticks.map((tick, k) => {
    const whole = parts[k][5] === 0 && microseconds(tick) % 1e6 === 0;
    const starting = level < 5 ? parts[k][level] === starts[level] : whole;
    return written(tick, (starting ? atStart : formats)[level]);
  });
  const end = ticks[inverted ? 0 : ticks.length - 1];
  return {
    labels: level === 5 ? withoutZeros(labels) : labels,
    offset: showsYear ? "" : written(end, offsets[level]),
  };
}

/** Leaves out the zeros that all fractions of seconds end with. */
function withoutZeros(labels: readonly string[]): string[] {
  const zeros = labels
    .filter((label) => label.includes("."))
    .map((label) => label.length - label.replace(/0+$/, "").length);
  const least = zeros.length > 0 ? Math.min(...zeros) : 0;
  if (least === 0) return [...labels];
  return labels.map((label) => (label.includes(".") ? label.slice(0, -least).replace(/\.$/, "") : label));
}
