import { columns } from "../spec/data";
import { rangeOf, type Artist, type Direction, type Frame, type Json, type LegendKey } from "../model/artist";
import { edgeProperties, patchKey, type FilledStyle } from "./filled";
import { hatchLayers, hatchPaint } from "./hatched";
import { fillProperties } from "./paints";
import type { PolarPlane } from "../model/polar";
import { Drawn } from "./drawn";
import { paint, type Color, type Paint } from "../color/color";
import { inData, measuredBy, measuredPath, placeOf, readTransform, type Transform } from "../coordinates";
import { hatch } from "../hatching";
import { readLinestyle, type LinestyleName } from "../linestyle";
import { faded } from "../options/looks";
import { readPatch, type PatchOptions } from "../options/patch";
import { flag, notNegative, share } from "../options/readers";
import type { Spelled } from "../../array/options";
import { addSnakeNames } from "../../array/snakeMembers";

/**
 * A filled shape with straight sides. Made by {@link fill} and its kin; `new plt.Patch(options)` makes one without a
 * shape, for a legend.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Patch.html
 * @example
 * plt.legend({ handles: [new plt.Patch({ facecolor: "C1", label: "one" })] });
 */
export class Patch extends Drawn implements Artist {
  zorder = 1;

  /** The same as {@link setFacecolor}. */
  declare set_facecolor: Patch["setFacecolor"];
  /** The same as {@link setEdgecolor}. */
  declare set_edgecolor: Patch["setEdgecolor"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: Patch["setLinewidth"];
  /** The same as {@link setColor}. */
  declare set_color: Patch["setColor"];
  /** The same as {@link setLinestyle}. */
  declare set_linestyle: Patch["setLinestyle"];
  /** The same as {@link setHatch}. */
  declare set_hatch: Patch["setHatch"];
  /** The same as {@link setTransform}. */
  declare set_transform: Patch["setTransform"];
  /** The same as {@link setClipOn}. */
  declare set_clip_on: Patch["setClipOn"];
  /** The same as {@link setAlpha}. */
  declare set_alpha: Patch["setAlpha"];

  readonly x: readonly number[];
  readonly y: readonly number[];
  style: FilledStyle;
  label: string;
  /** Whether its edge goes back to where it began. */
  protected closed = true;

  /**
   * Makes a patch that is on no axes.
   *
   * @param options - How it looks.
   */
  constructor(options?: Spelled<PatchOptions>);
  constructor(x: readonly number[], y: readonly number[], style: FilledStyle, label: string);
  constructor(...args: unknown[]) {
    super();
    if (args.length > 1) {
      [this.x, this.y, this.style, this.label] = args as [number[], number[], FilledStyle, string];
      return;
    }
    const { style, label, zorder } = readPatch("Patch", args[0]);
    [this.x, this.y, this.style, this.label, this.zorder] = [[], [], style, label, zorder];
  }

  /** Sets the colour inside. */
  setFacecolor(color: Color): void {
    this.style = { ...this.style, face: [faded(paint("setFacecolor", color), this.style.opacity)] };
  }

  /** Sets the colour of the edge. */
  setEdgecolor(color: Color): void {
    this.style = { ...this.style, edge: [faded(paint("setEdgecolor", color), this.style.opacity)] };
  }

  /** Sets the width of the edge in points. */
  setLinewidth(width: number): void {
    this.style = { ...this.style, linewidth: notNegative("setLinewidth", "width", width) };
  }

  /** Sets the opacity from 0 to 1. */
  setAlpha(alpha: number): void {
    const opacity = share("setAlpha", "alpha", alpha);
    const { face, edge } = this.style;
    const all = (paints: readonly Paint[]) => paints.map((each) => faded(each, opacity));
    this.style = { ...this.style, face: all(face), edge: all(edge), opacity };
  }

  /** What its places are measured in. */
  private measured = inData;

  /** Sets what its places are measured in: `ax.transAxes`, `ax.getXaxisTransform()` and so on. */
  setTransform(transform: Transform): void {
    this.measured = measuredBy(readTransform("setTransform", "transform", transform));
  }

  /** Sets whether what lies beyond the axes is not drawn. */
  setClipOn(clip: boolean): void {
    this.style = { ...this.style, clip: flag("setClipOn", "clip", clip) };
  }

  /** Sets the colour inside and that of the edge. */
  setColor(color: Color): void {
    this.setFacecolor(color);
    this.setEdgecolor(color);
  }

  /** Sets how the edge is drawn: "-", "--", "-." or ":". */
  setLinestyle(style: LinestyleName): void {
    this.style = { ...this.style, linestyle: readLinestyle("setLinestyle", style) };
  }

  /** Sets the pattern, such as "/". */
  setHatch(pattern: string): void {
    this.style = { ...this.style, hatch: [hatch("setHatch", "pattern", pattern)] };
  }

  range(direction: Direction) {
    if (this.measured[direction] === "axes") return undefined;
    return rangeOf(direction === "x" ? this.x : this.y);
  }

  projected(plane: PolarPlane): Artist {
    const { x, y } = plane.places(this.x, this.y);
    return Object.assign(new Patch([...x], [...y], this.style, ""), { closed: this.closed });
  }

  layers(frame: Frame): Json[] {
    const { face, edge, hatch } = this.style;
    if (this.x.length === 0) return [];
    const { clip = true } = this.style;
    const closed = (values: readonly number[]) => (this.closed ? [...values, ...values.slice(0, 1)] : values);
    const path = measuredPath(frame, { x: closed(this.x), y: closed(this.y) }, this.measured);
    return [
      {
        ...columns(path.fields),
        mark: {
          type: "line",
          clip,
          strokeJoin: "miter",
          ...fillProperties(face[0]),
          ...edgeProperties(this.style, edge[0], frame),
        },
        encoding: path.encoding,
      },
      ...hatchLayers(frame, [this], hatch?.[0], hatchPaint(edge[0], face[0])),
    ];
  }

  key(frame: Frame, half: number): LegendKey {
    return patchKey(frame, half, this.style);
  }

  obstacles(frame: Frame) {
    const along = (direction: Direction, values: readonly number[]) =>
      [...values, ...values.slice(0, 1)].map((value) => placeOf(frame, direction, value, this.measured));
    const line: [number[], number[]] = [along("x", this.x), along("y", this.y)];
    return { lines: [line] as [ArrayLike<number>, ArrayLike<number>][] };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Patch of ${this.x.length} corners>`;
  }
}

addSnakeNames(Patch.prototype);
