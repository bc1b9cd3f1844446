import { rcParams } from "../rcParams";
import { noPaint } from "./paints";
import { Polygon } from "./polygon";
import { paint } from "../color/color";
import { faded, filledOptions } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, number, pair, type Scalar } from "../options/readers";
import type { Spelled } from "../../array/options";

const patchOptions = {
  ...filledOptions,
  /** Whether it is filled. Default: true. */
  fill: option(flag, { default: true }),
  /** Degrees by which it is turned, counter-clockwise. Default: 0. */
  angle: option(number(), { default: 0 }),
};

/** Options of {@link Rectangle}, {@link Circle}, {@link Ellipse} and {@link Wedge}. */
export type PatchOptions = OptionsOf<typeof patchOptions>;

type Point = readonly [Scalar, Scalar];
type Corner = readonly [x: number, y: number];

/** How many corners a circle is drawn with: so many that none shows. */
const corners = 180;

/** Points of an arc about the middle, from one angle in degrees to another. */
const arc = (from: number, to: number, [rx, ry]: Corner): Corner[] => {
  const count = Math.max(2, Math.ceil((corners * Math.abs(to - from)) / 360));
  return Array.from({ length: count + 1 }, (_, k): Corner => {
    const angle = ((from + (k * (to - from)) / count) * Math.PI) / 180;
    return [rx * Math.cos(angle), ry * Math.sin(angle)];
  });
};

/** A shape that {@link addPatch} puts on axes: corners about a place, turned about it. */
class Patch extends Polygon {
  constructor(name: string, at: unknown, shape: readonly Corner[], options: unknown) {
    const [x, y] = pair(name, "xy", at);
    const read = readTable(name, options, patchOptions);
    const turn = (read.angle * Math.PI) / 180;
    const turned = shape.map(([dx, dy]): Corner => [
      x + dx * Math.cos(turn) - dy * Math.sin(turn),
      y + dx * Math.sin(turn) + dy * Math.cos(turn),
    ]);
    const line = read.fill ? noPaint : paint(name, "k");
    const style = {
      face: [read.fill ? faded(read.facecolor ?? read.color ?? paint(name, "C0"), read.alpha) : noPaint],
      edge: [faded(read.edgecolor ?? read.color ?? line, read.alpha)],
      linewidth: read.linewidth ?? rcParams["patch.linewidth"],
    };
    super(
      turned.map(([cx]) => cx),
      turned.map(([, cy]) => cy),
      style,
      read.label,
    );
    this.zorder = read.zorder;
  }
}

/**
 * A rectangle, by its lower left corner, width and height; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Rectangle.html
 * @example
 * plt.gca().addPatch(new plt.Rectangle([0.2, 0.3], 0.4, 0.2, { facecolor: "C1" }));
 */
export class Rectangle extends Patch {
  constructor(xy: Point, width: Scalar, height: Scalar, options?: Spelled<PatchOptions>) {
    const w = number()("Rectangle", "width", width);
    const h = number()("Rectangle", "height", height);
    super(
      "Rectangle",
      xy,
      [
        [0, 0],
        [w, 0],
        [w, h],
        [0, h],
      ],
      options,
    );
  }
}

/**
 * A circle, by its middle and radius; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Circle.html
 * @example
 * plt.gca().addPatch(new plt.Circle([0.5, 0.5], 0.2, { fill: false }));
 */
export class Circle extends Patch {
  constructor(xy: Point, radius: Scalar = 5, options?: Spelled<PatchOptions>) {
    const r = number(0)("Circle", "radius", radius);
    super("Circle", xy, arc(0, 360, [r, r]), options);
  }
}

/**
 * An ellipse, by its middle, width and height; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Ellipse.html
 * @example
 * plt.gca().addPatch(new plt.Ellipse([0.5, 0.5], 0.6, 0.2, { angle: 30 }));
 */
export class Ellipse extends Patch {
  constructor(xy: Point, width: Scalar, height: Scalar, options?: Spelled<PatchOptions>) {
    const w = number(0)("Ellipse", "width", width);
    const h = number(0)("Ellipse", "height", height);
    super("Ellipse", xy, arc(0, 360, [w / 2, h / 2]), options);
  }
}

/**
 * A part of a circle between two angles in degrees; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Wedge.html
 * @example
 * plt.gca().addPatch(new plt.Wedge([0.5, 0.5], 0.3, 30, 120));
 */
export class Wedge extends Patch {
  constructor(center: Point, r: Scalar, theta1: Scalar, theta2: Scalar, options?: Spelled<PatchOptions>) {
    const radius = number(0)("Wedge", "r", r);
    const from = number()("Wedge", "theta1", theta1);
    const to = number()("Wedge", "theta2", theta2);
    // As in matplotlib, it always runs counter-clockwise.
    const end = to > from ? to : to + 360 * Math.ceil((from - to) / 360);
    super("Wedge", center, [...arc(from, end, [radius, radius]), [0, 0]], options);
  }
}
