import { describe } from "../../array/options";
import { addSnakeNames } from "../../array/snakeMembers";
import { paint, type Color, type Paint } from "../color/color";
import { readLinestyle, type Linestyle, type LinestyleName } from "../linestyle";
import { notNegative, number, type Scalar } from "../options/readers";
import type { Interval } from "./scale";

/** A side of axes. */
export type Side = (typeof sides)[number];

export const sides = ["left", "right", "top", "bottom"] as const;

/** What the place of a line of the frame is measured in, and how far it is. */
export type SpinePlace = readonly [unit: "data" | "axes" | "outward", amount: number];

/** One of the four lines of the frame around axes. */
export class Spine {
  color?: Paint;
  /** In points. */
  linewidth?: number;
  linestyle: Linestyle = "-";
  /** From where to where it reaches, in data; undefined: all along the axes. */
  bounds?: Interval;
  /** Where it is, if not at the edge of the axes. */
  place?: SpinePlace;

  /** The same as {@link setVisible}. */
  declare set_visible: Spine["setVisible"];
  /** The same as {@link setColor}. */
  declare set_color: Spine["setColor"];
  /** The same as {@link setPosition}. */
  declare set_position: Spine["setPosition"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: Spine["setLinewidth"];

  /** The same as {@link setLinestyle}. */
  declare set_linestyle: Spine["setLinestyle"];
  /** The same as {@link setBounds}. */
  declare set_bounds: Spine["setBounds"];

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

  /**
   * Moves the line, and with it the ticks and labels of its axis.
   *
   * @param place - "zero", "center", or what the place is measured in and how far it is: `["data", 2]` in the other
   *   direction's data, `["axes", 0.25]` as a share of the axes, `["outward", 10]` in points beyond the edge.
   * @throws TypeError for anything else.
   * @example
   * plt.plot([-2, 2], [-1, 3]);
   * plt.gca().spines.left.setPosition("zero");
   */
  setPosition(place: "zero" | "center" | SpinePlace): void {
    const [unit, amount] = place === "zero" ? ["data", 0] : place === "center" ? ["axes", 0.5] : place;
    if (!["data", "axes", "outward"].includes(unit as string) || !Number.isFinite(amount)) {
      throw new TypeError(
        `setPosition: expected "zero", "center" or a pair such as ["data", 0], got ${describe(place)}`,
      );
    }
    this.place = [unit, amount] as SpinePlace;
  }

  /** Sets the colour. */
  setColor(color: Color): void {
    this.color = paint("setColor", color);
  }

  /** Sets the style of the stroke: "-", "--", "-.", ":" or "None". */
  setLinestyle(style: LinestyleName): void {
    this.linestyle = readLinestyle("setLinestyle", style);
  }

  /** Has it reach from one value of its direction to another only. */
  setBounds(low: Scalar, high: Scalar): void {
    this.bounds = [number()("setBounds", "low", low), number()("setBounds", "high", high)];
  }

  /** Sets the width in points. */
  setLinewidth(width: number): void {
    this.linewidth = notNegative("setLinewidth", "width", width);
  }
}

addSnakeNames(Spine.prototype);
