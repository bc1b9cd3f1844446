import { describe, isPlainObject, readOptions } from "../array/options";
import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";
import type { Interval } from "./model/scale";
import { scalarOf } from "./options/readers";

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

/** Sets the limits of a direction, or tells them if none are given. */
export function setLimits(
  axes: AxesBase,
  functionName: string,
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
