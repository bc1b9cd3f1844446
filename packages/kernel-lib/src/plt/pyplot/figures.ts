import { describe, type Spelled } from "../../array/options";
import { Figure, SubFigure, type Axes } from "../bound/classes";
import { onCurrentAxes, onCurrentFigure, openFigure } from "../state/current";
import { newFigure, type FigureOptions } from "../state/newFigure";
import { closeFigure, currentFigure, openFigures, selectFigure } from "../state/openFigures";

/** What {@link figure} takes: a number of an open or new figure, and options. */
export type FigureArguments =
  [options?: Spelled<FigureOptions>] | [number: number, options?: Spelled<FigureOptions>];

/**
 * Opens a figure, or makes an open one current.
 *
 * @param args - The number of a figure, which is opened if it is not; and options, which are for a new one.
 * @returns The figure.
 * @throws TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.figure.html
 * @example
 * plt.figure({ figsize: [8, 3] });
 * plt.plot([1, 4, 9]);
 */
export function figure(...args: FigureArguments): Figure {
  const [first] = args;
  const number = typeof first === "number" ? first : undefined;
  const open = openFigures.find((candidate) => candidate.number === number);
  if (open !== undefined) {
    selectFigure(open);
    return open;
  }
  return newFigure("figure", number === undefined ? first : args[1], number);
}

/**
 * Gives the current figure, opened if there is none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.gcf.html
 * @example
 * plt.figure();
 * plt.gcf().axes.length; // 0
 */
export function gcf(): Figure {
  return onCurrentFigure((current) => current);
}

/**
 * Gives the current axes, made if there are none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.gca.html
 * @example
 * plt.gca().setTitle("here");
 */
export function gca(): Axes {
  return onCurrentAxes((current) => current);
}

/**
 * Makes axes, and their figure, the current ones.
 *
 * @param axes - Axes of any figure.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.sca.html
 * @example
 * const [fig, axs] = plt.subplots(1, 2);
 * plt.sca(axs[1]);
 */
export function sca(axes: Axes): void {
  let { figure: at }: { figure: Figure | SubFigure } = axes;
  for (; at instanceof SubFigure; at = at.parent as Figure | SubFigure) at.current = axes;
  openFigure(at);
  at.current = axes;
}

/**
 * Closes a figure without showing it.
 *
 * @param which - A figure, its number, or "all". Default: the current figure.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.close.html
 * @example
 * plt.plot([1, 2]);
 * plt.close();
 */
export function close(which?: Figure | number | "all"): void {
  if (which !== undefined && which !== "all" && typeof which !== "number" && !(which instanceof Figure)) {
    throw new TypeError(`close: expected a figure, its number or "all", got ${describe(which)}`);
  }
  const closing =
    which === "all"
      ? [...openFigures]
      : openFigures.filter((candidate) =>
          which === undefined
            ? candidate === currentFigure()
            : candidate === which || candidate.number === which,
        );
  for (const each of closing) closeFigure(each);
}

/**
 * Gives the numbers of the open figures, rising.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.get_fignums.html
 * @example
 * plt.figure(3);
 * plt.getFignums(); // [3]
 */
export function getFignums(): number[] {
  return openFigures.map(({ number }) => number).sort((a, b) => a - b);
}

/**
 * Tells whether a figure of a number is open.
 *
 * @param number - The number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.fignum_exists.html
 * @example
 * plt.figure(3);
 * plt.fignumExists(3); // true
 */
export function fignumExists(number: number): boolean {
  return openFigures.some((open) => open.number === number);
}

/**
 * Takes everything off the current figure.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.clf.html
 * @example
 * plt.plot([1, 2]);
 * plt.clf();
 */
export function clf(): void {
  onCurrentFigure((open) => open.clear());
}

/**
 * Takes axes off their figure.
 *
 * @param axes - The axes. Default: the current ones.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.delaxes.html
 * @example
 * const [fig, axs] = plt.subplots(2, 2);
 * plt.delaxes(axs[1][1]);
 */
export function delaxes(axes: Axes = gca()): void {
  axes.figure.drop(axes);
}
