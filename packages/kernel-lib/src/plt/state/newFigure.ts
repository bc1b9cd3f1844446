import { describe } from "../../array/options";
import { paint, type Color } from "../color/color";
import type { Figure } from "../bound/classes";
import { checkNumber, checkOptions, drawingOptions } from "../options";
import { createFigure, openFigure } from "./current";

/** Options of {@link figure}. */
export interface FigureOptions {
  /** Width and height in inches. Default: 6.4 × 4.8. */
  figsize?: readonly [number, number];
  /** Pixels to an inch. Default: 100. */
  dpi?: number;
  /** Background. Default: white, which follows the theme. */
  facecolor?: Color;
  /** Whether to fit the layout to the labels. Default: false. */
  tightLayout?: boolean;
  /** As `tightLayout`. */
  constrainedLayout?: boolean;
  /** "tight" or "constrained" fits the layout to the labels. */
  layout?: "tight" | "constrained" | "none";
}

/** Options of figures with their defaults. */
export const figureDefaults = {
  figsize: undefined as readonly number[] | undefined,
  dpi: undefined as number | undefined,
  facecolor: undefined as Color | undefined,
  tightLayout: false,
  constrainedLayout: false,
  layout: undefined as string | undefined,
};

/** Opens a figure with options in the name of some function. */
export function newFigure(functionName: string, options: unknown, number?: number): Figure {
  const read = drawingOptions(functionName, options, figureDefaults);
  checkOptions(functionName, read, { dpi: checkNumber(1, 10_000) });
  const { figsize } = read;
  if (
    figsize !== undefined &&
    !(Array.isArray(figsize) && figsize.length === 2 && figsize.every((side) => side > 0 && side < 1000))
  ) {
    throw new TypeError(
      `${functionName}: expected figsize to be [width, height] in inches, got ${describe(figsize)}`,
    );
  }
  const facecolor = read.facecolor === undefined ? undefined : paint(functionName, read.facecolor);
  const figure = createFigure({ number, size: figsize as [number, number] | undefined, dpi: read.dpi });
  if (facecolor) figure.facecolor = facecolor;
  figure.tight = read.tightLayout || read.constrainedLayout || (read.layout ?? "none") !== "none";
  return openFigure(figure);
}
