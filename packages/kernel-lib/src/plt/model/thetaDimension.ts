import { maxNTicks } from "../ticks/maxN";
import type { Ticks } from "../ticks/place";
import { Dimension } from "./dimension";
import { isFullCircle } from "./polar";
import type { Interval } from "./scale";

/** Steps between ticks that are round in degrees. */
const steps = [1, 1.5, 3, 4.5, 9, 10];
const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The angles of polar axes: all of them, unless limits are set; its labels are in degrees. */
export class ThetaDimension extends Dimension {
  constructor() {
    super("x");
    this.setView([0, 2 * Math.PI]);
  }

  override ticks(view: Interval, space: number): Ticks {
    const usual = super.ticks(view, space);
    const major = this.fixedTicks || this.majorLocator || this.categories ? usual.major : placed(view, space);
    const { formatter } = this;
    if (this.fixedLabels || this.categories || formatter) {
      const labels = formatter ? major.map((tick, k) => formatter(tick, k, view)) : usual.labels;
      return { ...usual, major, labels };
    }
    const digits = Math.max(0, -Math.trunc(Math.log10(degrees(Math.abs(view[1] - view[0]))) - 1.5));
    return { ...usual, major, labels: major.map((tick) => `${degrees(tick).toFixed(digits)}°`), offset: "" };
  }
}

/** Every eighth of a circle; of a part of one, round numbers of degrees. */
function placed(view: Interval, space: number): number[] {
  if (isFullCircle(view)) {
    return Array.from({ length: 8 }, (_, k) => Math.min(...view) + (k * Math.PI) / 4);
  }
  const bins = Math.max(1, Math.min(space, 9));
  const ends: Interval = [degrees(view[0]), degrees(view[1])];
  return maxNTicks(ends, { bins, steps }).map((tick) => (tick * Math.PI) / 180);
}
