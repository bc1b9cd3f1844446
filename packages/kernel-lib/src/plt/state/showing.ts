import { currentHost } from "../../display";
import type { Figure } from "../bound/classes";
import { bundleOf, pictureOf } from "../spec/bundle";
import { specOf } from "../spec/figure";
import { closeFigure, openFigures } from "./openFigures";

let count = 0;

/** Lets what has been sent be on its way. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Displays a figure at once. Where the kernel tells when a cell ends, without its picture, which takes longer.
 *
 * @returns What adds the picture, where it is still to come.
 */
function displayFigure(figure: Figure): (() => void) | undefined {
  const host = currentHost();
  if (!host.atCellEnd || figure.axes.length === 0) {
    host.display(bundleOf(figure, { picture: host.terminal !== true }), { metadata: {}, update: false });
    return undefined;
  }
  const displayId = `tslinen-figure-${Date.now().toString(36)}-${count++}`;
  const live = bundleOf(figure, { picture: false });
  host.display(live, { metadata: {}, displayId, update: false });
  const spec = specOf(figure, { interactive: false });
  return () => {
    host.display({ ...live, ...pictureOf(spec) }, { metadata: {}, displayId, update: true });
  };
}

/** Displays open figures, closes them, and adds pictures when the messages are out. */
function displayAll(figures: readonly Figure[]): (() => void)[] {
  return figures.flatMap((figure) => {
    closeFigure(figure);
    return displayFigure(figure) ?? [];
  });
}

/** Adds pictures, one after the other. */
async function addPictures(pictures: readonly (() => void)[]): Promise<void> {
  for (const add of pictures) {
    await pause();
    add();
  }
}

/** Displays the open figures in the order they were made, and closes them. */
export function showOpenFigures(): void {
  const pictures = displayAll([...openFigures]);
  if (pictures.length > 0) currentHost().atCellEnd?.(() => addPictures(pictures));
}

let waiting = false;

/** Has the open figures appear at the end of the cell, where there are cells. */
export function showLater(): void {
  const host = currentHost();
  if (waiting || host.terminal) return;
  waiting = true;
  const run = () => {
    waiting = false;
    const [alreadyShown, others] = [true, false].map((shown) =>
      openFigures.filter((figure) => figure.shown === shown),
    );
    for (const figure of alreadyShown) closeFigure(figure);
    return addPictures(displayAll(others));
  };
  if (host.atCellEnd) host.atCellEnd(run);
  else queueMicrotask(run);
}
