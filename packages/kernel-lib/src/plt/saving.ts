import { describe, type Spelled } from "../array/options";
import type { Json } from "./model/artist";
import { paint, specColor, type Color } from "./color/color";
import type { FigureBase } from "./model/figure";
import { nodeModules } from "./nodeModules";
import { checkChoice, checkNumber, checkOptions, drawingOptions } from "./options";
import { rasterize, svgOf } from "./picture";
import { rcParams } from "./rcParams";
import { specOf } from "./spec/figure";
import { standalonePage } from "./standalone";

/** Options of {@link savefig}. */
export interface SaveOptions {
  /** Pixels to an inch, of a PNG file. Default: those of the figure. */
  dpi?: number | "figure";
  /** "png", "svg", "json" or "html". Default: what the name of the file ends with. */
  format?: "png" | "svg" | "json" | "html";
  /** Whether the background is left out. Default: false. */
  transparent?: boolean;
  /** Colour of the background. Default: that of the figure. */
  facecolor?: Color;
  /** A figure always ends where its labels end, as with "tight". */
  bboxInches?: "tight" | "standard" | null;
  /** Room around it in inches. Default: 0.1. */
  padInches?: number;
}

/** What is written in each format, and whether from a spec that holds what a reader's pointer needs. */
const formats: Record<
  string,
  { interactive: boolean; write: (spec: Json, scale: number) => string | Uint8Array }
> = {
  png: { interactive: false, write: (spec, scale) => rasterize(svgOf(spec), scale) },
  svg: { interactive: false, write: svgOf },
  json: { interactive: true, write: (spec) => `${JSON.stringify(spec, undefined, 2)}\n` },
  html: { interactive: true, write: (spec) => standalonePage(spec, "Figure") },
};

/** Writes a figure to a file, in the format that its name ends with. */
export function saveFigure(figure: FigureBase, path: unknown, options: unknown): void {
  if (typeof path !== "string" || path === "") {
    throw new TypeError(`savefig: expected the name of a file, got ${describe(path)}`);
  }
  const read = drawingOptions<SaveOptions>("savefig", options as Spelled<SaveOptions>, {
    dpi: undefined,
    format: undefined,
    transparent: undefined,
    facecolor: undefined,
    bboxInches: undefined,
    padInches: undefined,
  });
  checkOptions("savefig", read, { padInches: checkNumber(0) });
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  const format = read.format ?? ending ?? "png";
  checkChoice("savefig", "format", format, Object.keys(formats));
  const dpi = read.dpi ?? rcParams["savefig.dpi"];
  if (dpi !== "figure") checkNumber(1, 10_000)("savefig", "dpi", dpi);
  if (figure.axes.length === 0)
    throw new Error("savefig: the figure has no axes yet, so there is nothing to save");
  const transparent = read.transparent ?? rcParams["savefig.transparent"];
  const changes: Json = {
    ...(read.facecolor !== undefined && { background: specColor(paint("savefig", read.facecolor)) }),
    ...(transparent && { background: "transparent" }),
    ...(read.padInches !== undefined && { padding: read.padInches * figure.dpi }),
  };
  const { interactive, write } = formats[format];
  const spec = { ...specOf(figure, { interactive }), ...changes };
  const scale = dpi === "figure" ? 1 : dpi / figure.dpi;
  const name = ending === undefined && read.format === undefined ? `${path}.png` : path;
  nodeModules("savefig").writeFile(name, write(spec, scale));
}
