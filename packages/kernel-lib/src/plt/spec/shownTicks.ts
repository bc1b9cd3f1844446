import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { LabelLook } from "../model/axis";
import type { Ticks } from "../ticks/place";

/** Ticks in the view, in order, with their labels. */
export interface ShownTick {
  value: number;
  label: string;
  minor: boolean;
  look?: LabelLook;
}

/** The ticks that lie in the view, with some tolerance for rounding. */
export function shownTicks(axes: AxesBase, direction: Direction, ticks: Ticks): ShownTick[] {
  const { scale } = axes.axisOf(direction).dimension;
  const view = axes.view(direction);
  const ends = [scale.forward(view[0]), scale.forward(view[1])].sort((a, b) => a - b);
  const slack = 1e-10 * (ends[1] - ends[0]);
  const inside = ({ value }: ShownTick) => {
    const at = scale.forward(value);
    return at >= ends[0] - slack && at <= ends[1] + slack;
  };
  const { labelLooks } = axes.axisOf(direction);
  const major = ticks.major.map((value, i) => {
    const look = labelLooks[i];
    return { value, label: look?.hidden ? "" : (ticks.labels[i] ?? ""), minor: false, look };
  });
  const minor = ticks.minor.map((value, i) => ({ value, label: ticks.minorLabels[i] ?? "", minor: true }));
  const isMajor = (value: number) =>
    major.some((tick) =>
      scale.warp
        ? Math.abs(scale.forward(tick.value) - scale.forward(value)) <= slack
        : Math.abs(tick.value - value) <= 1e-9 * Math.abs(value),
    );
  return [...major, ...minor.filter(({ value }) => !isMajor(value))].filter(inside);
}
