import type { Ticks } from "../ticks/place";
import { Dimension } from "./dimension";
import { isFullCircle, type Polar } from "./polar";
import type { Interval } from "./scale";

/** The radii of polar axes: from zero on, unless limits are set, and without a tick in the middle. */
export class RadialDimension extends Dimension {
  constructor(
    private readonly polar: Polar,
    private readonly theta: Dimension,
  ) {
    super("y");
  }

  /** Whether zero is a radius. */
  private get hasZero(): boolean {
    return this.scale.holds(0);
  }

  protected override stickies(): number[] {
    return this.hasZero ? [...super.stickies(), 0] : super.stickies();
  }

  protected override fitted([low, high]: Interval): Interval {
    return this.hasZero && high > low ? [Math.min(0, low), high] : [low, high];
  }

  override ticks(view: Interval, space: number): Ticks {
    const all = super.ticks(view, space);
    const origin = this.polar.origin ?? view[0];
    if (!isFullCircle(this.theta.view) || view[0] > origin) return all;
    const kept = all.major
      .map((tick, i) => ({ tick, label: all.labels[i] }))
      .filter(({ tick }) => tick > origin);
    return { ...all, major: kept.map(({ tick }) => tick), labels: kept.map(({ label }) => label) };
  }
}
