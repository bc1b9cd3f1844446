import { describe, type Spelled } from "../../array/options";
import { noPaint, readPaints } from "../artists/paints";
import { PathCollection } from "../artists/points";
import { readColor, type Color, type Paint } from "../color/color";
import { isMappable, mappingOptions, readMapping } from "../color/mapping";
import { place, readArray, readNumbers, readPlaces, type Data } from "../data";
import { markers, readMarker } from "../markers";
import type { AxesBase } from "../model/axes";
import { colors, faded, label } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { given, notNegative, number, share } from "../options/readers";
import { rcParams } from "../rcParams";

const scatterOptions = {
  ...mappingOptions,
  /** Areas of the points in square points, one for all or one each. Default: 36. */
  s: option(given<Data>()),
  /** A colour, a colour each, or a value each, which the colormap turns into a colour. Default: the next in the cycle. */
  c: option(given<Color | readonly Color[] | Data>()),
  /** A colour, or one each. */
  color: option(colors),
  /** "o", "s", "^", "x" and so on. Default: "o". */
  marker: option(given<string>(), { rc: "scatter.marker" }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Width of the edges in points. Default: 1, or 1.5 for markers without an inside. Short: `lw`. */
  linewidths: option(notNegative, { aliases: ["linewidth", "lw"] }),
  /** Colour of the edges, "face" for that of the inside. Default: "face". Short: `ec`. */
  edgecolors: option(given<Color | readonly Color[]>(), { aliases: ["edgecolor", "ec"] }),
  /** Colour inside, "none" for rings. Short: `fc`. */
  facecolors: option(colors, { aliases: ["facecolor", "fc"] }),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** Options of {@link scatter}. */
export type ScatterOptions = OptionsOf<typeof scatterOptions>;

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
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
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
  const read = readTable("scatter", options, scatterOptions);
  const marker = readMarker("scatter", read.marker) ?? "o";
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
  const mapped = read.color === undefined && read.facecolors === undefined && isValues(read.c, count);
  const values = mapped ? (readArray("scatter", "c", read.c).data as Float64Array) : undefined;
  if (values && values.length !== count) {
    throw new RangeError(`scatter: expected c to be a color or ${count} values, got ${values.length}`);
  }
  const mapping = values && readMapping("scatter", read, values);
  const plain =
    read.color ??
    read.facecolors ??
    (read.c === undefined || mapped ? undefined : readPaints("scatter", read.c as Color | readonly Color[]));
  const face = plain?.map((paint) => faded(paint, read.alpha));
  if (face && face.length > 1 && face.length !== count) {
    throw new RangeError(`scatter: expected one color or ${count}, got ${face.length}`);
  }
  const edgeGiven =
    read.edgecolors ?? (read.color !== undefined ? undefined : rcParams["scatter.edgecolors"]);
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
    linewidth: read.linewidths ?? rcParams[markers[marker].filled ? "patch.linewidth" : "lines.linewidth"],
    marker,
  };
  const points = new PathCollection(px, py, style, read.label, values, mapping, read.alpha);
  points.zorder = read.zorder;
  axes.add([points]);
  if (isMappable(points)) axes.mappable = points;
  return points;
}
