import { currentHost } from "../../display";
import type { Figure } from "../figure";
import { bundleOf } from "../spec/bundle";
import { closeFigure, onFigure, openFigures } from "../state";

let count = 0;

/**
 * Displays a figure. Where the kernel tells when a cell ends, the picture follows then; elsewhere it comes at once.
 */
function displayFigure(figure: Figure): void {
  const host = currentHost();
  if (!host.atCellEnd || figure.axes.length === 0) {
    host.display(bundleOf(figure, { picture: host.terminal !== true }), { metadata: {}, update: false });
    return;
  }
  const displayId = `tslinen-figure-${Date.now().toString(36)}-${count++}`;
  const first = bundleOf(figure, { picture: false });
  host.display(first, { metadata: {}, displayId, update: false });
  host.atCellEnd(() => {
    host.display(
      { ...first, ...bundleOf(figure, { picture: true }) },
      { metadata: {}, displayId, update: true },
    );
  });
}

/** Displays the open figures and closes them. */
function showAll(functionName: string): void {
  for (const figure of [...openFigures]) {
    closeFigure(figure);
    if (functionName === "show" || !figure.shown) displayFigure(figure);
  }
}

/**
 * Displays all open figures in the order they were made, and closes them.
 *
 * Not needed in a notebook: what a cell has drawn appears at its end.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.show.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.show();
 */
export function show(): void {
  showAll("show");
}

let waiting = false;

/** Has the open figures appear at the end of the cell, where there are cells. */
function showLater(): void {
  if (waiting) return;
  const host = currentHost();
  if (host.terminal) return;
  waiting = true;
  const run = () => {
    waiting = false;
    showAll("cell");
  };
  if (host.atCellEnd) host.atCellEnd(run);
  else queueMicrotask(run);
}

onFigure(showLater);
