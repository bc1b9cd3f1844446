import type { AxesBase } from "./model/axes";

/** Numbers rows and columns at whole numbers, columns on top if wanted; they have ticks on both sides. */
export function markMatrix(axes: AxesBase, onTop: boolean): void {
  if (onTop) axes.xaxis.moveTicks(true);
  axes.xaxis.setTicksPosition("both");
  for (const { dimension } of [axes.xaxis, axes.yaxis]) {
    Object.assign(dimension.locator, { bins: 9, integer: true, steps: [1, 2, 5, 10] });
  }
}
