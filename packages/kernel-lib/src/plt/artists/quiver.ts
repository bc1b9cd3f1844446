import { arrowOutline, placedOutline, type ArrowShape } from "../arrows";
import { specColor, type Paint } from "../color/color";
import type { ColorMapping } from "../color/mapping";
import { pixel, rangeOf, type Artist, type Direction, type Frame, type Json } from "../model/artist";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { Drawn } from "./drawn";
import { fixedColor, noPaint, paintAt, strokeProperties } from "./paints";

/** What the lengths of arrows are measured in. */
export type LengthUnit = "width" | "height" | "dots" | "inches" | "x" | "y" | "xy";

/** How arrows look. */
export interface QuiverStyle extends ArrowShape {
  face: readonly Paint[];
  edge: Paint;
  /** Width of the edges in points. */
  linewidth: number;
  /** Whether arrows point as vectors do on the screen, or from one place of the axes to another; or degrees. */
  angles: "uv" | "xy" | readonly number[];
  /** How long a vector is that is one unit of `scaleUnits` long on the screen. */
  scale?: number;
  scaleUnits?: LengthUnit;
  /** Width of the shafts in units of `units`. */
  width?: number;
  units: LengthUnit;
}

/** Pixels of a unit of length. */
function dots(frame: Frame, unit: LengthUnit): number {
  const along = (direction: Direction) => {
    const { view } = frame[direction];
    return (direction === "x" ? frame.width : frame.height) / Math.abs(view[1] - view[0]);
  };
  switch (unit) {
    case "width":
      return frame.width;
    case "height":
      return frame.height;
    case "dots":
      return 1;
    case "inches":
      return 72 * frame.pt;
    case "xy":
      return (
        Math.hypot(frame.width, frame.height) /
        Math.hypot(frame.x.view[1] - frame.x.view[0], frame.y.view[1] - frame.y.view[0])
      );
    default:
      return along(unit);
  }
}

/** Vectors as arrows at places. Their shapes are in pixels. */
export class Quiver extends Drawn implements Artist {
  zorder = 1;
  label = "";

  constructor(
    readonly x: Float64Array,
    readonly y: Float64Array,
    readonly u: Float64Array,
    readonly v: Float64Array,
    readonly style: QuiverStyle,
    readonly values?: Float64Array,
    public mapping?: ColorMapping,
    readonly alpha = 1,
  ) {
    super();
  }

  range(direction: Direction) {
    return rangeOf(direction === "x" ? this.x : this.y);
  }

  /** How long and how turned the arrows are, and how wide their shafts, in pixels. */
  measured(frame: Frame): {
    lengths: number[];
    angles: number[];
    width: number;
    lengthOf(size: number): number;
  } {
    const { style } = this;
    const unit = dots(frame, style.units);
    const count = this.x.length;
    const span = frame.width / unit;
    const width = style.width ?? (0.06 * span) / Math.max(8, Math.min(25, Math.sqrt(count)));
    const onAxes = (eps: number) => this.onAxes(frame, eps);
    const byAxes =
      style.angles === "xy" || style.scaleUnits === "xy"
        ? onAxes(style.scaleUnits === "xy" ? 1 : 1e-3)
        : undefined;
    const sizes =
      byAxes && style.scaleUnits === "xy" && typeof style.angles === "string"
        ? byAxes.map(([dx, dy]) => Math.hypot(dx, dy))
        : Array.from(this.u, (u, i) => Math.hypot(u, this.v[i]));
    const finite = sizes.filter(Number.isFinite);
    const mean = finite.reduce((sum, size) => sum + size, 0) / finite.length;
    const usual = (1.8 * mean * Math.max(10, Math.sqrt(count))) / span;
    const perUnit =
      style.scaleUnits === undefined
        ? 1
        : (style.scaleUnits === "xy" ? 1 : dots(frame, style.scaleUnits)) / unit;
    const scale = style.scale ?? usual * perUnit;
    const lengthOf = (size: number) => (size * perUnit) / (scale * width);
    const angles =
      typeof style.angles !== "string"
        ? style.angles.map((degrees) => (degrees * Math.PI) / 180)
        : style.angles === "xy" && byAxes
          ? byAxes.map(([dx, dy]) => Math.atan2(dy, dx))
          : Array.from(this.u, (u, i) => Math.atan2(this.v[i], u));
    return { lengths: sizes.map(lengthOf), angles, width: width * unit, lengthOf };
  }

  /** The vectors in pixels, y up, as they run between places of the axes; from a part of them where they are long. */
  private onAxes(frame: Frame, part: number): [number, number][] {
    return Array.from(this.x, (x, i) => {
      const [u, v] = [this.u[i] * part, this.v[i] * part];
      const dx = pixel(frame, "x", x + u) - pixel(frame, "x", x);
      const dy = pixel(frame, "y", this.y[i]) - pixel(frame, "y", this.y[i] + v);
      return [dx / part, dy / part];
    });
  }

  /** The paints of the arrows, from the values where there are some. */
  faces(): readonly Paint[] {
    const { values, mapping } = this;
    if (!values || !mapping) return this.style.face;
    return Array.from(values, (value) => {
      const color = mapping.color(value);
      return color === undefined ? noPaint : { color, alpha: this.alpha };
    });
  }

  layers(frame: Frame): Json[] {
    const { lengths, angles, width } = this.measured(frame);
    const there = lengths.flatMap((length, i) =>
      Number.isFinite(length + this.x[i] + this.y[i]) ? [i] : [],
    );
    if (there.length === 0) return [];
    const shape = there.map((i) => {
      const corners = placedOutline(arrowOutline(lengths[i], this.style), angles[i], width);
      return `M${corners.map(([x, y]) => `${px(x)},${px(y)}`).join("L")}Z`;
    });
    const faces = this.faces();
    const x = positions(frame, "x", this.x);
    const y = positions(frame, "y", this.y);
    const many = faces.length > 1;
    const [first] = faces;
    return [
      {
        ...columns({
          x: there.map((i) => x[i]),
          y: there.map((i) => y[i]),
          shape,
          ...(many && { fill: there.map((i) => fixedColor(paintAt(faces, i))) }),
        }),
        mark: {
          type: "point",
          clip: true,
          size: 4,
          ...(many ? {} : { fill: specColor(first) }),
          ...(first.alpha < 1 && { fillOpacity: first.alpha }),
          ...strokeProperties(this.style.edge, px(this.style.linewidth * frame.pt)),
        },
        encoding: {
          x: quantity("x"),
          y: quantity("y"),
          shape: { field: "shape", type: "nominal", scale: null, legend: null },
          ...(many && { fill: { field: "fill", type: "nominal", scale: null, legend: null } }),
        },
      },
    ];
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Quiver of ${this.x.length} arrows>`;
  }
}
