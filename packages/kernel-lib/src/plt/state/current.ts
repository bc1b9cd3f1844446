import { Figure, type Axes } from "../bound/classes";
import type { AxesTraits } from "../model/axes";
import { rcParams } from "../rcParams";
import { currentFigure, openFigures, selectFigure } from "./openFigures";
import { showLater } from "./showing";

/** A figure that is not open yet. */
export function createFigure(
  options: { number?: number; size?: readonly [number, number]; dpi?: number } = {},
): Figure {
  const next = Math.max(0, ...openFigures.map((figure) => figure.number)) + 1;
  const size = options.size ?? (rcParams["figure.figsize"] as readonly [number, number]);
  return new Figure(options.number ?? next, size, options.dpi ?? rcParams["figure.dpi"]);
}

/** Makes a figure the current one, to be shown at the end of the cell if nobody shows or closes it before. */
export function openFigure(figure: Figure): Figure {
  selectFigure(figure);
  showLater();
  return figure;
}

/**
 * Runs a function on the current figure. Where there is none, one is opened once the function has succeeded, so that a
 * call that fails changes nothing.
 */
export function onCurrentFigure<T>(run: (figure: Figure) => T): T {
  const open = currentFigure();
  if (open) return run(open);
  const figure = createFigure();
  const result = run(figure);
  openFigure(figure);
  return result;
}

/** Runs a function on the current axes. Where there are none, they are kept once the function has succeeded. */
export function onCurrentAxes<T>(run: (axes: Axes) => T, traits: AxesTraits = {}): T {
  return onCurrentFigure((figure) => {
    if (figure.current) return run(figure.current);
    const cells = { rows: 1, columns: 1, top: 0, bottom: 0, left: 0, right: 0 };
    const axes = figure.makeAxes({ cells }, traits);
    try {
      return run(axes);
    } catch (error) {
      figure.axes.splice(figure.axes.indexOf(axes), 1);
      figure.current = undefined;
      throw error;
    }
  });
}
