import type { Interval, Scale } from "../model/scale";
import { rcParams } from "../rcParams";
import { AutoDateLocator } from "./dateLocators";
import { dateLabels, dateTicks } from "./dates";
import type { WriteTick } from "./formatters";
import { AutoMinorLocator, type Locator } from "./locators";
import { maxNTicks } from "./maxN";
import { scalarLabels, type ScalarFormat } from "./scalar";
import { ticksOf } from "./scales";

/** Ticks of an axis: those with a label, small ones between, and what is written at the end of the axis. */
export interface Ticks {
  major: number[];
  labels: string[];
  minor: number[];
  minorLabels: string[];
  offset: string;
}

/** What the ticks of an axis follow from. */
export interface TickSource {
  readonly scale: Scale;
  readonly fixedTicks?: readonly number[];
  readonly fixedLabels?: readonly string[];
  readonly formatter?: WriteTick;
  readonly minorFormatter?: WriteTick;
  readonly majorLocator?: Locator;
  readonly minorLocator?: Locator;
  readonly fixedMinor?: readonly number[];
  readonly minorOn?: boolean;
  readonly locator: { bins?: number; integer: boolean; steps?: readonly number[] };
  readonly format: ScalarFormat;
  readonly categories?: readonly string[];
  /** Whether numbers are days since 1970, and ticks lie at dates. */
  readonly dates?: boolean;
}

const clamp = (low: number, x: number, high: number) => Math.max(low, Math.min(x, high));

/** Places and labels the ticks of an axis between limits that has room for some number of them. */
export function placeTicks(source: TickSource, view: Interval, space: number): Ticks {
  const { scale, fixedLabels } = source;
  const located = source.fixedTicks ?? source.majorLocator?.place(view, space, []);
  if (source.dates && fixedLabels === undefined && scale.name === "linear") {
    return datedTicks(source, view, located);
  }
  const own = ticksOf(scale);
  const automatic = own
    ? own.place(view, space)
    : { major: located || source.categories ? [] : linearTicks(source, view, space), minor: [] };
  const major = [...(located ?? source.categories?.map((_, i) => i) ?? automatic.major)];
  const chosen = source.fixedMinor ?? source.minorLocator?.place(view, space, major);
  const minor = chosen
    ? [...chosen]
    : !(source.minorOn ?? own !== undefined)
      ? []
      : own
        ? automatic.minor
        : new AutoMinorLocator().place(view, space, major);
  const write = source.minorFormatter;
  const minorLabels = write
    ? minor.map((value, k) => write(value, k, view))
    : own && !chosen
      ? own.label(minor, view, true)
      : [];
  if (located === undefined && source.categories !== undefined) {
    return { major, labels: [...source.categories], minor, minorLabels, offset: "" };
  }
  const { formatter } = source;
  if (formatter && fixedLabels === undefined) {
    return {
      major,
      ...writtenBy(formatter, major, view),
      minor,
      minorLabels: write ? minorLabels : minor.map(() => ""),
    };
  }
  const { labels, offset } = own
    ? { labels: own.label(major, view, false), offset: "" }
    : scalarLabels(major, view, source.format);
  if (fixedLabels === undefined) return { major, labels, minor, minorLabels, offset };
  return { major, labels: major.map((_, i) => fixedLabels[i] ?? ""), minor, minorLabels, offset: "" };
}

/** Ticks at dates. */
function datedTicks(source: TickSource, view: Interval, located: readonly number[] | undefined): Ticks {
  const usual = source.majorLocator ?? new AutoDateLocator();
  const found = located
    ? { ticks: [...located], unit: source.fixedTicks ? ("day" as const) : usual.unitWithin(view) }
    : dateTicks(view);
  const { formatter, minorFormatter, fixedMinor } = source;
  const minor = [...(fixedMinor ?? source.minorLocator?.place(view, 0, found.ticks) ?? [])];
  const concise = rcParams["date.converter"] === "concise";
  const { labels, offset } = formatter
    ? writtenBy(formatter, found.ticks, view)
    : dateLabels(found, { concise, inverted: view[0] > view[1] });
  const minorLabels = minorFormatter ? writtenBy(minorFormatter, minor, view).labels : [];
  return { major: found.ticks, labels, minor, minorLabels, offset };
}

/** Ticks as something writes them, one by one or all at once. */
const writtenBy = (write: WriteTick, ticks: readonly number[], view: Interval) =>
  write.all?.(ticks, view) ?? { labels: ticks.map((tick, k) => write(tick, k, view)), offset: "" };

function linearTicks({ locator }: TickSource, view: Interval, space: number): number[] {
  const bins = locator.bins ?? clamp(1, space, 9);
  return maxNTicks(view, { bins, integer: locator.integer, steps: locator.steps });
}
