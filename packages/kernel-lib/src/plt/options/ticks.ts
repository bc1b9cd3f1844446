import { rotation, textSizeOption } from "../settings/font";
import { color } from "./looks";
import { option, type OptionsOf, type ReadOf } from "./option";
import { choice, flag, notNegative, number } from "./readers";

export const tickOptions = {
  /** Default: "major". */
  which: option(choice("major", "minor", "both"), { default: "major" }),
  /** Which way ticks point. Default: "out". */
  direction: option(choice("in", "out")),
  /** Length of the ticks. */
  length: option(notNegative),
  /** Width of the ticks. */
  width: option(notNegative),
  /** Colour of the ticks. */
  color: option(color),
  /** Distance from ticks to labels. */
  pad: option(number()),
  /** In points, or a name such as "small". */
  labelsize: option(textSizeOption),
  /** Colour of the labels. */
  labelcolor: option(color),
  /** Colour of ticks and labels. */
  colors: option(color),
  /** Degrees, counter-clockwise. Short: `rotation`. */
  labelrotation: option(rotation, { aliases: ["rotation"] }),
  /** Whether there are ticks at the bottom. */
  bottom: option(flag),
  /** Whether there are ticks at the top. */
  top: option(flag),
  /** Whether there are ticks on the left. */
  left: option(flag),
  /** Whether there are ticks on the right. */
  right: option(flag),
  /** Whether there are labels at the bottom. */
  labelbottom: option(flag),
  /** Whether there are labels at the top. */
  labeltop: option(flag),
  /** Whether there are labels on the left. */
  labelleft: option(flag),
  /** Whether there are labels on the right. */
  labelright: option(flag),
};

/** Options of {@link setTickParams}. Lengths are in points. */
export type AxisTickParams = OptionsOf<typeof tickOptions>;

/** Options of ticks that have been read. */
export type TicksRead = ReadOf<typeof tickOptions>;
