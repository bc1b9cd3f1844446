import { describe, isPlainObject, readOptions } from "../../array/options";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { Interval } from "../model/scale";
import { scalarOf, type Scalar } from "../options/readers";

/** Limits by name. */
export interface XLimits {
  left?: Scalar | null;
  right?: Scalar | null;
}

/** Limits by name. */
export interface YLimits {
  bottom?: Scalar | null;
  top?: Scalar | null;
}

/** What {@link xlim} takes: nothing, a pair, two numbers, or limits by name; null keeps a limit as it is. */
export type XLimitArguments =
  | []
  | [limits: readonly [Scalar | null, Scalar | null] | readonly number[] | XLimits]
  | [left: Scalar | null, right?: Scalar | null];

/** What {@link ylim} takes: nothing, a pair, two numbers, or limits by name; null keeps a limit as it is. */
export type YLimitArguments =
  | []
  | [limits: readonly [Scalar | null, Scalar | null] | readonly number[] | YLimits]
  | [bottom: Scalar | null, top?: Scalar | null];

/** The two limits that arguments ask for; undefined leaves one as it is. */
function readLimits(functionName: string, names: [string, string], args: readonly unknown[]) {
  const [first, second] = args;
  let pair: unknown[] = [first, second];
  if (Array.isArray(first) || ArrayBuffer.isView(first) || isArray(first)) {
    pair = [...(first as Iterable<unknown>)];
    if (pair.length !== 2 || args.length > 1) {
      throw new TypeError(
        `${functionName}: expected a pair of limits or two numbers, got ${describe(pair)}${args.length > 1 ? " and more" : ""}`,
      );
    }
  } else if (isPlainObject(first)) {
    const named = readOptions<Record<string, unknown>>(functionName, first, {
      [names[0]]: undefined,
      [names[1]]: undefined,
    });
    pair = [named[names[0]], named[names[1]]];
  }
  return pair.map((limit, i) => {
    const value = limit === null ? undefined : scalarOf(limit);
    if (value === undefined || (typeof value === "number" && Number.isFinite(value))) return value;
    throw new TypeError(
      `${functionName}: expected ${names[i]} to be a finite number, got ${describe(limit)}`,
    );
  }) as [number | undefined, number | undefined];
}

const isArray = (value: unknown) =>
  typeof value === "object" && value !== null && (value as { ndim?: number }).ndim === 1;

function limits(
  axes: AxesBase,
  functionName: "xlim" | "ylim",
  direction: Direction,
  names: [string, string],
  args: readonly unknown[],
): [number, number] {
  const given = readLimits(functionName, names, args);
  const { dimension } = axes.axisOf(direction);
  const before = axes.view(direction);
  if (given[0] === undefined && given[1] === undefined) return [...before];
  let view: Interval = [given[0] ?? before[0], given[1] ?? before[1]];
  const { scale } = dimension;
  if (scale.name === "log") view = [view[0] > 0 ? view[0] : before[0], view[1] > 0 ? view[1] : before[1]];
  else {
    const descending = view[0] > view[1];
    const [low, high] = [...scale.widened(view, dimension.data().positive)].sort((a, b) => a - b);
    view = descending ? [high, low] : [low, high];
  }
  dimension.setView(view);
  return [...view];
}

/**
 * Sets or tells the limits of the x axis.
 *
 * Without arguments it tells them. Set limits stay; the other axis goes on following the data. Limits in descending
 * order turn the axis round.
 *
 * @param args - `left, right`, or `[left, right]`, or `{ left, right }`; null or nothing keeps a limit as it is.
 * @returns The limits now, left and right.
 * @throws TypeError for a limit that is no finite number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xlim.html
 * @example
 * plt.plot([0, 10], [0, 1]);
 * plt.xlim(); // [-0.5, 10.5]
 * plt.xlim(0, 5);
 */
export function xlim(axes: AxesBase, ...args: XLimitArguments): [left: number, right: number] {
  return limits(axes, "xlim", "x", ["left", "right"], args);
}

/**
 * Sets or tells the limits of the y axis.
 *
 * Without arguments it tells them. Set limits stay; the other axis goes on following the data. Limits in descending
 * order turn the axis round.
 *
 * @param args - `bottom, top`, or `[bottom, top]`, or `{ bottom, top }`; null or nothing keeps a limit as it is.
 * @returns The limits now, bottom and top.
 * @throws TypeError for a limit that is no finite number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ylim.html
 * @example
 * plt.ylim(-25, 10);
 * plt.ylim({ top: 5 });
 */
export function ylim(axes: AxesBase, ...args: YLimitArguments): [bottom: number, top: number] {
  return limits(axes, "ylim", "y", ["bottom", "top"], args);
}
