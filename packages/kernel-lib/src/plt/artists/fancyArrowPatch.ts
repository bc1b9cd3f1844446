import { arrowOutlineAlong, type ArrowLook } from "../arrowShapes";
import type { Path, Point } from "../clipping";
import { specColor, type Paint } from "../color/color";
import { connectionPath, leaving, shrunk, type Connection } from "../connections";
import { positions, quantity } from "../spec/data";
import { px } from "../spec/theme";
import type { Artist, Frame, Json } from "../model/artist";
import type { PolarPlane } from "../model/polar";
import { Drawn } from "./drawn";
import { noPaint } from "./paints";
import type { Text } from "./text";

/** How an arrow looks. Lengths are in points. */
export interface ArrowStyle {
  look: ArrowLook;
  connection: Connection;
  /** Size of text that the settings of the look are multiples of. */
  scale: number;
  color: Paint;
  face: Paint;
  linewidth: number;
  /** Room left at its ends: in points, or as a share of its length. */
  shrink: { a: number; b: number } | { share: number };
  /** Where in the box of the text it begins, as shares; undefined: at what of the box is nearest. */
  from?: readonly [x: number, y: number];
}

/** How far beyond a text its box reaches where it has none of its own, in points. */
const around = 2;

const write = (path: Path, [x, y]: Point) =>
  path.map((point) => `${px(point[0] - x)},${px(point[1] - y)}`).join("L");

/** An arrow from a text to what it is about. Its path is in pixels about the point, so that the tip stays there. */
export class FancyArrowPatch extends Drawn implements Artist {
  zorder = 3;
  label = "";

  constructor(
    /** The text, at which the arrow begins. */
    readonly from: Text,
    /** A text without words at the point that the arrow ends at. */
    readonly to: Text,
    readonly style: ArrowStyle,
  ) {
    super();
  }

  range() {
    return undefined;
  }

  projected(plane: PolarPlane): Artist {
    return new FancyArrowPatch(this.from.projected(plane), this.to.projected(plane), this.style);
  }

  /** From the box around the text to the tip, as far as it is drawn. */
  private path(frame: Frame): Path {
    const { connection, shrink, from } = this.style;
    const tip = this.to.anchor(frame);
    const { centre, width, height } = this.from.extent(frame);
    const nearest = (axis: 0 | 1, length: number) => {
      const apart = [-0.5, 0, 0.5].map((part) => Math.abs(centre[axis] + part * length - tip[axis]));
      return [-0.5, 0, 0.5][apart.indexOf(Math.min(...apart))];
    };
    const isEmpty = this.from.text === "";
    const start: Point = isEmpty
      ? this.from.anchor(frame)
      : from
        ? [centre[0] + (from[0] - 0.5) * width, centre[1] - (from[1] - 0.5) * height]
        : [centre[0] + nearest(0, width) * width, centre[1] + nearest(1, height) * height];
    const whole = connectionPath(start, tip, connection);
    const box = this.from.style.box;
    const pad = box ? box.pad * this.from.style.fontsize * frame.pt : around * frame.pt;
    const inBox = ([x, y]: Point) =>
      !isEmpty && Math.abs(x - centre[0]) <= width / 2 + pad && Math.abs(y - centre[1]) <= height / 2 + pad;
    const [a, b] =
      "share" in shrink
        ? [0, 0].map(() => shrink.share * Math.hypot(start[0] - tip[0], start[1] - tip[1]))
        : [shrink.a * frame.pt, shrink.b * frame.pt];
    const back = shrunk([...shrunk(leaving(whole, inBox), a)].reverse(), b);
    return [...back].reverse();
  }

  layers(frame: Frame): Json[] {
    const { face, linewidth, look, scale } = this.style;
    const tip = this.to.anchor(frame);
    const path = this.path(frame);
    if (path.length < 2 || !path.flat().every(Number.isFinite)) return [];
    const { line, open, filled } = arrowOutlineAlong(path, look, scale * frame.pt, linewidth * frame.pt);
    const strokes = [line, ...open].filter((part) => part.length > 1).map((part) => `M${write(part, tip)}`);
    const solid = filled.map((part) => `M${write(part, tip)}Z`);
    return [
      ...(strokes.length > 0 ? [this.mark(frame, strokes.join(""), noPaint)] : []),
      ...(solid.length > 0 ? [this.mark(frame, solid.join(""), face)] : []),
    ];
  }

  /** A mark at the tip, of a path about it. */
  private mark(frame: Frame, shape: string, fill: Paint): Json {
    const { color, linewidth } = this.style;
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
    return {
      data: { values: [data] },
      mark: {
        type: "point",
        clip: false,
        shape,
        size: 4,
        fill: specColor(fill),
        stroke: specColor(color),
        strokeWidth: px(linewidth * frame.pt),
        strokeJoin: "round",
        ...(fill.alpha < 1 && fill.color !== "none" && { fillOpacity: fill.alpha }),
        ...(color.alpha < 1 && { strokeOpacity: color.alpha }),
      },
      encoding,
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `FancyArrowPatch(${this.style.look.name})`;
  }
}
