import type { Suptitle } from "../model/label";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, number, text } from "../options/readers";
import { fontOf, fontOptions } from "../settings/font";

const suptitleOptions = {
  ...fontOptions,
  /** Where, as a share of the figure's width. Default: 0.5. */
  x: option(number(), { default: 0.5 }),
  /** Where, as a share of the figure's height. Default: 0.98. */
  y: option(number(), { default: 0.98 }),
  /** Where the place is in the text. Default: "center". Short: `ha`. */
  horizontalalignment: option(choice("left", "center", "right"), { default: "center", aliases: ["ha"] }),
  /** Where the place is in the text. Default: "top". Short: `va`. */
  verticalalignment: option(choice("top", "center", "baseline", "bottom"), {
    default: "top",
    aliases: ["va"],
  }),
};

/** Options of a figure's title. */
export type SuptitleOptions = OptionsOf<typeof suptitleOptions>;

/** Reads the title of a figure. */
export function readSuptitle(title: unknown, options: unknown): Suptitle {
  const written = text("suptitle", "text", title);
  const read = readTable("suptitle", options, suptitleOptions);
  const { x, y, horizontalalignment: ha, verticalalignment: va } = read;
  return { text: written, ...fontOf(read), x, y, ha, va };
}
