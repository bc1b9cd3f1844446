import type { Direction } from "./artist";
import type { Paint } from "../color/color";
import type { Dimension } from "./dimension";
import type { Label } from "./label";
import { rcParams } from "../rcParams";
import { readNumberFormat, type NumberFormat } from "../numberFormat";
import { addSnakeNames } from "../../array/snakeMembers";
import { defaultGrid, type Grid } from "./gridStyle";
import { choice, flag } from "../options/readers";
import { fontSize } from "../text/fontSize";

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
}

/** One direction of axes: what it may share with other axes, and what is drawn along it. */
export class Axis {
  /** The same as {@link setMajorFormatter}. */
  declare set_major_formatter: Axis["setMajorFormatter"];
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
  /** The same as {@link setInverted}. */
  declare set_inverted: Axis["setInverted"];
  label: Label = { text: "" };
  grid?: Grid;
  side: "bottom" | "left" | "right" | "top";
  /** The side of the label, where it is not that of the ticks. */
  labelSide?: "bottom" | "left" | "right" | "top";
  style: TickStyle = { labels: true, ticks: true };
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
   * Puts ticks and their labels on a side: "bottom" or "top" for x, "left" or "right" for y.
   *
   * @throws TypeError for another.
   */
  setTicksPosition(side: "bottom" | "top" | "left" | "right"): void {
    const read = this.readSide("setTicksPosition", side);
    this.moveTicks(read === "top" || read === "right");
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
    const { near, far, nearLabel, farLabel } = sides;
    const isFar = this.side === "top" || this.side === "right";
    if ((far === true && near === false) || (farLabel === true && nearLabel === false)) {
      this.moveTicks(true);
    } else if (isFar && (near === true || nearLabel === true)) {
      this.moveTicks(false);
    }
    const here = this.side === "top" || this.side === "right";
    const ticks = here ? far : near;
    const labels = here ? farLabel : nearLabel;
    if (ticks !== undefined) this.style.ticks = ticks;
    if (labels !== undefined) this.style.labels = labels;
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
   * @param format - A function from the value to the label, or a format such as "{x:.1f} s" or "%.2f".
   * @throws TypeError for anything else.
   * @example
   * plt.gca().yaxis.setMajorFormatter((value) => `${100 * value} %`);
   */
  setMajorFormatter(format: NumberFormat): void {
    this.dimension.formatter = readNumberFormat("setMajorFormatter", "format", format);
  }

  /** How many ticks have room on a length in points: a label to three of its heights on x, to two on y. */
  tickSpace(length: number): number {
    return Math.floor(length / (this.labelSize * (this.direction === "x" ? 3 : 2)));
  }
}

addSnakeNames(Axis.prototype);
