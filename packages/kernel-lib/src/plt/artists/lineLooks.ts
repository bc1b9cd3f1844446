import { addSnakeNames } from "../../array/snakeMembers";
import { paint, type Color, type Paint } from "../color/color";
import { readLinestyle, type LinestyleName } from "../linestyle";
import { readMarker, type MarkerName } from "../markers";
import { lineOptions } from "../options/line";
import { faded } from "../options/looks";
import { flag, notNegative, share, type Scalar } from "../options/readers";
import { Drawn } from "./drawn";
import type { LineStyle } from "./lineStyle";
import { readMarkEvery, type MarkEvery } from "./markEvery";

/** A colour as it is written: "#rrggbb", or "black". */
const written = ({ color }: Paint) => (color === "ink" ? "black" : color);

/** The looks of a line, which can be asked for and changed. */
export abstract class LineLooks extends Drawn {
  abstract readonly style: LineStyle;

  /** The colour, as "#rrggbb"; black is "black". */
  getColor(): string {
    return written(this.style.color);
  }

  /** The width in points. */
  getLinewidth(): number {
    return this.style.linewidth;
  }

  /** The marker; "None" where there is none. */
  getMarker(): string {
    return this.style.marker ?? "None";
  }

  /** The diameter of the markers in points. */
  getMarkersize(): number {
    return this.style.markersize;
  }

  /** The opacity from 0 to 1. */
  getAlpha(): number {
    return this.style.color.alpha;
  }

  /** Sets the opacity from 0 to 1. */
  setAlpha(alpha: Scalar): void {
    const opacity = share("setAlpha", "alpha", alpha);
    const { color, markeredgecolor, markerfacecolor } = this.style;
    Object.assign(this.style, {
      opacity,
      color: faded(color, opacity),
      markeredgecolor: faded(markeredgecolor, opacity),
      markerfacecolor: faded(markerfacecolor, opacity),
    });
  }

  /** Sets the colour. */
  setColor(color: Color): void {
    this.style.color = faded(paint("setColor", color), this.style.opacity);
  }

  /** Sets the width in points. */
  setLinewidth(width: Scalar): void {
    this.style.linewidth = notNegative("setLinewidth", "width", width);
  }

  /** Sets the style of the stroke: "-", "--", "-.", ":" or "None", or dashes and gaps after an offset, as `[0, [5, 2]]`. */
  setLinestyle(style: LinestyleName): void {
    this.style.linestyle = readLinestyle("setLinestyle", style);
  }

  /** Sets lengths of dashes and gaps in turn, in widths of the line. */
  setDashes(dashes: readonly number[]): void {
    const read = lineOptions.dashes.read("setDashes", "dashes", dashes) as readonly number[];
    this.style.linestyle = readLinestyle("setDashes", [0, read]);
  }

  /** Sets how points are joined: "default", "steps-pre", "steps-mid" or "steps-post". */
  setDrawstyle(style: "default" | "steps" | "steps-pre" | "steps-mid" | "steps-post"): void {
    this.style.drawstyle = lineOptions.drawstyle.read("setDrawstyle", "style", style) as string;
  }

  /** Sets the marker: "o", "s", "^" and so on, or "None". */
  setMarker(marker: MarkerName): void {
    this.style.marker = readMarker("setMarker", marker);
  }

  /** Sets the diameter of the markers in points. */
  setMarkersize(size: Scalar): void {
    this.style.markersize = notNegative("setMarkersize", "size", size);
  }

  /** Sets the colour of the markers' edges. */
  setMarkeredgecolor(color: Color): void {
    this.style.markeredgecolor = faded(paint("setMarkeredgecolor", color), this.style.opacity);
  }

  /** Sets the width of the markers' edges in points. */
  setMarkeredgewidth(width: Scalar): void {
    this.style.markeredgewidth = notNegative("setMarkeredgewidth", "width", width);
  }

  /** Sets the colour inside the markers. */
  setMarkerfacecolor(color: Color): void {
    this.style.markerfacecolor = faded(paint("setMarkerfacecolor", color), this.style.opacity);
  }

  /** Sets which points have a marker: every so many, or some by their numbers. */
  setMarkevery(every: MarkEvery | readonly boolean[]): void {
    this.style.markevery = readMarkEvery("setMarkevery", every);
  }

  /** Sets whether what lies beyond the axes is not drawn. */
  setClipOn(clip: boolean): void {
    this.style.clip = flag("setClipOn", "clip", clip);
  }
}

addSnakeNames(LineLooks.prototype);
