import { currentHost } from "../../display";
import { beforeCapture } from "../../display/capture";
import { newDisplayId } from "../../display/displayId";
import type { Figure } from "../bound/classes";
import { bundleOf, liveBundle, withPicture } from "../spec/bundle";
import { closeFigure, openFigures } from "./openFigures";

/**
 * Displays a figure. In a cell that takes away what it has shown, figures follow each other as in a film: their
 * pictures, which take longer, wait for the end of the cell, and only what still stands then gets one.
 */
function displayFigure(figure: Figure): void {
  const host = currentHost();
  const cell = host.cell?.();
  const film = cell && !cell.done && (cell.cleared > 0 || cell.clearing);
  if (figure.shownAxes.length === 0 || !host.atCellEnd || !film) {
    host.display(bundleOf(figure), { metadata: {}, update: false });
    return;
  }
  const displayId = newDisplayId("figure");
  const live = liveBundle(figure, false);
  host.display(live, { metadata: {}, displayId, update: false });
  const { cleared } = cell;
  host.atCellEnd(() => {
    if (cell.cleared === cleared)
      host.display(withPicture(figure, live), { metadata: {}, displayId, update: true });
  });
}

/** Displays figures, and closes them. */
function displayAll(figures: readonly Figure[]): void {
  for (const figure of figures) {
    closeFigure(figure);
    displayFigure(figure);
  }
}

/** Displays the open figures in the order they were made, and closes them. */
export function showOpenFigures(): void {
  displayAll([...openFigures]);
}

// What a cell leaves open is not what code that is captured shows.
beforeCapture(showOpenFigures);

/** The cells at whose end the open figures will appear. */
const waiting = new WeakSet<object>();
/** Stands for the cell where the kernel does not tell. */
const anyCell = {};

/** Has the open figures appear at the end of the cell, where there are cells. */
export function showLater(): void {
  const host = currentHost();
  const cell = host.cell?.() ?? anyCell;
  if (waiting.has(cell) || host.terminal) return;
  waiting.add(cell);
  const run = () => {
    waiting.delete(cell);
    const [alreadyShown, others] = [true, false].map((shown) =>
      openFigures.filter((figure) => figure.shown === shown),
    );
    for (const figure of alreadyShown) closeFigure(figure);
    displayAll(others);
  };
  if (host.atCellEnd) host.atCellEnd(run);
  else queueMicrotask(run);
}
