import { camelCase, describe } from "../../array/options";
import type { Figure } from "../bound/classes";
import { color } from "../options/looks";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, flag, number, scalarOf, type Scalar } from "../options/readers";
import { createFigure, openFigure } from "./current";

/** Reads a size in inches. */
const figsize: Reader<readonly [Scalar, Scalar], [number, number]> = (functionName, name, value) => {
  const size = Array.isArray(value) ? value.map(scalarOf) : [];
  if (size.length === 2 && size.every((side) => typeof side === "number" && side > 0 && side < 1000)) {
    return size as [number, number];
  }
  throw new TypeError(
    `${functionName}: expected ${name} to be [width, height] in inches, got ${describe(value)}`,
  );
};

export const figureOptions = {
  /** Width and height in inches. Default: 6.4 × 4.8. */
  figsize: option(figsize),
  /** Pixels to an inch. Default: 100. */
  dpi: option(number(1, 10_000)),
  /** Background. Default: white, which follows the theme. */
  facecolor: option(color),
  /** Whether to fit the layout to the labels. Default: false. */
  tightLayout: option(flag, { default: false }),
  /** As `tightLayout`. */
  constrainedLayout: option(flag, { default: false }),
  /** "tight" or "constrained" fits the layout to the labels. Default: "none". */
  layout: option(choice("tight", "constrained", "none"), { default: "none" }),
};

/** Options of {@link figure}. */
export type FigureOptions = OptionsOf<typeof figureOptions>;

/** The options that are those of figures. */
export const figureOptionsAmong = (options: unknown): object =>
  Object.fromEntries(
    Object.entries((options ?? {}) as object).filter(([name]) =>
      Object.hasOwn(figureOptions, camelCase(name)),
    ),
  );

/** Opens a figure with options in the name of some function. */
export function newFigure(functionName: string, options: unknown, number?: number): Figure {
  const read = readTable(functionName, options, figureOptions);
  const figure = createFigure({ number, size: read.figsize, dpi: read.dpi });
  if (read.facecolor) figure.facecolor = read.facecolor;
  figure.tight =
    read.constrainedLayout || read.layout === "constrained"
      ? "constrained"
      : read.tightLayout || read.layout === "tight"
        ? "tight"
        : undefined;
  return openFigure(figure);
}
