import { describe, type Spelled } from "../../array/options";
import { noPaint, readPaints } from "../artists/paints";
import { Polygon } from "../artists/polygon";
import { Text } from "../artists/text";
import { paint, type Color } from "../color/color";
import { readNumbers, type Data } from "../data";
import { readNumberFormat, type NumberFormat } from "../numberFormat";
import { checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { rcParams } from "../rcParams";
import { readTextStyle, textDefaults, type TextOptions } from "../textOptions";
import type { AxesBase } from "../model/axes";

/** How the slices of {@link pie} look. */
export interface WedgeOptions {
  /** How far a slice reaches inwards; less than the radius leaves a hole. Default: the radius. */
  width?: number;
  edgecolor?: Color;
  /** Width of the edges in points. Default: 1. */
  linewidth?: number;
}

/** Options of {@link pie}. */
export interface PieOptions {
  /** Names of the slices. */
  labels?: readonly string[];
  /** Colours of the slices, in turn. Default: those of the cycle. */
  colors?: readonly Color[];
  /** How shares in percent are written on the slices, such as "%.1f%%". Default: not at all. */
  autopct?: NumberFormat;
  /** How far each slice is moved out, as a share of the radius. Default: 0. */
  explode?: Data;
  /** Where the first slice begins, in degrees from the right, counter-clockwise. Default: 0. */
  startangle?: number;
  /** Whether slices follow each other counter-clockwise. Default: true. */
  counterclock?: boolean;
  /** Default: 1. */
  radius?: number;
  /** How far names are from the middle, as a share of the radius. Default: 1.1. */
  labeldistance?: number;
  /** How far shares are from the middle, as a share of the radius. Default: 0.6. */
  pctdistance?: number;
  /** The look of the slices. */
  wedgeprops?: Spelled<WedgeOptions>;
  /** The look of the texts. */
  textprops?: Spelled<TextOptions>;
}

/** Corners of a slice: two arcs, or an arc and the middle. */
function corners(from: number, to: number, outer: number, inner: number): [x: number[], y: number[]] {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / 0.02));
  const angles = Array.from({ length: steps + 1 }, (_, i) => from + (i * (to - from)) / steps);
  const arc = (radius: number, along: readonly number[]) =>
    along.map((angle): [number, number] => [radius * Math.cos(angle), radius * Math.sin(angle)]);
  const points = [...arc(outer, angles), ...(inner > 0 ? arc(inner, [...angles].reverse()) : [[0, 0]])];
  return [points.map(([x]) => x), points.map(([, y]) => y)];
}

/**
 * Draws numbers as the slices of a pie.
 *
 * @param x - The sizes of the slices, in any unit.
 * @param options - `labels`, `autopct`, `colors`, `startangle`, `explode` and so on.
 * @returns The slices, their names, and their shares where these are written.
 * @throws RangeError for negative sizes, none above zero, or another number of labels; TypeError for an option that is
 *   none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.pie.html
 * @example
 * plt.pie([3, 5, 2], { labels: ["train", "test", "rest"], autopct: "%.0f%%" });
 */
export function pie(
  axes: AxesBase,
  x: Data,
  options?: Spelled<PieOptions>,
): [wedges: Polygon[], texts: Text[], autotexts: Text[]] {
  const sizes = readNumbers("pie", "x", x);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (!(whole > 0 && whole < Infinity) || sizes.some((size) => size < 0)) {
    throw new RangeError(`pie: expected x to be numbers from 0 on, some above 0, got ${describe(x)}`);
  }
  const read = drawingOptions("pie", options, {
    labels: undefined as readonly string[] | undefined,
    colors: undefined as readonly Color[] | undefined,
    autopct: undefined as NumberFormat | undefined,
    explode: undefined as Data | undefined,
    startangle: 0,
    counterclock: true,
    radius: 1,
    labeldistance: 1.1,
    pctdistance: 0.6,
    wedgeprops: undefined as unknown,
    textprops: undefined as unknown,
  });
  checkOptions("pie", read, {
    startangle: checkNumber(),
    radius: checkNumber(0),
    labeldistance: checkNumber(),
    pctdistance: checkNumber(),
  });
  const wedge = drawingOptions("pie", read.wedgeprops, {
    width: read.radius,
    edgecolor: undefined as Color | undefined,
    linewidth: rcParams["patch.linewidth"],
  });
  checkOptions("pie", wedge, { width: checkNumber(0), linewidth: checkNumber(0) });
  const count = sizes.length;
  const { labels } = read;
  if (labels !== undefined && (!Array.isArray(labels) || labels.length !== count)) {
    throw new RangeError(`pie: expected labels to be ${count} names, got ${describe(labels)}`);
  }
  const out =
    read.explode === undefined ? new Float64Array(count) : readNumbers("pie", "explode", read.explode);
  if (out.length !== count) {
    throw new RangeError(`pie: expected explode to be ${count} numbers, got ${describe(read.explode)}`);
  }
  const format = read.autopct === undefined ? undefined : readNumberFormat("pie", "autopct", read.autopct);
  const colors = read.colors === undefined ? undefined : readPaints("pie", read.colors);
  const edge = wedge.edgecolor === undefined ? noPaint : paint("pie", wedge.edgecolor);
  const style = readTextStyle("pie", drawingOptions("pie", read.textprops, textDefaults));
  Object.assign(axes, { aspect: 1, adjustable: "box", frameOn: false });
  const wedges: Polygon[] = [];
  const texts: Text[] = [];
  const autotexts: Text[] = [];
  let from = (read.startangle * Math.PI) / 180;
  sizes.forEach((size, i) => {
    const to = from + (read.counterclock ? 2 : -2) * Math.PI * (size / whole);
    const middle = (from + to) / 2;
    const at = (distance: number): [number, number] => [
      distance * Math.cos(middle),
      distance * Math.sin(middle),
    ];
    const [dx, dy] = at(out[i] * read.radius);
    const [xs, ys] = corners(from, to, read.radius, read.radius - wedge.width);
    const face = colors ? colors[i % colors.length] : axes.nextColor("patches");
    const label = labels === undefined ? "" : readText("pie", "each label", labels[i]);
    const looks = { face: [face], edge: [edge], linewidth: wedge.linewidth };
    wedges.push(
      new Polygon(
        xs.map((value) => value + dx),
        ys.map((value) => value + dy),
        looks,
        label,
      ),
    );
    const [tx, ty] = at((read.labeldistance + out[i]) * read.radius);
    texts.push(new Text(tx, ty, label, { ...style, ha: tx > 0 ? "left" : "right", va: "center" }));
    if (format) {
      const [px, py] = at((read.pctdistance + out[i]) * read.radius);
      const share = format(100 * (size / whole));
      autotexts.push(new Text(px, py, share, { ...style, ha: "center", va: "center" }));
    }
    from = to;
  });
  axes.add(wedges);
  axes.add([...texts.filter(({ text }) => text !== ""), ...autotexts], []);
  for (const { dimension } of [axes.xaxis, axes.yaxis]) {
    dimension.setTicks([], undefined, false);
    dimension.setView([-1.25, 1.25]);
  }
  return [wedges, texts, autotexts];
}
