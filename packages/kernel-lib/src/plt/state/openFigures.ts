import type { Figure } from "../bound/classes";

/** The open figures in the order of their making. */
export const openFigures: Figure[] = [];

let current: Figure | undefined;

/** The figure that pyplot's functions draw on, if there is one. */
export const currentFigure = (): Figure | undefined => current;

/** Makes a figure the current one, and open if it is not. */
export function selectFigure(figure: Figure): void {
  current = figure;
  if (!openFigures.includes(figure)) openFigures.push(figure);
}

/** Closes a figure: it is neither current nor shown any more. */
export function closeFigure(figure: Figure): void {
  const at = openFigures.indexOf(figure);
  if (at >= 0) openFigures.splice(at, 1);
  if (current === figure) current = openFigures[openFigures.length - 1];
}
