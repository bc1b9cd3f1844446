import { type Spelled } from "../../array/options";
import type { Line2D } from "../artists/line";
import type { Data } from "../data";
import { drawLines, type PlotArguments } from "../lines";
import { lineOptions } from "../options/line";
import type { AxesBase } from "../model/axes";
import { divided, splitOptions } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice } from "../options/readers";
import { scaleOf, scaleOptions } from "../options/scale";

const whereOptions = {
  /** Whether steps lie before, after or about the points. Default: "pre". */
  where: option(choice("pre", "post", "mid"), { default: "pre" }),
};

/** Options of {@link step}. */
export type StepOptions = OptionsOf<typeof lineOptions & typeof whereOptions>;

/** What {@link step} takes: x and y, a format string if one likes, and options. */
export type StepArguments =
  | [x: Data, y: Data, options?: Spelled<StepOptions>]
  | [x: Data, y: Data, format: string, options?: Spelled<StepOptions>];

/**
 * Draws a line in steps.
 *
 * @param args - `x, y, [format]`, then options: those of {@link plot}, and `where`.
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.step.html
 * @example
 * plt.step([0, 1, 2], [1, 3, 2], { where: "post" });
 */
export function step(axes: AxesBase, ...args: StepArguments): Line2D[] {
  const { placed, options } = splitOptions(args);
  const [own, rest] = divided(options, whereOptions);
  const { where } = readTable("step", own, whereOptions);
  return drawLines(axes, "step", [...placed, { ...rest, drawstyle: `steps-${where}` }]);
}

/** Options of {@link semilogx}, {@link semilogy} and {@link loglog}. */
export type LogLineOptions = OptionsOf<typeof lineOptions & typeof scaleOptions>;

function onLog(
  axes: AxesBase,
  functionName: string,
  directions: readonly ("x" | "y")[],
  args: readonly unknown[],
): Line2D[] {
  const { placed, options } = splitOptions(args);
  const [own, rest] = divided(options, scaleOptions);
  const { scale, nonpositive } = scaleOf(functionName, "log", readTable(functionName, own, scaleOptions));
  return drawLines(axes, functionName, [...placed, rest], () => {
    for (const direction of directions) axes.axisOf(direction).dimension.setScale(scale, nonpositive);
  });
}

/**
 * Draws lines over a logarithmic x axis.
 *
 * @param args - As for {@link plot}; options may hold `base`, and `nonpositive`: "clip" or "mask".
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.semilogx.html
 * @example
 * plt.semilogx([1, 10, 100], [1, 2, 3]);
 */
export function semilogx(axes: AxesBase, ...args: PlotArguments<LogLineOptions>): Line2D[] {
  return onLog(axes, "semilogx", ["x"], args);
}

/**
 * Draws lines over a logarithmic y axis.
 *
 * @param args - As for {@link plot}; options may hold `base`, and `nonpositive`: "clip" or "mask".
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.semilogy.html
 * @example
 * plt.semilogy([0, 1, 2], [1, 10, 100]);
 */
export function semilogy(axes: AxesBase, ...args: PlotArguments<LogLineOptions>): Line2D[] {
  return onLog(axes, "semilogy", ["y"], args);
}

/**
 * Draws lines over two logarithmic axes.
 *
 * @param args - As for {@link plot}; options may hold `base`, and `nonpositive`: "clip" or "mask".
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.loglog.html
 * @example
 * plt.loglog([1, 10, 100], [1, 100, 10000]);
 */
export function loglog(axes: AxesBase, ...args: PlotArguments<LogLineOptions>): Line2D[] {
  return onLog(axes, "loglog", ["x", "y"], args);
}
