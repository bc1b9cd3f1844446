import { describe, type Spelled } from "../../array/options";
import { fitLayout } from "../layout/tight";
import { checkParams, readParams } from "../layout/gridArguments";
import type { SubplotParams } from "../model/cells";
import type { Panel } from "../model/panel";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { notNegative } from "../options/readers";

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
export function subplotsAdjust(figure: Panel, params?: Partial<SubplotParams>): void {
  const next = { ...figure.params, ...readParams("subplotsAdjust", params) };
  checkParams("subplotsAdjust", next);
  figure.adjust(next);
}

/** Reads a part of the figure. */
const rect: Reader<readonly [number, number, number, number], readonly [number, number, number, number]> = (
  functionName,
  name,
  value,
) => {
  if (Array.isArray(value) && value.length === 4 && value.every(Number.isFinite)) {
    return value as unknown as [number, number, number, number];
  }
  throw new TypeError(
    `${functionName}: expected ${name} to be [left, bottom, right, top], got ${describe(value)}`,
  );
};

const tightOptions = {
  /** Room around everything, in multiples of the font size. Default: 1.08. */
  pad: option(notNegative),
  /** Room between columns. Default: that of `pad`. */
  wPad: option(notNegative),
  /** Room between rows. Default: that of `pad`. */
  hPad: option(notNegative),
  /** The part of the figure to fill: left, bottom, right, top. Default: all of it. */
  rect: option(rect),
};

/** Options of {@link tightLayout}. */
export type TightLayoutOptions = OptionsOf<typeof tightOptions>;

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
export function tightLayout(figure: Panel, options?: Spelled<TightLayoutOptions>): void {
  fitLayout(figure, readTable("tightLayout", options, tightOptions));
}
