import { barbOutline, type BarbShape } from "../barbShapes";
import { specColor, type Paint } from "../color/color";
import type { ColorMapping } from "../color/mapping";
import { rangeOf, type Artist, type Direction, type Frame, type Json } from "../model/artist";
import { columns, positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import { Drawn } from "./drawn";
import { fixedColor, noPaint, strokeProperties } from "./paints";

/** How barbs look. */
export interface BarbStyle extends BarbShape {
  face: Paint;
  /** Undefined: that of the inside. */
  edge?: Paint;
  /** Width of the edges in points. */
  linewidth: number;
  /** Which have their flags on the other side. */
  flipped: readonly boolean[];
}

/** Vectors as shafts with flags and barbs. Their shapes are in points. */
export class Barbs extends Drawn implements Artist {
  zorder = 1;
  label = "";

  constructor(
    readonly x: Float64Array,
    readonly y: Float64Array,
    readonly u: Float64Array,
    readonly v: Float64Array,
    readonly style: BarbStyle,
    readonly values?: Float64Array,
    public mapping?: ColorMapping,
    readonly alpha = 1,
  ) {
    super();
  }

  range(direction: Direction) {
    return rangeOf(direction === "x" ? this.x : this.y);
  }

  private shape(i: number, pt: number): string {
    const { style } = this;
    // The shapes are as large as their length says twice over.
    const scale = (style.length / 2) * pt;
    const corners = barbOutline(this.u[i], this.v[i], style, style.flipped[i % style.flipped.length]);
    return `M${corners.map(([x, y]) => `${px(x * scale)},${px(-y * scale)}`).join("L")}Z`;
  }

  layers(frame: Frame): Json[] {
    const { style, values, mapping } = this;
    const there = Array.from(this.x.keys()).filter((i) =>
      Number.isFinite(this.x[i] + this.y[i] + this.u[i] + this.v[i]),
    );
    if (there.length === 0) return [];
    const x = positions(frame, "x", this.x);
    const y = positions(frame, "y", this.y);
    const paints =
      values &&
      mapping &&
      there.map((i) => {
        const color = mapping.color(values[i]);
        return fixedColor(color === undefined ? noPaint : { color, alpha: this.alpha });
      });
    const opacity = paints ? this.alpha : style.face.alpha;
    const width = px(style.linewidth * frame.pt);
    const edge = style.edge ?? style.face;
    const byValue = (field: "fill") => ({ field, type: "nominal", scale: null, legend: null });
    return [
      {
        ...columns({
          x: there.map((i) => x[i]),
          y: there.map((i) => y[i]),
          shape: there.map((i) => this.shape(i, frame.pt)),
          ...(paints && { fill: paints }),
        }),
        mark: {
          type: "point",
          clip: true,
          size: 4,
          strokeJoin: "miter",
          ...(paints ? { strokeWidth: width } : { fill: specColor(style.face) }),
          ...(opacity < 1 && { fillOpacity: opacity }),
          ...(!(paints && !style.edge) && strokeProperties(edge, width)),
        },
        encoding: {
          x: quantity("x"),
          y: quantity("y"),
          shape: { field: "shape", type: "nominal", scale: null, legend: null },
          ...(paints && { fill: byValue("fill"), ...(!style.edge && { stroke: byValue("fill") }) }),
        },
      },
    ];
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Barbs at ${this.x.length} places>`;
  }
}
