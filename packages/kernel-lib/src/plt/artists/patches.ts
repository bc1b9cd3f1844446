import { floorDivide } from "../model/scale";
import { divided } from "../options/arguments";
import { Patch } from "./patch";
import { patchOptions, patchStyle } from "../options/patch";
import { option, readTable, type OptionsOf } from "../options/option";
import { notNegative, number, pair, type Scalar } from "../options/readers";
import type { Spelled } from "../../array/options";

const turnedOptions = {
  ...patchOptions,
  /** Degrees by which it is turned, counter-clockwise. Default: 0. */
  angle: option(number(), { default: 0 }),
};

/** Options of {@link Rectangle}, {@link Circle}, {@link Ellipse} and {@link Wedge}. */
export type TurnedPatchOptions = OptionsOf<typeof turnedOptions>;

const arcOptions = {
  /** Where it begins, in degrees from the right, counter-clockwise. Default: 0. */
  theta1: option(number(), { default: 0 }),
  /** Where it ends. Default: 360. */
  theta2: option(number(), { default: 360 }),
};

/** Options of {@link Arc}. */
export type ArcOptions = Omit<OptionsOf<typeof turnedOptions & typeof arcOptions>, "fill">;

const regularOptions = {
  /** From the middle to the corners. Default: 5. */
  radius: option(notNegative, { default: 5 }),
  /** By how much it is turned, in radians. Default: 0, with a corner on top. */
  orientation: option(number(), { default: 0 }),
};

/** Options of {@link RegularPolygon}. */
export type RegularPolygonOptions = OptionsOf<typeof patchOptions & typeof regularOptions>;

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

/** A shape about a place, turned about it. */
class TurnedPatch extends Patch {
  constructor(name: string, at: unknown, shape: readonly Corner[], options: unknown) {
    const [x, y] = pair(name, "xy", at);
    const read = readTable(name, options, turnedOptions);
    const turn = (read.angle * Math.PI) / 180;
    const turned = shape.map(([dx, dy]): Corner => [
      x + dx * Math.cos(turn) - dy * Math.sin(turn),
      y + dx * Math.sin(turn) + dy * Math.cos(turn),
    ]);
    super(
      turned.map(([cx]) => cx),
      turned.map(([, cy]) => cy),
      patchStyle(name, read),
      read.label,
    );
    this.zorder = read.zorder;
    this.setTransform(read.transform);
  }
}

/**
 * A rectangle, by its lower left corner, width and height; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Rectangle.html
 * @example
 * plt.gca().addPatch(new plt.Rectangle([0.2, 0.3], 0.4, 0.2, { facecolor: "C1" }));
 */
export class Rectangle extends TurnedPatch {
  constructor(xy: Point, width: Scalar, height: Scalar, options?: Spelled<TurnedPatchOptions>) {
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
export class Circle extends TurnedPatch {
  constructor(xy: Point, radius: Scalar = 5, options?: Spelled<TurnedPatchOptions>) {
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
export class Ellipse extends TurnedPatch {
  constructor(xy: Point, width: Scalar, height: Scalar, options?: Spelled<TurnedPatchOptions>) {
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
export class Wedge extends TurnedPatch {
  constructor(
    center: Point,
    r: Scalar,
    theta1: Scalar,
    theta2: Scalar,
    options?: Spelled<TurnedPatchOptions>,
  ) {
    const radius = number(0)("Wedge", "r", r);
    const from = number()("Wedge", "theta1", theta1);
    const to = number()("Wedge", "theta2", theta2);
    // As in matplotlib, it always runs counter-clockwise.
    const end = to > from ? to : to + 360 * Math.ceil((from - to) / 360);
    super("Wedge", center, [...arc(from, end, [radius, radius]), [0, 0]], options);
  }
}

/**
 * A part of the edge of an ellipse, which is not filled; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Arc.html
 * @example
 * plt.gca().addPatch(new plt.Arc([0.5, 0.5], 0.6, 0.4, { theta1: 0, theta2: 120 }));
 */
export class Arc extends TurnedPatch {
  protected override closed = false;

  constructor(xy: Point, width: Scalar, height: Scalar, options?: Spelled<ArcOptions>) {
    const w = number(0)("Arc", "width", width);
    const h = number(0)("Arc", "height", height);
    const [own, rest] = divided(options, arcOptions);
    const { theta1, theta2 } = readTable("Arc", own, arcOptions);
    const end = theta2 > theta1 ? theta2 : theta2 + 360 * Math.ceil((theta1 - theta2) / 360);
    // Angles are those at which the ends are seen from the middle.
    const seen = (theta: number) => {
      const [turns, rest_] = floorDivide(theta + 180, 360);
      const angle = ((rest_ - 180) * Math.PI) / 180;
      return 360 * turns + (Math.atan2(Math.sin(angle) * w, Math.cos(angle) * h) * 180) / Math.PI;
    };
    super("Arc", xy, arc(seen(theta1), seen(end), [w / 2, h / 2]), { ...rest, fill: false });
  }
}

/**
 * A shape with as many equal sides as wanted; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.RegularPolygon.html
 * @example
 * plt.gca().addPatch(new plt.RegularPolygon([0.5, 0.5], 6, { radius: 0.2 }));
 */
export class RegularPolygon extends TurnedPatch {
  constructor(xy: Point, numVertices: Scalar, options?: Spelled<RegularPolygonOptions>) {
    const count = number(3)("RegularPolygon", "numVertices", numVertices);
    const [own, rest] = divided(options, regularOptions);
    const { radius, orientation } = readTable("RegularPolygon", own, regularOptions);
    const corner = (k: number): Corner => {
      const angle = orientation + (2 * Math.PI * k) / count + Math.PI / 2;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    };
    super(
      "RegularPolygon",
      xy,
      Array.from({ length: count }, (_, k) => corner(k)),
      rest,
    );
  }
}
