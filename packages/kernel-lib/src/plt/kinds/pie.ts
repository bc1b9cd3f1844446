import { describe, type Spelled } from "../../array/options";
import { noPaint } from "../artists/paints";
import { Polygon } from "../artists/polygon";
import { Text } from "../artists/text";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { numberFormat } from "../numberFormat";
import { color, colors } from "../options/looks";
import { group, option, readTable, type OptionsOf } from "../options/option";
import { flag, given, notNegative, number, text } from "../options/readers";
import { rcParams } from "../rcParams";
import { textLook, textStyle, type TextLookOptions } from "../textOptions";

const wedgeOptions = {
  /** How far a slice reaches inwards; less than the radius leaves a hole. Default: the radius. */
  width: option(notNegative),
  /** Colour of the edges. Default: none. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec"] }),
  /** Width of the edges in points. Default: 1. */
  linewidth: option(notNegative, { rc: "patch.linewidth", aliases: ["lw"] }),
};

/** How the slices of {@link pie} look. */
export type WedgeOptions = OptionsOf<typeof wedgeOptions>;

const pieOptions = {
  /** Names of the slices. */
  labels: option(given<readonly string[]>()),
  /** Colours of the slices, in turn. Default: those of the cycle. */
  colors: option(colors, { aliases: ["color"] }),
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
  /** How far names are from the middle, as a share of the radius. Default: 1.1. */
  labeldistance: option(number(), { default: 1.1 }),
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
): [wedges: Polygon[], texts: Text[], autotexts: Text[]] {
  const sizes = readNumbers("pie", "x", x);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (!(whole > 0 && whole < Infinity) || sizes.some((size) => size < 0)) {
    throw new RangeError(`pie: expected x to be numbers from 0 on, some above 0, got ${describe(x)}`);
  }
  const read = readTable("pie", options, pieOptions);
  const wedge = read.wedgeprops ?? {
    width: undefined,
    edgecolor: undefined,
    linewidth: rcParams["patch.linewidth"],
  };
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
    const [xs, ys] = corners(from, to, read.radius, read.radius - (wedge.width ?? read.radius));
    const face = own ? own[i % own.length] : axes.nextColor("patches");
    const label = labels === undefined ? "" : text("pie", "each label", labels[i]);
    const looks = { face: [face], edge: [wedge.edgecolor ?? noPaint], linewidth: wedge.linewidth };
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
