import { describe, type Spelled } from "../../array/options";
import { noPaint, readPaints } from "../artists/paints";
import { PathCollection } from "../artists/points";
import { readColor, type Color, type Paint } from "../color/color";
import { isMappable, mappingDefaults, readMapping, type MappingOptions } from "../color/mapping";
import { place, readArray, readNumbers, readPlaces, type Data } from "../data";
import { markers, readMarker } from "../markers";
import { checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { rcParams } from "../rcParams";
import type { AxesBase } from "../model/axes";

/** Options of {@link scatter}. */
export interface ScatterOptions extends MappingOptions {
  /** Areas of the points in square points, one for all or one each. Default: 36. */
  s?: Data;
  /** A colour, a colour each, or a value each, which the colormap turns into a colour. Default: the next in the cycle. */
  c?: Color | readonly Color[] | Data;
  /** A colour, or one each. */
  color?: Color | readonly Color[];
  /** "o", "s", "^", "x" and so on. Default: "o". */
  marker?: string;
  /** Opacity from 0 to 1. */
  alpha?: number;
  /** Width of the edges in points. Default: 1, or 1.5 for markers without an inside. Short: `lw`. */
  linewidths?: number;
  linewidth?: number;
  lw?: number;
  /** Colour of the edges, "face" for that of the inside. Default: "face". Short: `ec`. */
  edgecolors?: Color | readonly Color[];
  edgecolor?: Color | readonly Color[];
  ec?: Color | readonly Color[];
  /** Colour inside, "none" for rings. Short: `fc`. */
  facecolors?: Color | readonly Color[];
  facecolor?: Color | readonly Color[];
  fc?: Color | readonly Color[];
  /** Name in the legend. */
  label?: string | number;
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder?: number;
}

const scatterDefaults = {
  ...mappingDefaults,
  s: undefined as Data | undefined,
  c: undefined as ScatterOptions["c"],
  color: undefined as ScatterOptions["color"],
  marker: undefined as string | undefined,
  alpha: undefined as number | undefined,
  linewidth: undefined as number | undefined,
  edgecolor: undefined as ScatterOptions["color"],
  facecolor: undefined as ScatterOptions["color"],
  label: "" as string | number,
  zorder: 1,
};

/** Whether colours are given as values to be mapped. */
function isValues(c: unknown, count: number): boolean {
  if (c === undefined || typeof c === "string") return false;
  if (
    Array.isArray(c) &&
    c.every((each) => readColor(each) !== undefined) &&
    !c.every((each) => typeof each === "number")
  ) {
    return false;
  }
  const length = (c as { length?: number; size?: number }).length ?? (c as { size?: number }).size;
  if (length === count) return true;
  return readColor(c) === undefined;
}

/**
 * Draws points.
 *
 * @param x - The x values.
 * @param y - As many y values.
 * @param options - Sizes (`s`, in square points), colours (`c`: one, one each, or values for the colormap) and so on.
 * @returns The points, which {@link colorbar} can explain if they are coloured by value.
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.scatter.html
 * @example
 * plt.scatter([1, 2, 3], [2, 1, 3], { s: 80, c: [0, 0.5, 1], cmap: "plasma" });
 */
export function scatter(axes: AxesBase, x: Data, y: Data, options?: Spelled<ScatterOptions>): PathCollection {
  const xs = readPlaces("scatter", "x", x);
  const ys = readPlaces("scatter", "y", y);
  if (xs.length !== ys.length) {
    throw new RangeError(`scatter: expected x and y of equal length, got ${xs.length} and ${ys.length}`);
  }
  const count = xs.length;
  const read = drawingOptions("scatter", options, scatterDefaults);
  checkOptions("scatter", read, {
    alpha: checkNumber(0, 1),
    linewidth: checkNumber(0),
    zorder: checkNumber(),
  });
  const label = readText("scatter", "label", read.label);
  const marker = readMarker("scatter", read.marker ?? rcParams["scatter.marker"]) ?? "o";
  const sizes =
    read.s === undefined ? [rcParams["lines.markersize"] ** 2] : readNumbers("scatter", "s", read.s);
  if (sizes.length !== 1 && sizes.length !== count) {
    throw new RangeError(`scatter: expected s to be one size or ${count}, got ${sizes.length}`);
  }
  if (Array.from(sizes).some((size) => size < 0)) {
    throw new RangeError(`scatter: expected sizes in s not to be negative, got ${describe(read.s)}`);
  }
  if (read.c !== undefined && read.color !== undefined) {
    throw new TypeError("scatter: expected c or color, got both");
  }
  const given = read.color ?? read.facecolor ?? read.c;
  const mapped = read.color === undefined && read.facecolor === undefined && isValues(read.c, count);
  const values = mapped ? (readArray("scatter", "c", read.c).data as Float64Array) : undefined;
  if (values && values.length !== count) {
    throw new RangeError(`scatter: expected c to be a color or ${count} values, got ${values.length}`);
  }
  const mapping = values && readMapping("scatter", read, values);
  const face =
    given === undefined || mapped
      ? undefined
      : readPaints("scatter", given as Color | readonly Color[], read.alpha);
  if (face && face.length > 1 && face.length !== count) {
    throw new RangeError(`scatter: expected one color or ${count}, got ${face.length}`);
  }
  const edgeGiven = read.edgecolor ?? (read.color !== undefined ? undefined : rcParams["scatter.edgecolors"]);
  const edge =
    edgeGiven === undefined || edgeGiven === "face"
      ? undefined
      : readPaints("scatter", edgeGiven, read.alpha);
  const [px] = place(axes, "x", xs);
  const [py] = place(axes, "y", ys);
  const cycled = (): Paint[] => {
    const next = axes.nextColor("patches");
    return [read.alpha === undefined ? next : { ...next, alpha: read.alpha }];
  };
  const style = {
    face: mapped ? [noPaint] : (face ?? cycled()),
    edge,
    sizes,
    linewidth: read.linewidth ?? rcParams[markers[marker].filled ? "patch.linewidth" : "lines.linewidth"],
    marker,
  };
  const points = new PathCollection(px, py, style, label, values, mapping, read.alpha);
  points.zorder = read.zorder;
  axes.add([points]);
  if (isMappable(points)) axes.mappable = points;
  return points;
}
