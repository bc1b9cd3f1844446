import { isPlainObject, readOptions, type Spelled } from "../../array/options";
import type { Line2D } from "../artists/line";
import type { Data } from "../data";
import { checkChoice } from "../options";
import { drawLines, type LineOptions, type PlotArguments } from "../lines";
import type { AxesBase } from "../model/axes";

/** Options of {@link step}. */
export interface StepOptions extends LineOptions {
  /** Whether steps lie before, after or about the points. Default: "pre". */
  where?: "pre" | "post" | "mid";
}

/** What {@link step} takes: x and y, a format string if one likes, and options. */
export type StepArguments =
  | [x: Data, y: Data, options?: Spelled<StepOptions>]
  | [x: Data, y: Data, format: string, options?: Spelled<StepOptions>];

/**
 * Draws a line in steps.
 *
 * @param args - `x, y, [format]`, then options: those of {@link plot}, and `where`.
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.step.html
 * @example
 * plt.step([0, 1, 2], [1, 3, 2], { where: "post" });
 */
export function step(axes: AxesBase, ...args: StepArguments): Line2D[] {
  const last = args[args.length - 1];
  const options = isPlainObject(last) ? last : {};
  const { where, ...rest } = { where: "pre", ...options } as Record<string, unknown> & { where: string };
  checkChoice("step", "where", where, ["pre", "post", "mid"]);
  const lists = isPlainObject(last) ? args.slice(0, -1) : args;
  return drawLines(axes, "step", [...lists, { ...rest, drawstyle: `steps-${where}` }]);
}

/** Takes the options of the scale from among those of the lines. */
function onLog(
  axes: AxesBase,
  functionName: string,
  directions: readonly ("x" | "y")[],
  args: readonly unknown[],
): Line2D[] {
  const last = args[args.length - 1];
  const scaleOptions: Record<string, unknown> = {};
  const lineOptions: Record<string, unknown> = {};
  if (isPlainObject(last)) {
    for (const [name, value] of Object.entries(last)) {
      (name === "base" || name === "nonpositive" ? scaleOptions : lineOptions)[name] = value;
    }
  }
  const { base, nonpositive } = readOptions(functionName, scaleOptions, {
    base: 10,
    nonpositive: "clip" as "clip" | "mask",
  });
  if (base !== 10) throw new RangeError(`${functionName}: expected base to be 10, got ${String(base)}`);
  checkChoice(functionName, "nonpositive", nonpositive, ["clip", "mask"]);
  const lists = isPlainObject(last) ? args.slice(0, -1) : args;
  return drawLines(axes, functionName, [...lists, lineOptions], () => {
    for (const direction of directions) axes.axisOf(direction).dimension.setScale("log", nonpositive);
  });
}

/**
 * Draws lines over a logarithmic x axis.
 *
 * @param args - As for {@link plot}; options may hold `nonpositive`: "clip" or "mask".
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.semilogx.html
 * @example
 * plt.semilogx([1, 10, 100], [1, 2, 3]);
 */
export function semilogx(axes: AxesBase, ...args: PlotArguments): Line2D[] {
  return onLog(axes, "semilogx", ["x"], args);
}

/**
 * Draws lines over a logarithmic y axis.
 *
 * @param args - As for {@link plot}; options may hold `nonpositive`: "clip" or "mask".
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.semilogy.html
 * @example
 * plt.semilogy([0, 1, 2], [1, 10, 100]);
 */
export function semilogy(axes: AxesBase, ...args: PlotArguments): Line2D[] {
  return onLog(axes, "semilogy", ["y"], args);
}

/**
 * Draws lines over two logarithmic axes.
 *
 * @param args - As for {@link plot}; options may hold `nonpositive`: "clip" or "mask".
 * @returns The lines.
 * @throws RangeError if x and y differ in length; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.loglog.html
 * @example
 * plt.loglog([1, 10, 100], [1, 100, 10000]);
 */
export function loglog(axes: AxesBase, ...args: PlotArguments): Line2D[] {
  return onLog(axes, "loglog", ["x", "y"], args);
}
