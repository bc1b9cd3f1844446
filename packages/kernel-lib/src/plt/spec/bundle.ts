import type { MimeBundle } from "../../display";
import type { Figure } from "../figure";
import { pngOf } from "../picture";
import { specOf } from "./figure";

/** The representations of a figure: a live spec, a text, and a picture where asked for. */
export function bundleOf(figure: Figure, { picture }: { picture: boolean }): MimeBundle {
  const { width, height } = figure.pixelSize();
  const text = `<Figure size ${Math.round(width)}x${Math.round(height)} with ${figure.axes.length} Axes>`;
  if (figure.axes.length === 0) return { "text/plain": text };
  return {
    "application/vnd.vegalite.v6+json": specOf(figure),
    ...(picture && { "image/png": pngOf(specOf(figure, { interactive: false })) }),
    "text/plain": text,
  };
}
