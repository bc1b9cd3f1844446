import { describe, type Spelled } from "../../array/options";
import { ContourSet } from "../artists/contours";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { numberFormat } from "../numberFormat";
import { optionsAfter } from "../options/arguments";
import { colors } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, given, notNegative } from "../options/readers";
import { textSizeOption } from "../settings/font";
import { scalarLabels } from "../ticks/scalar";

const clabelOptions = {
  /** The levels to write, of those that are drawn. Default: all. */
  levels: option(given<Data>()),
  /** In points, or a name such as "small". Default: 10. */
  fontsize: option(textSizeOption, { rc: "font.size", aliases: ["size"] }),
  /** A colour, or one a level. Default: those of the lines. */
  colors: option(colors, { aliases: ["color"] }),
  /** How levels are written. Default: as the ticks of an axis are. */
  fmt: option(numberFormat),
  /** Whether lines make room for the labels. Default: true. */
  inline: option(flag, { default: true }),
  /** How much room beside a label, in pixels. Default: 5. */
  inlineSpacing: option(notNegative, { default: 5 }),
};

/** Options of {@link clabel}. */
export type ClabelOptions = OptionsOf<typeof clabelOptions>;

/** What {@link clabel} takes after the lines: levels, if wanted, and options. */
export type ClabelArguments =
  [levels: Data, options?: Spelled<ClabelOptions>] | [options?: Spelled<ClabelOptions>];

/**
 * Writes the levels of contour lines on them, where they run straightest.
 *
 * @param contours - What {@link contour} returned.
 * @param args - Levels, if not all of them; then options: `fmt`, `fontsize`, `colors`, `inline` and so on.
 * @throws TypeError for anything but contour lines, or an unknown option; RangeError for a level that is not drawn.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.clabel.html
 * @example
 * const x = np.linspace(-2, 2, 40);
 * const [X, Y] = np.meshgrid(x, x);
 * plt.clabel(plt.contour(X, Y, X.pow(2).add(Y.pow(2))), { fontsize: 8 });
 */
export function clabel(_axes: AxesBase, contours: ContourSet, ...args: ClabelArguments): void {
  if (!(contours instanceof ContourSet) || contours.filled) {
    const got = contours instanceof ContourSet ? "filled ones" : describe(contours);
    throw new TypeError(`clabel: expected contour lines, as contour returns them, got ${got}`);
  }
  const read = readTable("clabel", optionsAfter("clabel", ["levels"], args), clabelOptions);
  const { levels } = contours;
  const { fmt: format, colors: own } = read;
  const wanted = read.levels === undefined ? levels : [...readNumbers("clabel", "levels", read.levels)];
  const unknown = wanted.find((level) => !levels.includes(level));
  if (unknown !== undefined) {
    throw new RangeError(`clabel: expected levels that are drawn (${levels.join(", ")}), got ${unknown}`);
  }
  const usual = scalarLabels(wanted, [wanted[0], wanted[wanted.length - 1]]).labels;
  contours.labelling = {
    texts: levels.map((level) => {
      const at = wanted.indexOf(level);
      return at < 0 ? "" : (format?.(level) ?? usual[at]);
    }),
    styles: levels.map((level, k) => ({
      fontsize: read.fontsize,
      color: own ? own[Math.max(0, wanted.indexOf(level)) % own.length] : contours.styles[k].paint,
      ha: "center",
      va: "center",
      rotation: 0,
    })),
    inline: read.inline,
    spacing: read.inlineSpacing,
  };
}
