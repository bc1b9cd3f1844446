import type { Direction } from "./artist";
import type { Paint } from "../color/color";
import type { Dimension } from "./dimension";
import type { Label } from "./label";
import { rcParams } from "../rcParams";
import type { Spelled } from "../../array/options";
import { addSnakeNames } from "../../array/snakeMembers";
import { defaultGrid, type Grid } from "./gridStyle";
import { readTable } from "../options/option";
import { choice, flag } from "../options/readers";
import { tickOptions, type AxisTickParams, type TicksRead } from "../options/ticks";
import { fontSize } from "../text/fontSize";
import { readFormatter, type Formatter } from "../ticks/formatters";
import { AutoDateLocator } from "../ticks/dateLocators";
import { AutoLocator, FixedLocator, readLocator, type Locator } from "../ticks/locators";

/** How the labels of ticks are written. */
export type TickFormat = string | ((value: number, position: number) => unknown) | Formatter;

/** How ticks and their labels look; what is undefined follows rcParams. Lengths are in points. */
export interface TickStyle {
  labels: boolean;
  ticks: boolean;
  length?: number;
  width?: number;
  color?: Paint;
  labelcolor?: Paint;
  labelsize?: number;
  rotation?: number;
  ha?: "left" | "center" | "right";
  pad?: number;
  direction?: "in" | "out";
  /** Length and width of small ticks. */
  minorLength?: number;
  minorWidth?: number;
  /** Whether there are ticks, and labels, on the other side as well. Default: no. */
  otherTicks?: boolean;
  otherLabels?: boolean;
}

/** How the label of one tick looks, where not as the others. */
export interface LabelLook {
  color?: Paint;
  fontweight?: string | number;
  hidden?: boolean;
}

/** The sides that lie across the axes from each other. */
export const opposite = { bottom: "top", top: "bottom", left: "right", right: "left" } as const;

/** One direction of axes: what it may share with other axes, and what is drawn along it. */
export class Axis {
  /** The same as {@link setMajorFormatter}. */
  declare set_major_formatter: Axis["setMajorFormatter"];
  /** The same as {@link setMinorFormatter}. */
  declare set_minor_formatter: Axis["setMinorFormatter"];
  /** The same as {@link setMajorLocator}. */
  declare set_major_locator: Axis["setMajorLocator"];
  /** The same as {@link setMinorLocator}. */
  declare set_minor_locator: Axis["setMinorLocator"];
  /** The same as {@link getMajorLocator}. */
  declare get_major_locator: Axis["getMajorLocator"];
  /** The same as {@link setVisible}. */
  declare set_visible: Axis["setVisible"];
  /** The same as {@link setLabelPosition}. */
  declare set_label_position: Axis["setLabelPosition"];
  /** The same as {@link setTicksPosition}. */
  declare set_ticks_position: Axis["setTicksPosition"];
  /** The same as {@link tickRight}. */
  declare tick_right: Axis["tickRight"];
  /** The same as {@link tickLeft}. */
  declare tick_left: Axis["tickLeft"];
  /** The same as {@link tickTop}. */
  declare tick_top: Axis["tickTop"];
  /** The same as {@link tickBottom}. */
  declare tick_bottom: Axis["tickBottom"];
  /** The same as {@link setTickParams}. */
  declare set_tick_params: Axis["setTickParams"];
  /** The same as {@link setInverted}. */
  declare set_inverted: Axis["setInverted"];
  label: Label = { text: "" };
  grid?: Grid;
  side: "bottom" | "left" | "right" | "top";
  /** The side of the label, where it is not that of the ticks. */
  labelSide?: "bottom" | "left" | "right" | "top";
  style: TickStyle = { labels: true, ticks: true };
  /** Looks of single labels, by the numbers of their ticks. */
  readonly labelLooks: Record<number, LabelLook> = {};
  margin: number;
  visible = true;

  constructor(
    readonly direction: Direction,
    public dimension: Dimension,
  ) {
    this.side = direction === "x" ? "bottom" : "left";
    if (rcParams["axes.grid"]) this.grid = defaultGrid();
    this.margin = rcParams[direction === "x" ? "axes.xmargin" : "axes.ymargin"];
  }

  /** Shows or hides ticks, their labels, the label and the grid. */
  setVisible(visible: boolean): void {
    this.visible = flag("setVisible", "visible", visible);
  }

  /**
   * Puts the label on a side: "bottom" or "top" for x, "left" or "right" for y.
   *
   * @throws TypeError for another.
   */
  setLabelPosition(side: "bottom" | "top" | "left" | "right"): void {
    this.labelSide = this.readSide("setLabelPosition", side);
  }

  /**
   * Puts ticks and their labels on a side: "bottom" or "top" for x, "left" or "right" for y; or ticks on both.
   *
   * @throws TypeError for another.
   */
  setTicksPosition(side: "bottom" | "top" | "left" | "right" | "both"): void {
    if (side === "both") {
      this.show({ near: true, far: true });
      return;
    }
    const read = this.readSide("setTicksPosition", side);
    this.moveTicks(read === "top" || read === "right");
    Object.assign(this.style, { otherTicks: false, otherLabels: false });
  }

  /** Turns it round, or back. */
  setInverted(inverted: boolean): void {
    const [from, to] = this.dimension.view;
    if (from > to !== flag("setInverted", "inverted", inverted)) this.dimension.invert();
  }

  /** Puts the ticks of a y axis on the right. */
  tickRight(): void {
    this.setTicksPosition("right");
  }

  /** Puts the ticks of a y axis on the left. */
  tickLeft(): void {
    this.setTicksPosition("left");
  }

  /** Puts the ticks of an x axis on top. */
  tickTop(): void {
    this.setTicksPosition("top");
  }

  /** Puts the ticks of an x axis at the bottom. */
  tickBottom(): void {
    this.setTicksPosition("bottom");
  }

  private readSide(functionName: string, side: unknown): "bottom" | "top" | "left" | "right" {
    const sides = this.direction === "x" ? (["bottom", "top"] as const) : (["left", "right"] as const);
    return choice<"bottom" | "top" | "left" | "right">(...sides)(functionName, "side", side);
  }

  /** Puts ticks and their labels on the far side; the label stays where it is. */
  moveTicks(far: boolean): void {
    this.labelSide ??= this.side;
    this.side = this.direction === "x" ? (far ? "top" : "bottom") : far ? "right" : "left";
  }

  /** Shows or hides ticks and labels on the near side (bottom, left) and the far side (top, right). */
  show(sides: { near?: boolean; far?: boolean; nearLabel?: boolean; farLabel?: boolean }): void {
    const { style } = this;
    const isFar = this.side === "top" || this.side === "right";
    const here = { ticks: style.ticks, labels: style.labels };
    const there = { ticks: style.otherTicks ?? false, labels: style.otherLabels ?? false };
    const [near, far] = isFar ? [there, here] : [here, there];
    const onNear = { ticks: sides.near ?? near.ticks, labels: sides.nearLabel ?? near.labels };
    const onFar = { ticks: sides.far ?? far.ticks, labels: sides.farLabel ?? far.labels };
    const labelled = onNear.labels || onFar.labels;
    const toFar = labelled ? !onNear.labels : onFar.ticks && !onNear.ticks;
    // Where nothing is left, it stays where it was.
    if (toFar !== isFar && (labelled || onNear.ticks || onFar.ticks)) this.moveTicks(toFar);
    const nowFar = this.side === "top" || this.side === "right";
    const [own, other] = nowFar ? [onFar, onNear] : [onNear, onFar];
    Object.assign(style, own, { otherTicks: other.ticks, otherLabels: other.labels });
  }

  /**
   * Changes how ticks and their labels look, as {@link tickParams} does for both axes.
   *
   * @param options - What to change.
   * @throws TypeError for an unknown option, or a value that does not fit.
   */
  setTickParams(options?: Spelled<AxisTickParams>): void {
    this.changeTicks(readTable("setTickParams", options, tickOptions));
  }

  /** Changes what of the looks of ticks is given. */
  changeTicks(read: TicksRead): void {
    const between = { minorLength: read.length, minorWidth: read.width };
    const changed: Partial<TickStyle> = {
      ...(read.which !== "minor" && {
        direction: read.direction,
        length: read.length,
        width: read.width,
        color: read.color ?? read.colors,
        labelcolor: read.labelcolor ?? read.colors,
        labelsize: read.labelsize,
        rotation: read.labelrotation,
        pad: read.pad,
      }),
      ...(read.which !== "major" && between),
    };
    for (const [name, value] of Object.entries(changed)) {
      if (value !== undefined) Object.assign(this.style, { [name]: value });
    }
    this.show(
      this.direction === "x"
        ? { near: read.bottom, far: read.top, nearLabel: read.labelbottom, farLabel: read.labeltop }
        : { near: read.left, far: read.right, nearLabel: read.labelleft, farLabel: read.labelright },
    );
  }

  /** How ticks look, or the small ones between; lengths are in points. */
  tickLook(minor: boolean): { length: number; width: number; direction: string } {
    const { style } = this;
    const kind = `${this.direction}tick.${minor ? "minor" : "major"}` as const;
    const own = minor ? { length: style.minorLength, width: style.minorWidth } : style;
    return {
      length: own.length ?? rcParams[`${kind}.size`],
      width: own.width ?? rcParams[`${kind}.width`],
      direction: style.direction ?? rcParams[`${this.direction}tick.direction`],
    };
  }

  /** Size of the tick labels in points. */
  get labelSize(): number {
    return (
      this.style.labelsize ??
      fontSize("tickParams", rcParams[this.direction === "x" ? "xtick.labelsize" : "ytick.labelsize"])
    );
  }

  /**
   * Sets how the labels of ticks are written.
   *
   * @param format - A function from the value and the tick's number to the label, a format such as "{x:.1f} s" or
   *   "%.2f", or a formatter such as `new plt.PercentFormatter()`.
   * @throws TypeError for anything else.
   * @example
   * plt.gca().yaxis.setMajorFormatter((value) => `${100 * value} %`);
   */
  setMajorFormatter(format: TickFormat): void {
    this.dimension.formatter = readFormatter("setMajorFormatter", format);
  }

  /** Sets how the labels of small ticks are written, as {@link setMajorFormatter} does for the others. */
  setMinorFormatter(format: TickFormat): void {
    this.dimension.minorFormatter = readFormatter("setMinorFormatter", format);
  }

  /**
   * Sets where ticks are.
   *
   * @param locator - Such as `new plt.MultipleLocator(1)`.
   * @throws TypeError for anything but a locator.
   * @example
   * plt.gca().xaxis.setMajorLocator(new plt.MultipleLocator(0.5));
   */
  setMajorLocator(locator: Locator): void {
    const majorLocator = readLocator("setMajorLocator", locator);
    Object.assign(this.dimension, { majorLocator, fixedTicks: undefined, fixedLabels: undefined });
  }

  /** Sets where small ticks are, as {@link setMajorLocator} does for the others. */
  setMinorLocator(locator: Locator): void {
    const minorLocator = readLocator("setMinorLocator", locator);
    Object.assign(this.dimension, { minorLocator, fixedMinor: undefined });
  }

  /** What places the ticks. */
  getMajorLocator(): Locator {
    const { majorLocator, dates, fixedTicks } = this.dimension;
    if (fixedTicks) return new FixedLocator([...fixedTicks]);
    return majorLocator ?? (dates ? new AutoDateLocator() : new AutoLocator());
  }

  /** How many ticks have room on a length in points: a label to three of its heights on x, to two on y. */
  tickSpace(length: number): number {
    return Math.floor(length / (this.labelSize * (this.direction === "x" ? 3 : 2)));
  }
}

addSnakeNames(Axis.prototype);

/** The side that the label of an axis is on. */
export const labelSideOf = ({ side, labelSide = side }: Axis): Axis["side"] => labelSide;

/** Whether the label of an axis is on another side than its ticks, and so is no part of what Vega draws as the axis. */
export const labelApart = (axis: Axis): boolean => labelSideOf(axis) !== axis.side;
