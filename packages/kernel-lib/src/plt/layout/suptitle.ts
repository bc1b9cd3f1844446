import type { Suptitle } from "../model/label";
import { checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { fontDefaults, readFont, type FontOptions } from "../settings/font";

/** Options of a figure's title. */
export interface SuptitleOptions extends FontOptions {
  /** Where, as a share of the figure's width. Default: 0.5. */
  x?: number;
  /** Where its upper edge is, as a share of the figure's height. Default: 0.98. */
  y?: number;
}

/** Reads the title of a figure. */
export function readSuptitle(text: unknown, options: unknown): Suptitle {
  const written = readText("suptitle", "text", text);
  const read = drawingOptions("suptitle", options, { ...fontDefaults, x: 0.5, y: 0.98 });
  checkOptions("suptitle", read, { x: checkNumber(), y: checkNumber() });
  return { text: written, ...readFont("suptitle", read), x: read.x, y: read.y };
}
