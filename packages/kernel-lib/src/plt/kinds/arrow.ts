import type { Spelled } from "../../array/options";
import { FancyArrow, type FancyArrowOptions } from "../artists/arrowPatches";
import type { AxesBase } from "../model/axes";
import type { Scalar } from "../options/readers";

/**
 * Draws an arrow as a shape in data, which is skewed where the axes' directions have different scales.
 *
 * @param x - Where it begins.
 * @param y - Where it begins.
 * @param dx - How far it goes along x.
 * @param dy - How far it goes along y.
 * @param options - `width`, `headWidth`, `headLength`, `lengthIncludesHead`, `shape`, `overhang`, colours and so on.
 * @returns The arrow.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.arrow.html
 * @example
 * plt.arrow(0, 0, 1, 2, { headWidth: 0.1, lengthIncludesHead: true });
 */
export function arrow(
  axes: AxesBase,
  x: Scalar,
  y: Scalar,
  dx: Scalar,
  dy: Scalar,
  options?: Spelled<FancyArrowOptions>,
): FancyArrow {
  const drawn = new FancyArrow(x, y, dx, dy, options);
  axes.add([drawn]);
  return drawn;
}
