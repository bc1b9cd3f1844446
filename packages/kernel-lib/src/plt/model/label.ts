import type { Paint } from "../color/color";

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

/** The title of a figure, and where it is, as shares of the figure. */
export type Suptitle = Label & { x: number; y: number };

export const noTitle: Suptitle = { text: "", x: 0.5, y: 0.98 };
