import { addSnakeNames } from "../../array/snakeMembers";
import { setProperties, type Properties } from "../artists/properties";
import { paint, type Color } from "../color/color";
import { choice, flag, type Scalar } from "../options/readers";
import { rotation, textSizeOption } from "../settings/font";
import type { Axis } from "./axis";

/**
 * The label of a tick, by which it can be changed. Colour, weight and whether it is shown are its own; size, angle and
 * alignment are those of all labels of its axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xticklabels.html
 * @example
 * plt.plot([1, 2, 3]);
 * for (const label of plt.gca().getXticklabels()) label.setRotation(45);
 */
export class TickLabel {
  constructor(
    private readonly axis: Axis,
    private readonly index: number,
    private readonly text: string,
  ) {}

  private change(look: object): void {
    this.axis.labelLooks[this.index] = { ...this.axis.labelLooks[this.index], ...look };
  }

  /** What it says. */
  getText(): string {
    return this.text;
  }

  /** Sets its colour. */
  setColor(color: Color): void {
    this.change({ color: paint("setColor", color) });
  }

  /** Sets how bold it is: "normal", "bold" or a number. */
  setFontweight(weight: string | number): void {
    this.change({ fontweight: weight });
  }

  /** Shows or hides it. */
  setVisible(visible: boolean): void {
    this.change({ hidden: !flag("setVisible", "visible", visible) });
  }

  /** Sets the size of the axis' labels in points, or by a name such as "small". */
  setFontsize(size: Scalar | string): void {
    this.axis.style.labelsize = textSizeOption("setFontsize", "size", size);
  }

  /** Turns the axis' labels, in degrees, counter-clockwise. */
  setRotation(angle: Scalar | "horizontal" | "vertical"): void {
    this.axis.style.rotation = rotation("setRotation", "angle", angle);
  }

  /** Sets where the axis' labels have their ticks: "left", "center" or "right". */
  setHorizontalalignment(place: "left" | "center" | "right"): void {
    this.axis.style.ha = choice("left", "center", "right")("setHorizontalalignment", "place", place);
  }

  /** The same as {@link setHorizontalalignment}. */
  setHa(place: "left" | "center" | "right"): void {
    this.setHorizontalalignment(place);
  }

  /** Sets several properties at once, by the names that their setters have. */
  set(values: Properties<this>): void {
    setProperties("set", this, values);
  }

  toString(): string {
    return this.text;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `TickLabel(${JSON.stringify(this.text)})`;
  }
}

addSnakeNames(TickLabel.prototype);

/** The labels of the ticks of an axis. */
export const tickLabelsOf = (axis: Axis, labels: readonly string[]): TickLabel[] =>
  labels.map((text, index) => new TickLabel(axis, index, text));
