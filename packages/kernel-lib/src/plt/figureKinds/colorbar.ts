import { isPlainObject, type Spelled } from "../../array/options";
import { addColorbar, type Colorbar, type ColorbarOptions } from "../colorbar";
import type { Mappable } from "../color/mapping";
import type { Panel } from "../model/panel";

/** What {@link colorbar} takes: something coloured by value, and options. */
export type ColorbarArguments =
  [options?: Spelled<ColorbarOptions>] | [mappable: Partial<Mappable>, options?: Spelled<ColorbarOptions>];

/**
 * Adds a bar that tells which value has which colour, beside the axes.
 *
 * @param args - What {@link imshow}, {@link scatter}, {@link pcolormesh} or {@link contourf} returned, by default what
 *   was last drawn by one of them; and options.
 * @returns The colorbar, with the axes it is in as `ax`.
 * @throws TypeError if nothing is coloured by value, or for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.colorbar.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.colorbar({ label: "weight" });
 */
export function colorbar(figure: Panel, ...args: ColorbarArguments): Colorbar {
  const [first, second] = args;
  return isPlainObject(first)
    ? addColorbar("colorbar", figure, undefined, first)
    : addColorbar("colorbar", figure, first, second);
}
