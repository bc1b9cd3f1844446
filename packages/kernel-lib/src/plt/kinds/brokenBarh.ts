import { describe, type Spelled } from "../../array/options";
import { Patch } from "../artists/patch";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { paintAt } from "../artists/paints";
import { colors, faded, filledOptions, filledStyle, firstOfCycle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { pair, type Scalar } from "../options/readers";

const brokenBarOptions = {
  ...filledOptions,
  /** Colour inside, or one a piece. Short: `fc`. */
  facecolor: option(colors, { aliases: ["fc", "facecolors"] }),
};

/** Options of {@link brokenBarh}. */
export type BrokenBarOptions = OptionsOf<typeof brokenBarOptions>;

/**
 * Draws a lying bar in pieces.
 *
 * @param xranges - For every piece where it begins and how long it is.
 * @param yrange - Where the bar begins and how high it is.
 * @param options - Colours, `alpha` and so on.
 * @returns The pieces.
 * @throws TypeError for a piece that is not a pair, an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.broken_barh.html
 * @example
 * plt.brokenBarh([[0, 3], [5, 2]], [1, 0.8], { facecolor: "C1" });
 */
export function brokenBarh(
  axes: AxesBase,
  xranges: readonly Data[],
  yrange: readonly [Scalar, Scalar],
  options?: Spelled<BrokenBarOptions>,
): Patch[] {
  if (!Array.isArray(xranges)) {
    throw new TypeError(`brokenBarh: expected xranges to be a list of pairs, got ${describe(xranges)}`);
  }
  const pieces = (xranges as readonly Data[]).map((piece, k) => {
    const [from, length, ...rest] = readNumbers("brokenBarh", `xranges[${k}]`, piece);
    if (length !== undefined && rest.length === 0) return [from, length];
    throw new TypeError(`brokenBarh: expected xranges[${k}] to be a pair, got ${describe(piece)}`);
  });
  const [low, height] = pair("brokenBarh", "yrange", yrange);
  const read = readTable("brokenBarh", options, brokenBarOptions);
  const look = filledStyle({ ...read, facecolor: undefined }, firstOfCycle);
  const faces = read.facecolor?.map((each) => faded(each, read.alpha)) ?? look.face;
  const drawn = pieces.map(([from, length], k) => {
    const style = { ...look, face: [paintAt(faces, k)] };
    const x = [from, from + length, from + length, from];
    const bar = new Patch(
      x,
      [low, low, low + height, low + height],
      style,
      k === 0 ? read.label : "_nolegend_",
    );
    bar.zorder = read.zorder;
    return bar;
  });
  axes.add(drawn);
  return drawn;
}
