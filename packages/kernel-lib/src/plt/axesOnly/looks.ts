import { describe } from "../../array/options";
import { paint, type Color } from "../color/color";
import { readAxisbelow } from "../model/gridStyle";
import { anchors } from "../model/aspect";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, scalarOf, type Scalar } from "../options/readers";
import type { AxesBase } from "../model/axes";

const aspectOptions = {
  /** What gives way: the box, or the limits. Default: "box". */
  adjustable: option(choice("box", "datalim"), { default: "box" }),
  /** Where a smaller box stands in its place. Default: "C". */
  anchor: option(choice("C", "SW", "S", "SE", "E", "NE", "N", "NW", "W"), { default: "C" }),
};

/** Options of `setAspect`. */
export type AspectOptions = OptionsOf<typeof aspectOptions>;

/**
 * Sets the length of a unit of y over that of a unit of x.
 *
 * @param given - "equal" for 1, "auto" to fill the box, or a number.
 * @param options - What gives way, and where a smaller box stands.
 * @throws TypeError for an invalid aspect.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_aspect.html
 * @example
 * plt.gca().setAspect("equal");
 */
export function setAspect(axes: AxesBase, given: "equal" | "auto" | Scalar, options?: AspectOptions): void {
  const aspect = scalarOf(given);
  const fits =
    aspect === "equal" ||
    aspect === "auto" ||
    (typeof aspect === "number" && aspect > 0 && aspect < Infinity);
  if (!fits) {
    throw new TypeError(
      `setAspect: expected aspect to be "equal", "auto" or a number above 0, got ${describe(given)}`,
    );
  }
  const { adjustable, anchor } = readTable("setAspect", options, aspectOptions);
  Object.assign(axes, {
    aspect: aspect === "auto" ? undefined : aspect === "equal" ? 1 : aspect,
    adjustable,
    anchor: anchors[anchor],
  });
}

/**
 * Sets the colour of the background.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_facecolor.html
 * @example
 * plt.gca().setFacecolor("#eeeeff");
 */
export function setFacecolor(axes: AxesBase, color: Color): void {
  const read = paint("setFacecolor", color);
  axes.facecolor = read;
}

/**
 * Sets where the grid lies among what is drawn.
 *
 * @param below - "line": over pictures, bars and points, under lines; true: over pictures alone; false: over everything.
 * @throws TypeError for anything else.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_axisbelow.html
 * @example
 * plt.bar(["relu", "elu"], [0.91, 0.93]);
 * plt.grid(true, { axis: "y" });
 * plt.gca().setAxisbelow(true);
 */
export function setAxisbelow(axes: AxesBase, below: boolean | "line"): void {
  const read = readAxisbelow("setAxisbelow", below);
  axes.axisbelow = read;
}

/**
 * Hides frame, ticks and labels.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_axis_off.html
 * @example
 * plt.gca().setAxisOff();
 */
export function setAxisOff(axes: AxesBase): void {
  axes.axisOn = false;
}

/**
 * Shows frame, ticks and labels.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_axis_on.html
 * @example
 * plt.gca().setAxisOn();
 */
export function setAxisOn(axes: AxesBase): void {
  axes.axisOn = true;
}

/**
 * Shows or hides the frame and the background.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_frame_on.html
 * @example
 * plt.gca().setFrameOn(false);
 */
export function setFrameOn(axes: AxesBase, on: boolean): void {
  axes.frameOn = on;
}

/**
 * Turns the x axis round.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.invert_xaxis.html
 * @example
 * plt.gca().invertXaxis();
 */
export function invertXaxis(axes: AxesBase): void {
  axes.xaxis.dimension.invert();
}

/**
 * Turns the y axis round.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.invert_yaxis.html
 * @example
 * plt.gca().invertYaxis();
 */
export function invertYaxis(axes: AxesBase): void {
  axes.yaxis.dimension.invert();
}
