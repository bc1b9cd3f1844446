import { describe, type Spelled } from "../../array/options";
import { ContourSet } from "../artists/contours";
import { readPaints } from "../artists/paints";
import type { Color } from "../color/color";
import { readNumbers, type Data } from "../data";
import { readNumberFormat, type NumberFormat } from "../numberFormat";
import { checkNumber, checkOptions, drawingOptions, optionsAfter } from "../options";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { scalarLabels } from "../ticks/scalar";
import type { AxesBase } from "../model/axes";

/** Options of {@link clabel}. */
export interface ClabelOptions {
  /** The levels to write, of those that are drawn. Default: all. */
  levels?: Data;
  /** In points, or a name such as "small". Default: 10. */
  fontsize?: number | string;
  /** A colour, or one a level. Default: those of the lines. */
  colors?: Color | readonly Color[];
  /** How levels are written. Default: as the ticks of an axis are. */
  fmt?: NumberFormat;
  /** Whether lines make room for the labels. Default: true. */
  inline?: boolean;
  /** How much room beside a label, in pixels. Default: 5. */
  inlineSpacing?: number;
}

/** What {@link clabel} takes after the lines: levels, if wanted, and options. */
export type ClabelArguments =
  [options?: Spelled<ClabelOptions>] | [levels: Data, options?: Spelled<ClabelOptions>];

/**
 * Writes the levels of contour lines on them, where they run straightest.
 *
 * @param contours - What {@link contour} returned.
 * @param args - Levels, if not all of them; then options: `fmt`, `fontsize`, `colors`, `inline` and so on.
 * @throws TypeError for what are no contour lines, or an option that is none; RangeError for a level that is not drawn.
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
  const read = drawingOptions("clabel", optionsAfter("clabel", ["levels"], args), {
    levels: undefined as Data | undefined,
    fontsize: rcParams["font.size"] as number | string,
    colors: undefined as Color | readonly Color[] | undefined,
    fmt: undefined as NumberFormat | undefined,
    inline: true,
    inlineSpacing: 5,
  });
  checkOptions("clabel", read, { inlineSpacing: checkNumber(0) });
  const { levels } = contours;
  const size = fontSize("clabel", read.fontsize);
  const format = read.fmt === undefined ? undefined : readNumberFormat("clabel", "fmt", read.fmt);
  const colors = read.colors === undefined ? undefined : readPaints("clabel", read.colors);
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
      fontsize: size,
      color: colors ? colors[Math.max(0, wanted.indexOf(level)) % colors.length] : contours.styles[k].paint,
      ha: "center",
      va: "center",
      rotation: 0,
    })),
    inline: read.inline,
    spacing: read.inlineSpacing,
  };
}
