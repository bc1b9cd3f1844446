import { describe, type Spelled } from "../../array/options";
import { Quiver } from "../artists/quiver";
import { QuiverKey, type KeyCoordinates } from "../artists/quiverKey";
import type { AxesBase } from "../model/axes";
import { color } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, number, text, type Scalar } from "../options/readers";
import { rcParams } from "../rcParams";
import { textSizeOption } from "../settings/font";

const keyOptions = {
  /** Where the label is: above, below, right or left of the arrow. Default: "N". */
  labelpos: option(choice("N", "S", "E", "W"), { default: "N" }),
  /** What the place is measured in: shares of the axes or the figure, data, or inches. Default: "axes". */
  coordinates: option(choice<KeyCoordinates>("axes", "figure", "data", "inches"), { default: "axes" }),
  /** Degrees. Default: 0. */
  angle: option(number(), { default: 0 }),
  /** Distance of the label in inches. Default: 0.1. */
  labelsep: option(number(), { default: 0.1 }),
  /** Colour of the label. Default: that of texts. */
  labelcolor: option(color),
  /** In points, or a name such as "small". */
  fontsize: option(textSizeOption, { rc: "font.size" }),
};

/** Options of {@link quiverkey}. */
export type QuiverKeyOptions = OptionsOf<typeof keyOptions>;

/**
 * Draws an arrow of a known length beside its meaning.
 *
 * @param arrows - What {@link quiver} returned.
 * @param x - Its place along x.
 * @param y - Its place along y.
 * @param length - How long the vector is that it stands for.
 * @param label - What is written at it.
 * @param options - `labelpos`, `coordinates`, `angle` and so on.
 * @returns The key.
 * @throws TypeError for anything but arrows, or for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.quiverkey.html
 * @example
 * const arrows = plt.quiver([1, 2], [2, 1]);
 * plt.quiverkey(arrows, 0.9, 0.9, 2, "2 m/s", { labelpos: "E" });
 */
export function quiverkey(
  axes: AxesBase,
  arrows: Quiver,
  x: Scalar,
  y: Scalar,
  length: Scalar,
  label: string,
  options?: Spelled<QuiverKeyOptions>,
): QuiverKey {
  if (!(arrows instanceof Quiver)) {
    throw new TypeError(`quiverkey: expected what quiver returns, got ${describe(arrows)}`);
  }
  const at = [number()("quiverkey", "x", x), number()("quiverkey", "y", y)] as const;
  const size = number(0)("quiverkey", "length", length);
  const read = readTable("quiverkey", options, keyOptions);
  const key = new QuiverKey(arrows, at, size, text("quiverkey", "label", label), {
    side: read.labelpos,
    coordinates: read.coordinates,
    angle: read.angle,
    distance: read.labelsep * 72,
    style: { fontsize: read.fontsize ?? rcParams["font.size"], color: read.labelcolor, rotation: 0 },
  });
  axes.add([key], []);
  return key;
}
