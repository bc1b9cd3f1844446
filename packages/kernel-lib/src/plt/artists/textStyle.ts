import type { Paint } from "../color/color";
import type { Linestyle } from "../linestyle";

/** A box behind a text. */
export interface TextBox {
  face: Paint;
  edge: Paint;
  /** Room around the text in multiples of its size. */
  pad: number;
  rounded: boolean;
  /** Width of the edge in points. */
  linewidth: number;
  linestyle: Linestyle;
}

/** How a text looks. */
export interface TextStyle {
  /** In points. */
  fontsize: number;
  color?: Paint;
  fontweight?: string | number;
  fontstyle?: string;
  alpha?: number;
  ha: "left" | "center" | "right";
  va: "top" | "center" | "baseline" | "bottom" | "center_baseline";
  /** Degrees, counter-clockwise. */
  rotation: number;
  /** Whether it is turned about its place after it is aligned there. Default: false. */
  turnedLast?: boolean;
  box?: TextBox;
  family?: string;
  /** Where its lines stand beside each other. Default: as it stands at its place. */
  ma?: "left" | "center" | "right";
  /** Distance of its lines, over the font size. Default: 1.2. */
  linespacing?: number;
}
