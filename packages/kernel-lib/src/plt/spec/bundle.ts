import type { MimeBundle } from "../../display";
import type { Json } from "../model/artist";
import type { FigureBase } from "../model/figure";
import { pngOf } from "../picture";
import { specOf } from "./figure";

let warned = false;

/**
 * The picture of a spec. Where none can be made, as on a system that has no resvg, figures are live all the same, and
 * the reader is told once why they will not show in a saved notebook.
 */
export function pictureOf(spec: Json): MimeBundle {
  try {
    return { "image/png": pngOf(spec) };
  } catch (error) {
    if (!warned) console.warn(`plt: figures have no pictures: ${(error as Error).message}`);
    warned = true;
    return {};
  }
}

/** The representations of a figure: a live spec, a text, and a picture where asked for. */
export function bundleOf(figure: FigureBase, { picture }: { picture: boolean }): MimeBundle {
  const { width, height } = figure.pixelSize();
  const text = `<Figure size ${Math.round(width)}x${Math.round(height)} with ${figure.axes.length} Axes>`;
  if (figure.axes.length === 0) return { "text/plain": text };
  return {
    "application/vnd.vegalite.v6+json": specOf(figure),
    ...(picture && pictureOf(specOf(figure, { interactive: false }))),
    "text/plain": text,
  };
}

/** The representations of a figure that is displayed by itself, as the value of a cell. */
export function displayedBundle(figure: FigureBase): MimeBundle {
  figure.shown = true;
  return bundleOf(figure, { picture: true });
}
