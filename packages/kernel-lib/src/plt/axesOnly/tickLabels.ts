import { describe, type Spelled } from "../../array/options";
import * as settings from "../settings";
import type { TickLabelOptions } from "../tickSetting";
import type { AxesBase } from "../model/axes";

function setLabels(
  axes: AxesBase,
  functionName: string,
  direction: "x" | "y",
  labels: readonly unknown[],
  options: unknown,
): void {
  const { dimension } = axes.axisOf(direction);
  const fixed = dimension.fixedTicks ?? axes.ticks(direction).major;
  const set = direction === "x" ? settings.xticks : settings.yticks;
  if (!Array.isArray(labels)) {
    throw new TypeError(`${functionName}: expected labels to be a list of strings, got ${describe(labels)}`);
  }
  if (labels.length === 0) {
    dimension.formatter = () => "";
    dimension.fixedLabels = undefined;
    return;
  }
  set(axes, [...fixed], labels as string[], options as TickLabelOptions);
}

/**
 * Labels the ticks that are set.
 *
 * @param labels - As many as there are ticks, or none to take labels away.
 * @param options - How they look.
 * @throws RangeError if there are not as many labels as ticks.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_xticklabels.html
 * @example
 * plt.gca().setXticks([0, 1]);
 * plt.gca().setXticklabels(["off", "on"]);
 */
export function setXticklabels(
  axes: AxesBase,
  labels: readonly (string | number)[],
  options?: Spelled<TickLabelOptions>,
): void {
  setLabels(axes, "setXticklabels", "x", labels, options);
}

/**
 * Labels the ticks that are set.
 *
 * @param labels - As many as there are ticks, or none to take labels away.
 * @param options - How they look.
 * @throws RangeError if there are not as many labels as ticks.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_yticklabels.html
 * @example
 * plt.gca().setYticks([0, 1]);
 * plt.gca().setYticklabels(["off", "on"]);
 */
export function setYticklabels(
  axes: AxesBase,
  labels: readonly (string | number)[],
  options?: Spelled<TickLabelOptions>,
): void {
  setLabels(axes, "setYticklabels", "y", labels, options);
}
