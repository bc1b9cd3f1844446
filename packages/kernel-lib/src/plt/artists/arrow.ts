import { specColor, type Paint } from "../color/color";
import { positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import type { Artist, Frame, Json } from "../model/artist";
import type { PolarPlane } from "../model/polar";
import { noPaint } from "./paints";
import type { Text } from "./text";

/** How an arrow looks. Lengths are in points. */
export interface ArrowStyle {
  /** "-", "->", "<-", "<->", "-|>", "<|-", "<|-|>", or "simple" for a filled shape. */
  arrowstyle: string;
  color: Paint;
  face: Paint;
  linewidth: number;
  /** Room left at its end. */
  shrink: number;
  /** Share of its length left free at both ends, for a filled shape. */
  shrinkShare: number;
  /** Thickness of the shaft, width and length of the head, for a filled shape. */
  width: number;
  headwidth: number;
  headlength: number;
}

type Point = readonly [x: number, y: number];

const write = ([x, y]: Point) => `${px(x)},${px(y)}`;
const along = ([x, y]: Point, [dx, dy]: Point, length: number): Point => [x + dx * length, y + dy * length];

/** An arrow from a text to what it is about. Its path is in pixels about the point, so that the tip stays there. */
export class Arrow implements Artist {
  zorder = 3;
  label = "";

  constructor(
    /** The text, at which the arrow begins. */
    readonly from: Text,
    /** A text without words at the point that the arrow ends at. */
    readonly to: Text,
    readonly style: ArrowStyle,
  ) {}

  range() {
    return undefined;
  }

  projected(plane: PolarPlane): Artist {
    return new Arrow(this.from.projected(plane), this.to.projected(plane), this.style);
  }

  /** From the edge of the box around the text, relative to the tip. */
  private start(frame: Frame): Point {
    const tip = this.to.anchor(frame);
    const { centre, width, height } = this.from.extent(frame);
    const [dx, dy] = [tip[0] - centre[0], tip[1] - centre[1]];
    const pad = 4;
    const leave = Math.min(
      (width / 2 + pad) / (Math.abs(dx) || 1e-9),
      (height / 2 + pad) / (Math.abs(dy) || 1e-9),
      1,
    );
    return [-dx * (1 - leave), -dy * (1 - leave)];
  }

  layers(frame: Frame): Json[] {
    const { style } = this;
    const start = this.start(frame);
    const length = Math.hypot(...start);
    if (!(length > 0 && length < Infinity)) return [];
    const towards: Point = [-start[0] / length, -start[1] / length];
    const filled = style.arrowstyle === "simple";
    const free = style.shrinkShare * length;
    const path = filled
      ? this.shape(along(start, towards, free), towards, length - 2 * free, frame.pt)
      : this.strokes(
          along(start, towards, 2 * frame.pt),
          towards,
          length - (2 + style.shrink) * frame.pt,
          frame,
        );
    const data: Json = {};
    const encoding: Json = {};
    for (const direction of ["x", "y"] as const) {
      if (this.to.coordinates[direction] === "data") {
        data[direction] = positions(frame, direction, [this.to[direction]])[0];
        encoding[direction] = quantity(direction);
      } else {
        encoding[direction] = { value: px(this.to.anchor(frame)[direction === "x" ? 0 : 1]) };
      }
    }
    const solid = filled || style.arrowstyle.includes("|");
    return [
      {
        data: { values: [data] },
        mark: {
          type: "point",
          clip: false,
          shape: path,
          size: 4,
          fill: solid ? specColor(style.face) : specColor(noPaint),
          stroke: specColor(style.color),
          strokeWidth: px(style.linewidth * frame.pt),
        },
        encoding,
      },
    ];
  }

  /** A line with heads. */
  private strokes(from: Point, towards: Point, length: number, frame: Frame): string {
    const { arrowstyle } = this.style;
    const size = this.from.style.fontsize * frame.pt;
    const to = along(from, towards, length);
    const head = (tip: Point, [dx, dy]: Point) => {
      const base = along(tip, [dx, dy], -0.4 * size);
      const side: Point = [-dy * 0.2 * size, dx * 0.2 * size];
      const corners = [
        [base[0] + side[0], base[1] + side[1]],
        [base[0] - side[0], base[1] - side[1]],
      ] as const;
      const closed = arrowstyle.includes("|") ? "Z" : "";
      return `M${write(corners[0])}L${write(tip)}L${write(corners[1])}${closed}`;
    };
    const back: Point = [-towards[0], -towards[1]];
    return (
      `M${write(from)}L${write(to)}` +
      (arrowstyle.endsWith(">") ? head(to, towards) : "") +
      (arrowstyle.startsWith("<") ? head(from, back) : "")
    );
  }

  /** A filled shape: shaft and head. */
  private shape(from: Point, towards: Point, length: number, pt: number): string {
    const { width, headwidth, headlength } = this.style;
    const head = Math.min(headlength * pt, length);
    const side = (point: Point, distance: number): Point => [
      point[0] - towards[1] * distance,
      point[1] + towards[0] * distance,
    ];
    const neck = along(from, towards, length - head);
    const corners = [
      side(from, (width / 2) * pt),
      side(neck, (width / 2) * pt),
      side(neck, (headwidth / 2) * pt),
      along(from, towards, length),
      side(neck, (-headwidth / 2) * pt),
      side(neck, (-width / 2) * pt),
      side(from, (-width / 2) * pt),
    ];
    return `M${corners.map(write).join("L")}Z`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Arrow(${this.style.arrowstyle})`;
  }
}
