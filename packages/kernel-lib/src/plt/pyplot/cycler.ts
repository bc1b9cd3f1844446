import { readCycler, type CycledLooks, type Cycler } from "../color/cycler";

/**
 * Makes looks that go from line to line, for `rcParams["axes.prop_cycle"]` and {@link setPropCycle}.
 *
 * @param looks - Lists of equal length by name: `color`, `linestyle`, `linewidth`, `marker`, `markersize`; or one name
 *   and its list.
 * @returns The cycle, which `add` joins with another of its length and `multiply` with any other.
 * @throws TypeError for an unknown name, or a value that does not fit; RangeError for lists of unequal length.
 * @see https://matplotlib.org/cycler/
 * @example
 * plt.rcParams["axes.prop_cycle"] = plt.cycler({ color: ["r", "b"], linestyle: ["-", "--"] });
 * plt.plot([1, 2]);
 * plt.plot([2, 1]);
 */
export function cycler(
  ...looks: [looks: CycledLooks] | [name: keyof CycledLooks, values: readonly unknown[] | string]
): Cycler {
  return readCycler("cycler", looks);
}
