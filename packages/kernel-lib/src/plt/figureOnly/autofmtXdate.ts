import type { Spelled } from "../../array/options";
import type { Panel } from "../model/panel";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, share } from "../options/readers";
import { rotation } from "../settings/font";

const autofmtOptions = {
  /** Where the lowest axes end, as a share of the figure. Default: 0.2. */
  bottom: option(share, { default: 0.2 }),
  /** Degrees, counter-clockwise. Default: 30. */
  rotation: option(rotation, { default: 30 }),
  /** Which end of a label is at its tick. Default: "right". Short: `ha`. */
  horizontalalignment: option(choice("left", "center", "right"), { default: "right", aliases: ["ha"] }),
};

/** Options of `autofmtXdate`. */
export type AutofmtOptions = OptionsOf<typeof autofmtOptions>;

/**
 * Turns the labels of x, as long ones such as dates need it, and leaves them only at the lowest axes.
 *
 * @param options - `bottom`, `rotation`, `ha`.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.autofmt_xdate.html
 * @example
 * const [fig, ax] = plt.subplots();
 * ax.plot([new Date("2024-01-01"), new Date("2024-03-01")], [1, 2]);
 * fig.autofmtXdate();
 */
export function autofmtXdate(figure: Panel, options?: Spelled<AutofmtOptions>): void {
  const read = readTable("autofmtXdate", options, autofmtOptions);
  for (const { cells, xaxis } of figure.ownAxes) {
    if (cells !== undefined && cells.bottom < cells.rows - 1) {
      xaxis.style.labels = false;
      xaxis.label = { text: "" };
    } else Object.assign(xaxis.style, { rotation: read.rotation, ha: read.horizontalalignment });
  }
  figure.adjust({ ...figure.params, bottom: read.bottom });
}
