import type { Axes } from "./axes";
import { Figure } from "./figure";
import { rcParams } from "./rcParams";

/** The open figures in the order of their making. */
export const openFigures: Figure[] = [];

let current: Figure | undefined;
let target: Axes | undefined;
let afterCell: () => void = () => undefined;

/** Says what is to happen to open figures when a cell ends. */
export function onFigure(run: () => void): void {
  afterCell = run;
}

/** Opens a figure and makes it the current one. */
export function openFigure(
  options: { number?: number; size?: readonly [number, number]; dpi?: number } = {},
): Figure {
  const next = Math.max(0, ...openFigures.map((figure) => figure.number)) + 1;
  const size = options.size ?? (rcParams["figure.figsize"] as readonly [number, number]);
  const figure = new Figure(options.number ?? next, size, options.dpi ?? rcParams["figure.dpi"]);
  openFigures.push(figure);
  current = figure;
  afterCell();
  return figure;
}

/** The current figure; opened if there is none. */
export const currentFigure = (): Figure => current ?? openFigure();

/** The current figure, if there is one. */
export const figureIfAny = (): Figure | undefined => current;

/** The axes that pyplot's functions draw on now, made if there are none. */
export function currentAxes(): Axes {
  if (target !== undefined) return target;
  const figure = currentFigure();
  return (
    figure.current ??
    figure.makeAxes({ cells: { rows: 1, columns: 1, top: 0, bottom: 0, left: 0, right: 0 } })
  );
}

/** The axes that pyplot's functions would draw on, if there are some: for those that only ask. */
export const axesIfAny = (): Axes | undefined => target ?? current?.current;

/** Makes a figure the current one. */
export function selectFigure(figure: Figure): void {
  current = figure;
  if (!openFigures.includes(figure)) {
    openFigures.push(figure);
    afterCell();
  }
}

/** Runs a function of pyplot on some axes: how `ax.plot` is `plt.plot`. */
export function onAxes<T>(axes: Axes, run: () => T): T {
  const before = target;
  target = axes;
  try {
    return run();
  } finally {
    target = before;
  }
}

/** Closes a figure: it is neither current nor shown any more. */
export function closeFigure(figure: Figure): void {
  const at = openFigures.indexOf(figure);
  if (at >= 0) openFigures.splice(at, 1);
  if (current === figure) current = openFigures[openFigures.length - 1];
}
