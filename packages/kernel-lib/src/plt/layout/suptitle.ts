import type { Suptitle } from "../model/label";
import { option, readTable, type OptionsOf } from "../options/option";
import { number, text } from "../options/readers";
import { fontOf, fontOptions } from "../settings/font";

const suptitleOptions = {
  ...fontOptions,
  /** Where, as a share of the figure's width. Default: 0.5. */
  x: option(number(), { default: 0.5 }),
  /** Where its upper edge is, as a share of the figure's height. Default: 0.98. */
  y: option(number(), { default: 0.98 }),
};

/** Options of a figure's title. */
export type SuptitleOptions = OptionsOf<typeof suptitleOptions>;

/** Reads the title of a figure. */
export function readSuptitle(title: unknown, options: unknown): Suptitle {
  const written = text("suptitle", "text", title);
  const read = readTable("suptitle", options, suptitleOptions);
  return { text: written, ...fontOf(read), x: read.x, y: read.y };
}
