import { describe, type Spelled } from "../../array/options";
import { fitLayout } from "../layout/tight";
import { checkParams, readParams } from "../layout/subplotArguments";
import type { SubplotParams } from "../model/cells";
import type { FigureBase } from "../model/figure";
import { checkNumber, checkOptions, drawingOptions } from "../options";

/**
 * Sets the room around and between subplots: edges as shares of the figure, gaps as shares of a subplot.
 *
 * @param params - `left`, `right`, `bottom`, `top`, `wspace`, `hspace`; what is left out stays.
 * @throws RangeError if an edge lies beyond the opposite one.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplots_adjust.html
 * @example
 * plt.subplots(2, 2);
 * plt.subplotsAdjust({ wspace: 0.4 });
 */
export function subplotsAdjust(figure: FigureBase, params?: Partial<SubplotParams>): void {
  const next = { ...figure.params, ...readParams("subplotsAdjust", params) };
  checkParams("subplotsAdjust", next);
  figure.adjust(next);
}

/** Options of {@link tightLayout}. */
export interface TightLayoutOptions {
  /** Room around everything, in multiples of the font size. Default: 1.08. */
  pad?: number;
  /** Room between columns. Default: that of `pad`. */
  wPad?: number;
  /** Room between rows. Default: that of `pad`. */
  hPad?: number;
  /** The part of the figure to fill: left, bottom, right, top. Default: all of it. */
  rect?: readonly [number, number, number, number];
}

/**
 * Fits the subplots to their labels, so that these neither overlap nor waste room.
 *
 * @param options - Room around and between.
 * @throws TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.tight_layout.html
 * @example
 * plt.subplots(2, 2);
 * plt.tightLayout();
 */
export function tightLayout(figure: FigureBase, options?: Spelled<TightLayoutOptions>): void {
  const read = drawingOptions<TightLayoutOptions>("tightLayout", options, {
    pad: undefined,
    wPad: undefined,
    hPad: undefined,
    rect: undefined,
  });
  const room = checkNumber(0);
  checkOptions("tightLayout", read, { pad: room, wPad: room, hPad: room });
  const { rect } = read;
  if (rect !== undefined && !(Array.isArray(rect) && rect.length === 4 && rect.every(Number.isFinite))) {
    throw new TypeError(`tightLayout: expected rect to be [left, bottom, right, top], got ${describe(rect)}`);
  }
  fitLayout(figure, read);
}
