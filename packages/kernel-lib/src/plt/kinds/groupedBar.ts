import type { ArrayLike } from "../../array/asarray";
import { describe, isPlainObject, type Spelled } from "../../array/options";
import type { BarContainer } from "../artists/bars";
import type { Color } from "../color/color";
import { counting, readArray, readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, given, number, text } from "../options/readers";
import { bar, barh, type BarOptions } from "./bar";

const ownOptions = {
  /** Where the middles of the groups are, at equal distances. Default: 0, 1, 2, … */
  positions: option(given<Data>()),
  /** Room between groups in widths of a bar. Default: 1.5. */
  groupSpacing: option(number(0), { default: 1.5 }),
  /** Room between the bars of a group in widths of a bar. Default: 0. */
  barSpacing: option(number(), { default: 0 }),
  /** Names of the groups, at their middles. Default: the ticks stay as they are. */
  tickLabels: option(given<readonly (string | number)[]>()),
  /** Names of the data sets in the legend. Default: none, or the names in an object of data sets. */
  labels: option(given<readonly (string | number)[]>()),
  /** "vertical" or "horizontal". Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** A colour a data set, again from the first where there are fewer. Default: the next in the cycle. */
  colors: option(given<readonly Color[]>()),
};

/** What bars have that has one value a data set here, where it is a list. */
const perSet = ["edgecolor", "ec", "facecolor", "fc", "linewidth", "lw", "linestyle", "ls", "hatch"];

/** One value for all bars, or one a data set. */
type PerSet<T> = T | readonly NonNullable<T>[];

/** How bars look, where data sets may differ. */
interface LooksPerSet {
  /** The colour of the edges, or one a data set. Default: none. */
  edgecolor?: PerSet<BarOptions["edgecolor"]>;
  /** Another name of `edgecolor`. */
  ec?: PerSet<BarOptions["edgecolor"]>;
  /** The colour of the bars, or one a data set. Default: that of the data set. */
  facecolor?: PerSet<BarOptions["facecolor"]>;
  /** Another name of `facecolor`. */
  fc?: PerSet<BarOptions["facecolor"]>;
  /** The width of the edges in points, or one a data set. */
  linewidth?: PerSet<BarOptions["linewidth"]>;
  /** Another name of `linewidth`. */
  lw?: PerSet<BarOptions["linewidth"]>;
  /** How the edges are dashed, or one way a data set. Default: "-". */
  linestyle?: PerSet<BarOptions["linestyle"]>;
  /** Another name of `linestyle`. */
  ls?: PerSet<BarOptions["linestyle"]>;
  /** What the bars are hatched with, or one pattern a data set. Default: nothing. */
  hatch?: PerSet<BarOptions["hatch"]>;
}

/** Options of {@link groupedBar}: its own, and those of bars that are neither places nor names. */
export type GroupedBarOptions = OptionsOf<typeof ownOptions> &
  LooksPerSet &
  Omit<BarOptions, keyof LooksPerSet | "color" | "c" | "label" | "align" | "width">;

/** What {@link groupedBar} gives. */
export interface GroupedBars {
  /** The bars of each data set. */
  readonly barContainers: BarContainer[];
  /** Takes all of them off the axes. */
  remove(): void;
}

/** Data sets by name, a list of them, or an array with a column a data set. */
function readSets(heights: unknown): { sets: Float64Array[]; names?: string[] } {
  const read = (set: unknown) => readNumbers("groupedBar", "each data set", set);
  if (isPlainObject(heights)) return { sets: Object.values(heights).map(read), names: Object.keys(heights) };
  if (Array.isArray(heights)) return { sets: heights.map(read) };
  const array = readArray("groupedBar", "heights", heights);
  const [rows, columns] = array.shape;
  if (array.shape.length !== 2) {
    throw new TypeError(
      `groupedBar: expected heights to be lists, or an array of shape (groups, data sets), got ${describe(heights)}`,
    );
  }
  return {
    sets: Array.from({ length: columns }, (_, k) =>
      Float64Array.from({ length: rows }, (_row, i) => Number(array.data[i * columns + k])),
    ),
  };
}

function distanceOf(positions: Float64Array): number {
  if (positions.length < 2) return 1;
  const [first, ...others] = positions.slice(1).map((position, k) => position - positions[k]);
  if (others.some((step) => Math.abs(step - first) > 1e-5 * Math.abs(first) + 1e-8)) {
    throw new RangeError("groupedBar: expected positions at equal distances");
  }
  return first;
}

/**
 * Draws bars of several data sets side by side, in groups.
 *
 * @param heights - The data sets: a list of lists, an object of lists by their names, or an array of shape
 *   (groups, data sets).
 * @param options - `tickLabels`, `labels`, `positions`, `groupSpacing`, `barSpacing`, `orientation`, `colors`, and looks of
 *   bars.
 * @returns The bars of each data set as `barContainers`, and `remove()`.
 * @throws RangeError for data sets of unequal length; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.grouped_bar.html
 * @example
 * plt.groupedBar({ train: [0.9, 0.8, 0.95], test: [0.85, 0.7, 0.9] }, { tickLabels: ["relu", "elu", "gelu"] });
 * plt.legend();
 */
export function groupedBar(
  axes: AxesBase,
  heights: ArrayLike | readonly Data[] | Readonly<Record<string, Data>>,
  options?: Spelled<GroupedBarOptions>,
): GroupedBars {
  const { sets, names } = readSets(heights);
  const [own, look] = divided(options, ownOptions);
  const read = readTable("groupedBar", own, ownOptions);
  if (names && read.labels) {
    throw new TypeError("groupedBar: expected no labels beside data sets that have names");
  }
  const labels = names ?? read.labels?.map((label) => text("groupedBar", "each label", label));
  const [first] = sets;
  if (first === undefined) throw new RangeError("groupedBar: expected at least one data set, got none");
  const other = sets.find((set) => set.length !== first.length);
  if (other) {
    throw new RangeError(
      `groupedBar: expected data sets of equal length, got ${first.length} and ${other.length}`,
    );
  }
  if (labels && labels.length !== sets.length) {
    throw new RangeError(`groupedBar: expected ${sets.length} labels, got ${labels.length}`);
  }
  const middles = read.positions
    ? readNumbers("groupedBar", "positions", read.positions)
    : counting(first.length);
  if (middles.length !== first.length) {
    throw new RangeError(`groupedBar: expected ${first.length} positions, got ${middles.length}`);
  }
  if (read.colors !== undefined && !(Array.isArray(read.colors) && read.colors.length > 0)) {
    throw new TypeError(`groupedBar: expected colors to be a list of colors, got ${describe(read.colors)}`);
  }
  const distance = distanceOf(middles);
  const width = distance / (sets.length + (sets.length - 1) * read.barSpacing + read.groupSpacing);
  const upright = read.orientation === "vertical";
  const barContainers = sets.map((set, k) => {
    const start = 0.5 * read.groupSpacing * width - 0.5 * distance + k * width * (1 + read.barSpacing);
    const places = middles.map((middle) => middle + start);
    const styles = Object.fromEntries(
      Object.entries(look).map(([name, value]: [string, unknown]) =>
        perSet.includes(name) && Array.isArray(value)
          ? [name, value[k % value.length] as unknown]
          : [name, value],
      ),
    );
    const common = {
      ...styles,
      align: "edge" as const,
      label: labels?.[k] ?? "",
      ...(read.colors && { color: read.colors[k % read.colors.length] }),
    };
    return upright
      ? bar(axes, places, set, { ...common, width })
      : barh(axes, places, set, { ...common, height: width });
  });
  if (read.tickLabels) {
    const ticks = read.tickLabels.map((label) => text("groupedBar", "each of tickLabels", label));
    if (ticks.length !== middles.length) {
      throw new RangeError(`groupedBar: expected ${middles.length} tickLabels, got ${ticks.length}`);
    }
    (upright ? axes.xaxis : axes.yaxis).dimension.setTicks([...middles], ticks, false);
  }
  return {
    barContainers,
    remove: () => {
      for (const bars of barContainers) bars.remove();
    },
  };
}
