import { describe, type Spelled } from "../../array/options";
import { HexMesh } from "../artists/hexMesh";
import { mappingOptions, readMapping } from "../color/mapping";
import { readNumbers, type Data } from "../data";
import { hexagonBins } from "../hexagons";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, given, notNegative, share } from "../options/readers";

/** Reads how many hexagons there are across, or across and up. */
const gridsize: Reader<number | readonly [number, number], readonly [number, number]> = (
  functionName,
  name,
  value,
) => {
  const whole = (each: unknown): each is number =>
    typeof each === "number" && Number.isInteger(each) && each > 0 && each <= 1000;
  if (whole(value)) return [value, Math.max(1, Math.floor(value / Math.sqrt(3)))];
  if (Array.isArray(value) && value.length === 2 && value.every(whole)) return value as [number, number];
  throw new TypeError(
    `${functionName}: expected ${name} to be a whole number, or a pair of them, got ${describe(value)}`,
  );
};

const hexbinOptions = {
  ...mappingOptions,
  /** Values at the points, of which each hexagon shows one. Default: hexagons show how many points they hold. */
  C: option(given<Data>()),
  /** What a hexagon shows of the values in it. Default: their mean. */
  reduceCFunction: option(given<(values: number[]) => number>(), {
    default: (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length,
  }),
  /** How many hexagons there are across, or across and up. Default: 100. */
  gridsize: option(gridsize, { default: 100 }),
  /** "log": colours go by the logarithm. */
  bins: option(choice("log")),
  /** Hexagons with fewer points stay empty. Default: 0, with values 1. */
  mincnt: option(notNegative),
  /** Left, right, bottom and top of the hexagons. Default: those of the points. */
  extent: option(given<readonly [number, number, number, number]>()),
  /** Opacity from 0 to 1. */
  alpha: option(share),
};

/** Options of {@link hexbin}. */
export type HexbinOptions = OptionsOf<typeof hexbinOptions>;

/**
 * Divides the plane into hexagons and colours each by how many points lie in it.
 *
 * @param x - The x values.
 * @param y - As many y values.
 * @param options - `gridsize`, `C`, `bins`, `mincnt`, `cmap` and so on.
 * @returns The hexagons, which {@link colorbar} can explain.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hexbin.html
 * @example
 * plt.hexbin([0, 1, 1, 2], [0, 1, 1, 0], { gridsize: 4 });
 */
export function hexbin(axes: AxesBase, x: Data, y: Data, options?: Spelled<HexbinOptions>): HexMesh {
  const points = { x: readNumbers("hexbin", "x", x), y: readNumbers("hexbin", "y", y) };
  if (points.x.length !== points.y.length) {
    throw new RangeError(
      `hexbin: expected x and y of equal length, got ${points.x.length} and ${points.y.length}`,
    );
  }
  const read = readTable("hexbin", options, hexbinOptions);
  const weights = read.C === undefined ? undefined : readNumbers("hexbin", "C", read.C);
  if (weights && weights.length !== points.x.length) {
    throw new RangeError(`hexbin: expected ${points.x.length} values in C, got ${weights.length}`);
  }
  const { extent } = read;
  if (
    extent !== undefined &&
    !(Array.isArray(extent) && extent.length === 4 && extent.every(Number.isFinite))
  ) {
    throw new TypeError(`hexbin: expected extent to be [left, right, bottom, top], got ${describe(extent)}`);
  }
  const bins = hexagonBins(points, read.gridsize, extent);
  const least = read.mincnt ?? (weights ? 1 : 0);
  const shown = bins.members.map((members) => {
    if (members.length < least) return NaN;
    return weights ? read.reduceCFunction(members.map((i) => weights[i])) : members.length;
  });
  const kept = shown.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  const values = Float64Array.from(kept, (i) => shown[i]);
  const mapping = readMapping("hexbin", { ...read, norm: read.bins ?? read.norm }, values);
  const centres = kept.map((i) => bins.centres[i]);
  const mesh = new HexMesh(centres, bins.size, bins.bounds, values, mapping, read.alpha);
  axes.add([mesh]);
  axes.mappable = mesh;
  return mesh;
}
