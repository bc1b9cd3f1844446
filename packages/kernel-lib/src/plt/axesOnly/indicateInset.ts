import { describe, type Spelled } from "../../array/options";
import { InsetIndicator, type Sides } from "../artists/insetIndicator";
import type { Frame } from "../model/artist";
import { AxesBase } from "../model/axes";
import { color, faded } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { notNegative, number, share } from "../options/readers";
import { readBox } from "../layout/subplotArguments";

const indicatorOptions = {
  /** Colour inside. Default: none. */
  facecolor: option(color, { default: "none", aliases: ["fc"] }),
  /** Colour of the lines. Default: grey. */
  edgecolor: option(color, { default: "0.5", aliases: ["ec"] }),
  /** Opacity from 0 to 1. Default: 0.5. */
  alpha: option(share, { default: 0.5 }),
  /** Width of the lines in points. Default: 1. */
  linewidth: option(notNegative, { default: 1, aliases: ["lw"] }),
  /** Those with a higher one are drawn over those with a lower one. Default: 4.99. */
  zorder: option(number(), { default: 4.99 }),
};

/** Options of {@link indicateInset} and {@link indicateInsetZoom}. */
export type IndicatorOptions = OptionsOf<typeof indicatorOptions>;

/** Where axes lie in others, in pixels of these. */
const sidesIn =
  (axes: AxesBase, inset: AxesBase) =>
  (frame: Frame): Sides => {
    const [around, own] = [axes.box(), inset.box()];
    const across = (at: number) => ((at - around.left) / around.width) * frame.width;
    const down = (at: number) => (1 - (at - around.bottom) / around.height) * frame.height;
    return {
      left: across(own.left),
      right: across(own.left + own.width),
      top: down(own.bottom + own.height),
      bottom: down(own.bottom),
    };
  };

function draw(
  axes: AxesBase,
  functionName: string,
  bounds: InsetIndicator["bounds"],
  inset: AxesBase | undefined,
  options: unknown,
): InsetIndicator {
  const { facecolor, edgecolor, alpha, linewidth, zorder } = readTable(
    functionName,
    options,
    indicatorOptions,
  );
  const style = { face: faded(facecolor, alpha), edge: faded(edgecolor, alpha), linewidth };
  const drawn = new InsetIndicator(bounds, inset && sidesIn(axes, inset), style);
  drawn.zorder = zorder;
  axes.add([drawn], []);
  return drawn;
}

/**
 * Frames a part of the axes, and joins the frame with axes that show this part.
 *
 * @param bounds - Left, bottom, width and height, in data.
 * @param inset - The axes that show it; none for the frame alone.
 * @param options - Colours, width and opacity.
 * @returns What is drawn.
 * @throws TypeError for bounds that are not four numbers, anything but axes, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.indicate_inset.html
 * @example
 * plt.plot([1, 4, 9]);
 * plt.gca().indicateInset([0.5, 1, 0.5, 3]);
 */
export function indicateInset(
  axes: AxesBase,
  bounds: readonly [left: number, bottom: number, width: number, height: number],
  inset?: AxesBase | null,
  options?: Spelled<IndicatorOptions>,
): InsetIndicator {
  const { left, bottom, width, height } = readBox("indicateInset", bounds);
  if (inset !== undefined && inset !== null) needAxes("indicateInset", inset);
  const shown = { x: [left, left + width], y: [bottom, bottom + height] } as const;
  return draw(axes, "indicateInset", () => shown, inset ?? undefined, options);
}

/**
 * Frames the part of the axes that others show, and joins the frame with these.
 *
 * @param inset - The axes that show a part of these.
 * @param options - Colours, width and opacity.
 * @returns What is drawn.
 * @throws TypeError for anything but axes, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.indicate_inset_zoom.html
 * @example
 * plt.plot([1, 4, 9, 16]);
 * const inset = plt.gca().insetAxes([0.1, 0.6, 0.3, 0.3], { xlim: [0, 1], ylim: [1, 4] });
 * inset.plot([1, 4, 9, 16]);
 * plt.gca().indicateInsetZoom(inset);
 */
export function indicateInsetZoom(
  axes: AxesBase,
  inset: AxesBase,
  options?: Spelled<IndicatorOptions>,
): InsetIndicator {
  needAxes("indicateInsetZoom", inset);
  const bounds = () => ({ x: inset.view("x"), y: inset.view("y") });
  return draw(axes, "indicateInsetZoom", bounds, inset, options);
}

function needAxes(functionName: string, inset: unknown): void {
  if (!(inset instanceof AxesBase)) {
    throw new TypeError(`${functionName}: expected inset to be axes, got ${describe(inset)}`);
  }
}
