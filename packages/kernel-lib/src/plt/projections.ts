import type { AxesBase } from "./model/axes";
import type { Polar } from "./model/polar";

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Refuses to draw on polar axes what has no shape there. */
export function needStraightAxes(functionName: string, axes: AxesBase): void {
  if (axes.polar) throw new TypeError(`${functionName}: expected axes of x and y, got polar axes`);
}

/** What is set of polar axes; other axes are refused. */
export function polarOf(functionName: string, axes: AxesBase): Polar {
  if (axes.polar) return axes.polar;
  throw new TypeError(
    `${functionName}: expected polar axes, such as plt.subplot({ projection: "polar" }) gives`,
  );
}
