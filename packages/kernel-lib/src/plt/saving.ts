import { describe } from "../array/options";
import { drawOnCanvas } from "./canvas";
import type { Json } from "./model/artist";
import { specColor } from "./color/color";
import { currentHost } from "../display";
import type { FigureBase } from "./model/figure";
import { isInBrowserKernel } from "../files/fileSystem";
import { writeFile } from "../files/writing";
import { color } from "./options/looks";
import { option, readTable, type OptionsOf, type Reader } from "./options/option";
import { choice, flag, given, notNegative, number, type Scalar } from "./options/readers";
import { rasterize, svgOf } from "./picture";
import { specOf } from "./spec/figure";
import { standalonePage } from "./standalone";

/** Reads pixels to an inch, or "figure" for those of the figure. */
const dpi: Reader<Scalar | "figure", number | "figure"> = (functionName, name, value) =>
  value === "figure" ? value : number(1, 10_000)(functionName, name, value);

const saveOptions = {
  /** Pixels to an inch, of a PNG file. Default: those of the figure. */
  dpi: option(dpi, { rc: "savefig.dpi" }),
  /** "png", "svg", "json" or "html". Default: what the name of the file ends with. */
  format: option(given<"png" | "svg" | "json" | "html">()),
  /** Whether the background is left out. Default: false. */
  transparent: option(flag, { rc: "savefig.transparent" }),
  /** Colour of the background. Default: that of the figure. */
  facecolor: option(color),
  /** A figure always ends where its labels end, as with "tight". */
  bboxInches: option(given<"tight" | "standard" | null>()),
  /** Room around it in inches. Default: 0.1. */
  padInches: option(notNegative),
};

/** Options of {@link savefig}. */
export type SaveOptions = OptionsOf<typeof saveOptions>;

/** What is written in each format, and whether from a spec that holds what a reader's pointer needs. */
const formats: Record<
  string,
  { interactive: boolean; write: (spec: Json, scale: number) => string | Uint8Array | Promise<Uint8Array> }
> = {
  png: {
    interactive: false,
    write: (spec, scale) => (isInBrowserKernel() ? drawOnCanvas(spec, scale) : rasterize(svgOf(spec), scale)),
  },
  svg: { interactive: false, write: svgOf },
  json: { interactive: true, write: (spec) => `${JSON.stringify(spec, undefined, 2)}\n` },
  html: { interactive: true, write: (spec) => standalonePage(spec, "Figure") },
};

/** Writes a figure to a file, in the format that its name ends with. */
export function saveFigure(figure: FigureBase, path: unknown, options: unknown): void {
  if (typeof path !== "string" || path === "") {
    throw new TypeError(`savefig: expected the name of a file, got ${describe(path)}`);
  }
  const read = readTable("savefig", options, saveOptions);
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  const format = read.format ?? ending ?? "png";
  choice(...Object.keys(formats))("savefig", "format", format);
  if (figure.shownAxes.length === 0)
    throw new Error("savefig: the figure has no axes yet, so there is nothing to save");
  const changes: Json = {
    ...(read.facecolor !== undefined && { background: specColor(read.facecolor) }),
    ...(read.transparent && { background: "transparent" }),
    ...(read.padInches !== undefined && { padding: read.padInches * figure.dpi }),
  };
  const { interactive, write } = formats[format];
  const spec = { ...specOf(figure, { interactive }), ...changes };
  const scale = read.dpi === "figure" ? 1 : read.dpi / figure.dpi;
  const name = ending === undefined && read.format === undefined ? `${path}.png` : path;
  const content = write(spec, scale);
  if (!(content instanceof Promise)) return writeFile("savefig", name, content);
  const written = content.then((bytes) => writeFile("savefig", name, bytes));
  currentHost().atCellEnd?.(() => written);
}
