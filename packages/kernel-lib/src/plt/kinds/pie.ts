import { describe, type Spelled } from "../../array/options";
import { noPaint } from "../artists/paints";
import { Patch } from "../artists/patch";
import { Text } from "../artists/text";
import { readNumbers, type Data } from "../data";
import { hatch } from "../hatching";
import type { AxesBase } from "../model/axes";
import { numberFormat } from "../numberFormat";
import { color, colors, edgeLook, hatches, linestyle } from "../options/looks";
import { group, option, readTable, type OptionsOf, type Reader } from "../options/option";
import { flag, given, notNegative, number, pair, text, type Scalar } from "../options/readers";
import { textLook, textStyle, type TextLookOptions } from "../textOptions";

const wedgeOptions = {
  /** How far a slice reaches inwards; less than the radius leaves a hole. Default: the radius. */
  width: option(notNegative),
  /** Colour of the edges. Default: none. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec"] }),
  /** Width of the edges in points. Default: 1. */
  linewidth: option(notNegative, { rc: "patch.linewidth", aliases: ["lw"] }),
  /** How the edges are drawn: "-", "--", "-." or ":". Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { aliases: ["ls"] }),
  /** Pattern, as for {@link bar}. Default: none. */
  hatch: option(hatch),
};

/** How the slices of {@link pie} look. */
export type WedgeOptions = OptionsOf<typeof wedgeOptions>;

/** Reads a distance; null for none. */
const distance: Reader<Scalar | null, number | null> = (functionName, name, value) =>
  value === null ? null : number()(functionName, name, value);

const pieOptions = {
  /** Names of the slices. */
  labels: option(given<readonly string[]>()),
  /** Colours of the slices, in turn. Default: those of the cycle. */
  colors: option(colors, { aliases: ["color"] }),
  /** Patterns of the slices, in turn, as for {@link bar}. Default: none. */
  hatch: option(hatches),
  /** How shares in percent are written on the slices, such as "%.1f%%". Default: not at all. */
  autopct: option(numberFormat),
  /** How far each slice is moved out, as a share of the radius. Default: 0. */
  explode: option(given<Data>()),
  /** Where the first slice begins, in degrees from the right, counter-clockwise. Default: 0. */
  startangle: option(number(), { default: 0 }),
  /** Whether slices follow each other counter-clockwise. Default: true. */
  counterclock: option(flag, { default: true }),
  /** Default: 1. */
  radius: option(notNegative, { default: 1 }),
  /** How far names are from the middle, as a share of the radius; null: they are for the legend alone. Default: 1.1. */
  labeldistance: option(distance, { default: 1.1 }),
  /** Whether names are turned along their slices. Default: false. */
  rotatelabels: option(flag, { default: false }),
  /** Whether the slices fill the circle, whatever their sum; else they are shares of it. Default: true. */
  normalize: option(flag, { default: true }),
  /** Where the middle is. Default: [0, 0]. */
  center: option(pair, { default: [0, 0] }),
  /** Whether the axes are drawn. Default: false. */
  frame: option(flag, { default: false }),
  /** How far shares are from the middle, as a share of the radius. Default: 0.6. */
  pctdistance: option(number(), { default: 0.6 }),
  /** The look of the slices. */
  wedgeprops: option(group<typeof wedgeOptions, Spelled<WedgeOptions>>(wedgeOptions), { default: {} }),
  /** The look of the texts. */
  textprops: option(group<typeof textLook, Spelled<TextLookOptions>>(textLook), { default: {} }),
};

/** Options of {@link pie}. */
export type PieOptions = OptionsOf<typeof pieOptions>;

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
 * @throws RangeError for negative sizes, none above zero, or another number of labels; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.pie.html
 * @example
 * plt.pie([3, 5, 2], { labels: ["train", "test", "rest"], autopct: "%.0f%%" });
 */
export function pie(
  axes: AxesBase,
  x: Data,
  options?: Spelled<PieOptions>,
): [wedges: Patch[], texts: Text[], autotexts: Text[]] {
  const sizes = readNumbers("pie", "x", x);
  const sum = sizes.reduce((total, size) => total + size, 0);
  if (!(sum > 0 && sum < Infinity) || sizes.some((size) => size < 0)) {
    throw new RangeError(`pie: expected x to be numbers from 0 on, some above 0, got ${describe(x)}`);
  }
  const read = readTable("pie", options, pieOptions);
  if (!read.normalize && sum > 1) {
    throw new RangeError(`pie: expected x to add up to at most 1 without normalize, got ${sum}`);
  }
  const whole = read.normalize ? sum : 1;
  const [cx, cy] = read.center;
  const wedge = read.wedgeprops ?? readTable("pie", {}, wedgeOptions);
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
  const { autopct: format, colors: own } = read;
  const style = textStyle("pie", read.textprops ?? readTable("pie", {}, textLook));
  Object.assign(axes, { aspect: 1, adjustable: "box", ...(!read.frame && { frameOn: false }) });
  const wedges: Patch[] = [];
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
    const [ex, ey] = at(out[i] * read.radius);
    const [dx, dy] = [cx + ex, cy + ey];
    const [xs, ys] = corners(from, to, read.radius, read.radius - (wedge.width ?? read.radius));
    const face = own ? own[i % own.length] : axes.nextColor("patches");
    const label = labels === undefined ? "" : text("pie", "each label", labels[i]);
    const { linewidth, linestyle, hatch = read.hatch?.[i % read.hatch.length] } = wedge;
    const looks = {
      face: [face],
      edge: [wedge.edgecolor ?? noPaint],
      ...edgeLook({ linewidth, linestyle, hatch }),
    };
    wedges.push(
      new Patch(
        xs.map((value) => value + dx),
        ys.map((value) => value + dy),
        looks,
        label,
      ),
    );
    if (read.labeldistance !== null) {
      const [tx, ty] = at((read.labeldistance + out[i]) * read.radius);
      const toRight = cx + tx > 0;
      const degrees = (middle * 180) / Math.PI + (toRight ? 0 : 180);
      const turn = read.rotatelabels
        ? { rotation: degrees, turnedLast: true, va: (cy + ty > 0 ? "bottom" : "top") as "bottom" | "top" }
        : { va: "center" as const };
      texts.push(new Text(cx + tx, cy + ty, label, { ...style, ha: toRight ? "left" : "right", ...turn }));
    }
    if (format) {
      const [px, py] = at((read.pctdistance + out[i]) * read.radius);
      const share = format(100 * (size / whole));
      autotexts.push(new Text(cx + px, cy + py, share, { ...style, ha: "center", va: "center" }));
    }
    from = to;
  });
  axes.add(wedges);
  axes.add([...texts.filter(({ text }) => text !== ""), ...autotexts], []);
  for (const { dimension } of read.frame ? [] : [axes.xaxis, axes.yaxis]) {
    const middle = dimension === axes.xaxis.dimension ? cx : cy;
    dimension.setTicks([], undefined, false);
    dimension.setView([middle - 1.25, middle + 1.25]);
  }
  return [wedges, texts, autotexts];
}
