import type { Interval, Scale } from "../model/scale";
import { rcParams } from "../rcParams";
import { dateLabels, dateTicks } from "./dates";
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
  readonly formatter?: (value: number) => string;
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
  if (source.dates && source.fixedTicks === undefined && scale.name === "linear") {
    return datedTicks(source, view);
  }
  const own = ticksOf(scale);
  const automatic = own
    ? own.place(view, space)
    : { major: source.fixedTicks || source.categories ? [] : linearTicks(source, view, space), minor: [] };
  const major = [...(source.fixedTicks ?? source.categories?.map((_, i) => i) ?? automatic.major)];
  const minor = source.fixedMinor
    ? [...source.fixedMinor]
    : !(source.minorOn ?? own !== undefined)
      ? []
      : own
        ? automatic.minor
        : minorTicks(major, view);
  const minorLabels = own && !source.fixedMinor ? own.label(minor, view, true) : [];
  if (source.fixedTicks === undefined && source.categories !== undefined) {
    return { major, labels: [...source.categories], minor, minorLabels, offset: "" };
  }
  if (source.formatter && fixedLabels === undefined) {
    return {
      major,
      labels: major.map(source.formatter),
      minor,
      minorLabels: minor.map(() => ""),
      offset: "",
    };
  }
  const { labels, offset } = own
    ? { labels: own.label(major, view, false), offset: "" }
    : scalarLabels(major, view, source.format);
  if (fixedLabels === undefined) return { major, labels, minor, minorLabels, offset };
  return { major, labels: major.map((_, i) => fixedLabels[i] ?? ""), minor, minorLabels, offset: "" };
}

/** Ticks at dates. */
function datedTicks(source: TickSource, view: Interval): Ticks {
  const found = dateTicks(view);
  const concise = rcParams["date.converter"] === "concise";
  const { labels, offset } = dateLabels(found, { concise, inverted: view[0] > view[1] });
  const { formatter, fixedMinor = [] } = source;
  return {
    major: found.ticks,
    labels: formatter ? found.ticks.map(formatter) : labels,
    minor: [...fixedMinor],
    minorLabels: [],
    offset: formatter ? "" : offset,
  };
}

function linearTicks({ locator }: TickSource, view: Interval, space: number): number[] {
  const bins = locator.bins ?? clamp(1, space, 9);
  return maxNTicks(view, { bins, integer: locator.integer, steps: locator.steps });
}

/** Four or five parts to each step between major ticks: matplotlib's AutoMinorLocator. */
function minorTicks(major: readonly number[], [from, to]: Interval): number[] {
  if (major.length < 2) return [];
  const step = major[1] - major[0];
  const leading = step / 10 ** Math.floor(Math.log10(step));
  const parts = [1, 2.5, 5, 10].some((nice) => Math.abs(leading - nice) < 1e-6) ? 5 : 4;
  const slack = 1e-10 * Math.abs(to - from);
  const [low, high] = [Math.min(from, to) - slack, Math.max(from, to) + slack];
  const result: number[] = [];
  for (let i = 0; i < (major.length + 1) * parts; i++) {
    const tick = major[0] - step + (i * step) / parts;
    if (i % parts !== 0 && tick >= low && tick <= high) result.push(tick);
  }
  return result;
}
