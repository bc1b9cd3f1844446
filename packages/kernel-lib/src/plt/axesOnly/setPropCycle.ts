import { cycleEntries, readCycler, type CycledLooks, type Cycler } from "../color/cycler";
import type { AxesBase } from "../model/axes";

/** What {@link setPropCycle} takes: what `plt.cycler` makes, or what it takes; null for what rcParams say. */
export type PropCycleArguments =
  [cycler: Cycler | CycledLooks | null] | [name: keyof CycledLooks, values: readonly unknown[] | string];

/**
 * Sets the looks that the lines and shapes to come go through.
 *
 * @param args - Lists by name, such as `{ color: ["r", "b"] }`; a name and a list; what `plt.cycler` makes; or null for
 *   those of rcParams.
 * @throws TypeError for an unknown name, or a value that does not fit; RangeError for lists of unequal length.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_prop_cycle.html
 * @example
 * plt.gca().setPropCycle({ color: ["c", "m"], linewidth: [1, 3] });
 * plt.plot([1, 2]);
 */
export function setPropCycle(axes: AxesBase, ...args: PropCycleArguments): void {
  axes.setCycle(args[0] === null ? undefined : cycleEntries(readCycler("setPropCycle", args)));
}
