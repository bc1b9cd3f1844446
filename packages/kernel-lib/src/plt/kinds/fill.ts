import type { Spelled } from "../../array/options";
import { Patch } from "../artists/patch";
import { place, type Data } from "../data";
import { readGroups } from "../lines";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { filledOptions, filledStyle } from "../options/looks";
import { readTable, type OptionsOf } from "../options/option";

/** Options of {@link fill}. */
export type FillShapeOptions = OptionsOf<typeof filledOptions>;

/** What {@link fill} takes: groups of x, y and a colour if one likes, and options. */
export type FillShapeArguments =
  | [x: Data, y: Data, ...groups: (Data | string | Spelled<FillShapeOptions>)[]]
  | [x: Data, y: Data, color: string, options?: Spelled<FillShapeOptions>]
  | [x: Data, y: Data, options?: Spelled<FillShapeOptions>];

/**
 * Fills shapes with straight sides.
 *
 * @param args - The corners of a shape as `x, y`, then a colour if wanted, as often as wanted; then options.
 * @returns The shapes, in order.
 * @throws RangeError if x and y differ in length; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.fill.html
 * @example
 * plt.fill([0, 1, 0.5], [0, 0, 1], "r", { alpha: 0.5 });
 */
export function fill(axes: AxesBase, ...args: FillShapeArguments): Patch[] {
  const { placed, options } = splitOptions(args);
  const read = readTable("fill", options, filledOptions);
  const shapes = readGroups("fill", placed).map(({ x, y, format }) => {
    const style = filledStyle(read, () => format.color ?? axes.nextColor("patches"));
    const corners = [x ? place(axes, "x", x)[0] : y.columns[0].map((_, i) => i), place(axes, "y", y)[0]];
    const [xs, ys] = corners.map((values) => [...values]);
    const shape = new Patch(xs, ys, style, read.label);
    shape.zorder = read.zorder;
    return shape;
  });
  axes.add(shapes);
  return shapes;
}
