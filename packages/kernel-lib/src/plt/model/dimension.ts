import { emptyRange, unite, type Artist, type Direction, type Range } from "./artist";
import { measurable, nonsingular, type Interval, type Scale } from "./scale";
import { linearScale } from "./scales/linear";
import type { WriteTick } from "../ticks/formatters";
import type { Locator } from "../ticks/locators";
import { placeTicks, type Ticks } from "../ticks/place";
import { defaultFormat, type ScalarFormat } from "../ticks/scalar";

/** Axes that have a direction: what is drawn on them counts for its limits. */
export interface Member {
  readonly artists: readonly Artist[];
  axisOf(direction: Direction): { readonly margin: number };
}

/** One direction of one or, where shared, several axes: its scale, limits and ticks. */
export class Dimension {
  scale: Scale = linearScale;
  /** Whether the limits follow the data. */
  auto = true;
  /** Ticks that the user has set; their labels, if these are set, too. */
  fixedTicks?: readonly number[];
  fixedLabels?: readonly string[];
  /** Writes the labels of ticks in place of the usual way. */
  formatter?: WriteTick;
  /** Writes the labels of small ticks. */
  minorFormatter?: WriteTick;
  /** Places ticks in place of the usual way, and those between. */
  majorLocator?: Locator;
  minorLocator?: Locator;
  fixedMinor?: readonly number[];
  /** Whether there are small ticks; undefined: on a logarithmic axis only. */
  minorOn?: boolean;
  nonpositive: "clip" | "mask" = "clip";
  readonly locator: { bins?: number; integer: boolean; steps?: readonly number[] } = { integer: false };
  readonly format: ScalarFormat = defaultFormat();
  /** Names along the axis, each at the number of its place. */
  categories?: string[];
  /** Whether numbers are days since 1970: dates have been drawn. */
  dates = false;
  readonly members: Member[] = [];
  private limits: Interval = [0, 1];
  /** Whether the limits are to follow the data that there are now. */
  private pending = false;
  /** What they follow to, once somebody has asked. */
  private followed?: Interval;

  constructor(readonly direction: Direction) {}

  /** Has the limits follow the data that there are now, unless they are set. */
  requestAutoscale(): void {
    this.pending = true;
    this.followed = undefined;
  }

  /** The limits now, the left or lower one first. */
  get view(): Interval {
    if (!this.pending || !this.auto) return this.limits;
    return (this.followed ??= this.autoscaled());
  }

  /** Keeps the limits as they are now, before something comes that they are not to follow. */
  settle(): void {
    this.limits = this.view;
    this.pending = false;
  }

  /** Sets the limits and keeps them. */
  setView(view: Interval): void {
    this.pending = false;
    this.limits = measurable(view);
    this.auto = false;
  }

  /** Has the limits follow what is drawn from now on, or not: then they stay as they were last asked for. */
  setAuto(auto: boolean): void {
    if (!auto && this.pending && this.followed) this.settle();
    this.auto = auto;
  }

  /** Has the limits follow the data again. */
  follow(): void {
    this.auto = true;
    this.requestAutoscale();
  }

  /** Turns the axis round, which does not stop it following the data. */
  invert(): void {
    this.settle();
    this.limits = [this.limits[1], this.limits[0]];
  }

  /**
   * Changes the scale.
   *
   * @param nonpositive - What a logarithm does with what it is not defined for: draws it far below, or leaves a gap.
   */
  setScale(scale: Scale, nonpositive: "clip" | "mask" = "clip"): void {
    this.nonpositive = nonpositive;
    this.scale = scale;
    if (!this.auto) this.limits = scale.possible(this.limits, this.data().positive);
    this.requestAutoscale();
  }

  /** Limits around the data, with a margin that stops at sticky edges; as matplotlib's autoscale_view. */
  private autoscaled(): Interval {
    const data = this.data();
    const inverted = this.limits[0] > this.limits[1];
    let [low, high] = this.widened(measurable([data.low, data.high]), data.positive);
    const stickies = this.stickies()
      .filter((edge) => this.scale.holds(edge))
      .sort((a, b) => a - b);
    const tolerance = 1e-5 * Math.abs(high - low);
    const floor = stickies.filter((edge) => edge < low + tolerance).pop() ?? -Infinity;
    const ceiling = stickies.find((edge) => edge >= high - tolerance) ?? Infinity;
    const margin = Math.max(...this.members.map((axes) => axes.axisOf(this.direction).margin));
    const [from, to] = [this.scale.forward(low), this.scale.forward(high)];
    const delta = Number.isFinite((to - from) * margin) ? (to - from) * margin : 0;
    low = Math.max(delta === 0 ? low : this.scale.inverse(from - delta), floor);
    high = Math.min(delta === 0 ? high : this.scale.inverse(to + delta), ceiling);
    [low, high] =
      this.scale.name === "log"
        ? this.widened([low, high], data.positive)
        : nonsingular([low, high], 1e-12, 1e-13);
    [low, high] = this.fitted([low, high]);
    return measurable(inverted ? [high, low] : [low, high]);
  }

  /** What the limits take heed of. */
  private get counted(): Artist[] {
    return this.members.flatMap(({ artists }) => artists.filter(({ aside }) => !aside));
  }

  /** Limits that no margin is added beyond. */
  protected stickies(): number[] {
    return this.counted.flatMap((artist) => artist.sticky?.(this.direction) ?? []);
  }

  /** Limits that follow from those around the data. */
  protected fitted(ends: Interval): Interval {
    return ends;
  }

  /** Makes an interval of what may be none; two years on either side of a single date. */
  private widened(ends: Interval, positive: number): Interval {
    if (this.dates && this.scale.name === "linear" && ends[0] === ends[1])
      return [ends[0] - 730, ends[1] + 730];
    return this.scale.widened(ends, positive);
  }

  /** Ticks within limits, for a length that has room for some number of them. */
  ticks(view: Interval, space: number): Ticks {
    return placeTicks(this, view, space);
  }

  /** Fixes the ticks; the limits widen where ticks lie beyond them. */
  setTicks(ticks: readonly number[], labels: readonly string[] | undefined, minor: boolean): void {
    this.settle();
    const [from, to] = this.limits;
    if (minor) {
      this.fixedMinor = ticks;
      if (labels) this.minorFormatter = (_, position) => labels[position] ?? "";
    } else Object.assign(this, { fixedTicks: ticks, fixedLabels: labels, majorLocator: undefined });
    if (ticks.length === 0) return;
    const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
    this.limits =
      from <= to ? [Math.min(from, low), Math.max(to, high)] : [Math.max(from, high), Math.min(to, low)];
  }

  /** The data of every member in this direction. */
  data(): Range {
    return this.counted.map((artist) => artist.range(this.direction) ?? emptyRange).reduce(unite, emptyRange);
  }

  /** The place of a name along the axis; a new name takes the next place. */
  place(name: string): number {
    this.categories ??= [];
    const at = this.categories.indexOf(name);
    return at >= 0 ? at : this.categories.push(name) - 1;
  }
}
