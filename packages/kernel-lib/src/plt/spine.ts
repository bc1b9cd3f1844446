import { addPythonNames } from "./pythonNames";
import { paint, type Color, type Paint } from "./color/color";
import { checkNumber } from "./options";

/** A side of axes. */
export type Side = "left" | "right" | "top" | "bottom";

/** One of the four lines of the frame around axes. */
export class Spine {
  color?: Paint;
  /** In points. */
  linewidth?: number;

  /** The same as {@link setVisible}. */
  declare set_visible: Spine["setVisible"];
  /** The same as {@link setColor}. */
  declare set_color: Spine["setColor"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: Spine["setLinewidth"];

  constructor(public visible: boolean) {}

  /**
   * Shows or hides the line.
   *
   * @param visible - Whether it is drawn.
   * @example
   * plt.gca().spines.top.setVisible(false);
   */
  setVisible(visible: boolean): void {
    this.visible = visible;
  }

  /** Sets the colour. */
  setColor(color: Color): void {
    this.color = paint("setColor", color);
  }

  /** Sets the width in points. */
  setLinewidth(width: number): void {
    checkNumber(0)("setLinewidth", "width", width);
    this.linewidth = width;
  }
}

addPythonNames(Spine);
