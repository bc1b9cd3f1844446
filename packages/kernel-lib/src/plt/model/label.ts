import type { Paint } from "../color/color";
import type { Artist, Frame } from "./artist";

/** A text and how it looks; what is undefined follows rcParams. */
export interface Label {
  text: string;
  /** In points. */
  fontsize?: number;
  color?: Paint;
  fontweight?: string | number;
  fontstyle?: string;
  loc?: string;
  /** Distance from the axes in points. */
  pad?: number;
  rotation?: number;
}

/** A text on a figure, whose place is in shares of it. */
export interface Written extends Artist {
  readonly text: string;
  /** The middle and the size, in pixels from the upper left corner. */
  extent(frame: Frame): { centre: [x: number, y: number]; width: number; height: number };
  /** The same for axes whose upper left corner is so many pixels to the right and down. */
  seenFrom(frame: Frame, corner: { left: number; top: number }): Artist;
}

/** The title of a figure, where it is, as shares of the figure, and where this place is in it. */
export type Suptitle = Label & {
  x: number;
  y: number;
  ha: "left" | "center" | "right";
  va: "top" | "center" | "baseline" | "bottom";
};

export const noTitle: Suptitle = { text: "", x: 0.5, y: 0.98, ha: "center", va: "top" };
