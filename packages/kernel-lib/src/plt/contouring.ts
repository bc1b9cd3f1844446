import type { ArrayLike } from "../array/asarray";
import { describe } from "../array/options";
import { ContourSet, type ContourStyle } from "./artists/contours";
import { fromPaints } from "./color/colormap";
import { ColorMapping, mappingOptions, readMapping } from "./color/mapping";
import type { Field } from "./contour";
import { readNumbers } from "./data";
import { hatch } from "./hatching";
import { rangeOf } from "./model/artist";
import type { AxesBase } from "./model/axes";
import { colors, linestyle } from "./options/looks";
import { option, type OptionsOf, type Reader, type ReadOf } from "./options/option";
import { choice, given, notNegative, number, share } from "./options/readers";
import { maxNTicks } from "./ticks/maxN";

/** Reads patterns, of which some may be null. */
const bandHatches: Reader<readonly (string | null)[], (string | null)[]> = (functionName, name, value) => {
  if (Array.isArray(value) && value.length > 0)
    return value.map((each) => (each === null ? null : hatch(functionName, `each of ${name}`, each)));
  throw new TypeError(`${functionName}: expected ${name} to be a list of patterns, got ${describe(value)}`);
};

export const contourOptions = {
  ...mappingOptions,
  /** How many levels at most, or the levels, rising. Default: about 8 at round values. */
  levels: option(given<number | ArrayLike>()),
  /** One colour, or colours for the levels or bands in turn, in place of a colormap. */
  colors: option(colors, { aliases: ["color"] }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Width of the lines in points. Default: 1.5. */
  linewidths: option(notNegative, { rc: "lines.linewidth", aliases: ["linewidth", "lw"] }),
  /** "-", "--", "-." or ":". Default: solid; dashed for negative levels where all have one colour. */
  linestyles: option(linestyle, { aliases: ["linestyle", "ls"] }),
  /** Patterns of the bands, in turn, as for {@link bar}; null for none. Default: none. */
  hatches: option(bandHatches),
  /** Whether values below the first or above the last level have bands, too. Default: "neither". */
  extend: option(choice("neither", "min", "max", "both"), { default: "neither" }),
  /** Those with a higher one are drawn over those with a lower one. */
  zorder: option(number()),
};

/** Options of {@link contour} and {@link contourf}. */
export type ContourOptions = OptionsOf<typeof contourOptions>;

/** The steps between levels, as multiples of a power of ten. */
const levelSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Levels as asked for, or at most so many at round values: those within the values, and one to either side. */
function readLevels(
  functionName: string,
  levels: unknown,
  values: Float64Array,
  filled: boolean,
  extend: ContourSet["extend"],
): number[] {
  if (levels !== undefined && typeof levels !== "number") {
    const list = [...readNumbers(functionName, "levels", levels)];
    const rising = list.every((level, k) => Number.isFinite(level) && (k === 0 || level > list[k - 1]));
    if (!rising || list.length < (filled ? 2 : 1)) {
      throw new TypeError(
        `${functionName}: expected levels to be a number or ${filled ? "two or more " : ""}rising numbers, got [${list.join(", ")}]`,
      );
    }
    return list;
  }
  const count = levels ?? 7;
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new RangeError(
      `${functionName}: expected levels to be a whole number from 1 to 1000, got ${String(levels)}`,
    );
  }
  const { low, high } = rangeOf(values);
  const ticks = maxNTicks([low, high], { bins: count + 1, minimum: 1, steps: levelSteps });
  const below = ticks.filter((tick) => tick < low).length;
  const above = ticks.filter((tick) => tick > high).length;
  // Bands beyond the levels take the place of those that reach beyond the values.
  const first = Math.max(0, below - 1) + (extend === "min" || extend === "both" ? 1 : 0);
  const last = ticks.length - Math.max(0, above - 1) - (extend === "max" || extend === "both" ? 1 : 0);
  const trimmed = ticks.slice(first, last);
  return trimmed.length < 3 ? ticks : trimmed;
}

/** Colours by value from the first to the last level; or, for colours that are given, by place. */
function mappingOf(
  functionName: string,
  read: ReadOf<typeof contourOptions>,
  levels: readonly number[],
  filled: boolean,
) {
  const { colors: list } = read;
  if (list === undefined) return readMapping(functionName, read, levels);
  if (read.cmap !== undefined)
    throw new TypeError(`${functionName}: expected either colors or cmap, got both`);
  const count = Math.max(1, levels.length - (filled ? 1 : 0));
  const paints = Array.from({ length: count }, (_, k) => list[k % list.length]);
  return new ColorMapping(fromPaints(paints), levels[0], levels[levels.length - 1]);
}

function stylesOf(read: ReadOf<typeof contourOptions>, set: ContourSet): ContourStyle[] {
  const { levels, filled, mapping } = set;
  const { colors: list, linewidths: linewidth } = read;
  const places = filled ? set.bands().map(([low, high]) => (low + high) / 2) : levels;
  return places.map((place, k) => {
    const dashed = list?.length === 1 && !filled && place < 0;
    const color = list ? list[k % list.length] : { color: mapping.color(place) as string, alpha: 1 };
    return {
      paint: read.alpha === undefined ? color : { ...color, alpha: read.alpha },
      linewidth,
      linestyle: read.linestyles ?? (dashed ? "--" : "-"),
      hatch: read.hatches?.[k % read.hatches.length] ?? undefined,
    };
  });
}

/** Draws the lines or bands of a field at levels: those given, so many, or the usual. */
export function drawContours(
  axes: AxesBase,
  functionName: string,
  field: Field & { z: Float64Array },
  { read, levels: wanted, filled }: { read: ReadOf<typeof contourOptions>; levels: unknown; filled: boolean },
): ContourSet {
  if (!field.z.some(Number.isFinite))
    throw new RangeError(`${functionName}: expected a value that is finite`);
  const levels = readLevels(functionName, wanted, field.z, filled, read.extend);
  const mapping = mappingOf(functionName, read, levels, filled);
  const set = new ContourSet(field, levels, filled, [], mapping, read.extend, read.zorder);
  (set.styles as ContourStyle[]).push(...stylesOf(read, set));
  axes.add([set]);
  axes.mappable = set;
  return set;
}
