import { describe, isPlainObject, type Spelled } from "../../array/options";
import { toArray } from "../../array/coerce";
import { FillBetween } from "../artists/area";
import { place, readNumbers, readPlaces, type Data } from "../data";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { filledOptions, filledStyle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given } from "../options/readers";

const fillOptions = {
  ...filledOptions,
  /** Whether to fill at each point. Default: everywhere. */
  where: option(given<Data | readonly boolean[]>()),
  /** Whether areas end where the curves cross, not at the last point before. Default: false. */
  interpolate: option(flag, { default: false }),
  /** Whether steps lie before, after or about the points. Default: no steps. */
  step: option(choice("pre", "post", "mid")),
};

/** Options of {@link fillBetween} and {@link fillBetweenx}. */
export type FillOptions = OptionsOf<typeof fillOptions>;

const steps: Record<string, string> = { pre: "step-before", post: "step-after", mid: "step" };

/** Curves where they are to be filled, which goes on to where they cross between a point that is and one that is not. */
function upToCrossings(
  at: Float64Array,
  one: Float64Array,
  two: Float64Array,
  where: ArrayLike<number>,
): { at: number[]; one: number[]; two: number[] } {
  const result = { at: [] as number[], one: [] as number[], two: [] as number[] };
  const push = (place: number, low: number, high: number) => {
    result.at.push(place);
    result.one.push(low);
    result.two.push(high);
  };
  for (let i = 0; i < at.length; i++) {
    push(at[i], where[i] ? one[i] : NaN, where[i] ? two[i] : NaN);
    if (i + 1 === at.length || Boolean(where[i]) === Boolean(where[i + 1])) continue;
    const [before, after] = [one[i] - two[i], one[i + 1] - two[i + 1]];
    const share = before / (before - after);
    if (!(share >= 0 && share <= 1)) continue;
    const level = one[i] + share * (one[i + 1] - one[i]);
    push(at[i] + share * (at[i + 1] - at[i]), level, level);
  }
  return result;
}

function fill(
  axes: AxesBase,
  functionName: "fillBetween" | "fillBetweenx",
  along: Direction,
  at: unknown,
  first: unknown,
  second: unknown,
  options: unknown,
): FillBetween {
  const other = along === "x" ? "y" : "x";
  const places = readPlaces(functionName, along, at);
  const count = places.length;
  const curve = (name: string, value: unknown) => {
    const values = readNumbers(functionName, name, value);
    if (values.length === count) return values;
    if (values.length === 1) return new Float64Array(count).fill(values[0]);
    throw new RangeError(
      `${functionName}: expected ${along} and ${name} of equal length, got ${count} and ${values.length}`,
    );
  };
  const one = curve(`${other}1`, first);
  const two = curve(`${other}2`, second);
  const read = readTable(functionName, options, fillOptions);
  const where = read.where === undefined ? undefined : toArray(functionName, read.where).data;
  if (where && where.length !== count) {
    throw new RangeError(
      `${functionName}: expected where to be ${count} truth values, got ${describe(read.where)}`,
    );
  }
  const style = filledStyle(read, () => axes.nextColor("patches"));
  const masked = (values: Float64Array) =>
    where ? values.map((value, i) => (where[i] ? value : NaN)) : values;
  const placed = place(axes, along, places)[0];
  const curves =
    where && read.interpolate
      ? upToCrossings(placed, one, two, where)
      : { at: placed, one: masked(one), two: masked(two) };
  const area = new FillBetween(
    along,
    curves.at,
    curves.one,
    curves.two,
    { ...style, interpolate: read.step && steps[read.step] },
    read.label,
  );
  area.zorder = read.zorder;
  axes.add([area]);
  return area;
}

/** What {@link fillBetween} takes after the places: one curve, or two, and options. */
export type FillArguments =
  [first: Data, second: Data, options?: Spelled<FillOptions>] | [first: Data, options?: Spelled<FillOptions>];

function split(args: readonly unknown[]): [first: unknown, second: unknown, options: unknown] {
  const [first, second, options] = args;
  return isPlainObject(second) ? [first, 0, second] : [first, second ?? 0, options];
}

/**
 * Fills the area between two curves over the same x, or between one and zero.
 *
 * @param x - The x values.
 * @param args - `y1`, then `y2` (default: 0), each as many numbers or one; then options.
 * @returns The area.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.fill_between.html
 * @example
 * plt.fillBetween([0, 1, 2], [1, 2, 1], [2, 4, 3], { alpha: 0.3 });
 */
export function fillBetween(axes: AxesBase, x: Data, ...args: FillArguments): FillBetween {
  const [first, second, options] = split(args);
  return fill(axes, "fillBetween", "x", x, first, second, options);
}

/**
 * Fills the area between two curves over the same y, or between one and zero.
 *
 * @param y - The y values.
 * @param args - `x1`, then `x2` (default: 0), each as many numbers or one; then options.
 * @returns The area.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.fill_betweenx.html
 * @example
 * plt.fillBetweenx([0, 1, 2], [1, 2, 1]);
 */
export function fillBetweenx(axes: AxesBase, y: Data, ...args: FillArguments): FillBetween {
  const [first, second, options] = split(args);
  return fill(axes, "fillBetweenx", "y", y, first, second, options);
}
