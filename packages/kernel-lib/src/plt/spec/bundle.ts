import type { MimeBundle } from "../../display";
import type { Json } from "../model/artist";
import type { FigureBase } from "../model/figure";
import { hasNode } from "../../files/nodeModules";
import { pngOf } from "../picture";
import { specOf } from "./figure";

/** The MIME type of a figure's specification. */
const figureType = "application/vnd.vegalite.v6+json";

let warned = false;

/**
 * The picture of a spec. Where none can be made, as on a system that has no resvg, figures are live all the same, and
 * the reader is told once why they will not show in a saved notebook. In a browser the page makes them as it saves.
 */
export function pictureOf(spec: Json): MimeBundle {
  if (!hasNode()) return {};
  try {
    return { "image/png": pngOf(spec) };
  } catch (error) {
    if (!warned) console.warn(`plt: figures have no pictures: ${(error as Error).message}`);
    warned = true;
    return {};
  }
}

function textOf(figure: FigureBase): string {
  const { width, height } = figure.pixelSize();
  return `<Figure size ${Math.round(width)}x${Math.round(height)} with ${figure.axes.length} Axes>`;
}

/**
 * The representations of a figure that has axes, without its picture.
 *
 * @param passing - Whether others will soon take its place.
 */
export function liveBundle(figure: FigureBase, passing: boolean): MimeBundle {
  return { [figureType]: specOf(figure, { passing }), "text/plain": textOf(figure) };
}

/** Adds the picture to the representations of a figure. */
export const withPicture = (figure: FigureBase, live: MimeBundle): MimeBundle => ({
  ...live,
  ...pictureOf(specOf(figure, { interactive: false })),
});

/** All representations of a figure: a live spec, a picture, a text. */
export function bundleOf(figure: FigureBase): MimeBundle {
  if (figure.shownAxes.length === 0) return { "text/plain": textOf(figure) };
  return withPicture(figure, liveBundle(figure, false));
}

/** The representations of a figure that is displayed by itself, as the value of a cell. */
export function displayedBundle(figure: FigureBase): MimeBundle {
  figure.shown = true;
  return bundleOf(figure);
}
