import type { Interval, Scale } from "./scale";

/** One direction of polar axes: its scale, and the limits it shows. */
interface Shown {
  readonly scale: Pick<Scale, "forward">;
  readonly view: Interval;
}

/** A place, as shares of the square that polar axes are drawn in, from the left and from the bottom. */
export type Place = readonly [x: number, y: number];

/** Corners of a path. */
export interface Corners {
  x: Float64Array;
  y: Float64Array;
}

const fullCircle = 2 * Math.PI;

/** Arcs have a corner at least so often, in radians: so often that none shows. */
const arcStep = Math.PI / 90;

/** Whether limits of angles are those of a full circle. */
export const isFullCircle = ([from, to]: Interval): boolean =>
  Math.abs(Math.abs(to - from) - fullCircle) < 1e-9;

/** How polar axes map angles and radii, but for their limits: plain data. */
export class Polar {
  /** Where the angle zero points, in radians from the right. */
  offset = 0;
  /** Whether angles run counter-clockwise, 1, or clockwise, -1. */
  direction: 1 | -1 = 1;
  /** The angle that the labels of radii stand at, in radians. */
  labelAngle = Math.PI / 8;
  /** The radius in the middle, where it is not the least that is shown. */
  origin?: number;
}

/** Polar axes with certain limits: where an angle and a radius lie. */
export class PolarPlane {
  /** Whether all angles are shown. */
  readonly full: boolean;
  /** Radii of the outer and of the inner edge, as shares of the square. */
  readonly outer: number;
  readonly inner: number;
  readonly middle: Place;
  private readonly unit: number;
  private readonly least: number;

  constructor(
    readonly polar: Polar,
    readonly theta: Shown,
    readonly r: Shown,
  ) {
    this.full = isFullCircle(theta.view);
    const [rmin, rmax] = r.view.map((end) => r.scale.forward(end));
    this.least = polar.origin === undefined ? rmin : r.scale.forward(polar.origin);
    // Before it is enlarged to fill the square, the circle has a radius of a half.
    const half = 0.5 / (rmax - this.least);
    const inner = Math.max(0, (rmin - this.least) * half);
    const box = this.full ? [-0.5, -0.5, 0.5, 0.5] : this.wedge(inner);
    const size = Math.max(box[2] - box[0], box[3] - box[1]);
    this.middle = [0.5 - (box[0] + box[2]) / 2 / size, 0.5 - (box[1] + box[3]) / 2 / size];
    this.unit = half / size;
    this.outer = 0.5 / size;
    this.inner = inner / size;
  }

  /** Where an angle points, in radians from the right, counter-clockwise. */
  angle(theta: number): number {
    return this.polar.direction * theta + this.polar.offset;
  }

  /** The box around the part of a circle that is shown, about its middle: left, bottom, right, top. */
  private wedge(inner: number): [number, number, number, number] {
    const [from, to] = this.theta.view.map((theta) => this.angle(theta)).sort((a, b) => a - b);
    // As matplotlib has it, around the curves' control points, too.
    const count = 2 ** Math.ceil((to - from) / (Math.PI / 2));
    const step = (to - from) / count;
    const arm = (Math.sin(step) * (Math.sqrt(4 + 3 * Math.tan(step / 2) ** 2) - 1)) / 3;
    const corners = Array.from({ length: count + 1 }, (_, k) => {
      const [cos, sin] = [Math.cos(from + k * step), Math.sin(from + k * step)];
      const ahead = k < count ? [[cos - arm * sin, sin + arm * cos]] : [];
      return [[cos, sin], ...ahead, ...(k > 0 ? [[cos + arm * sin, sin - arm * cos]] : [])];
    }).flat();
    const all = corners.flatMap(([x, y]) => [0.5, inner].map((radius) => [radius * x, radius * y]));
    const [x, y] = [all.map(([each]) => each), all.map(([, each]) => each)];
    return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  }

  /** Where an angle and a radius lie; nowhere if the radius is before the one in the middle. */
  at(theta: number, r: number): Place {
    const radius = (this.r.scale.forward(r) - this.least) * this.unit;
    return radius >= 0 ? this.pointed(theta, radius) : [NaN, NaN];
  }

  /** The place in the direction of an angle, so far from the middle. */
  pointed(theta: number, radius: number): Place {
    const angle = this.angle(theta);
    return [this.middle[0] + radius * Math.cos(angle), this.middle[1] + radius * Math.sin(angle)];
  }

  /** Places of angles and radii. */
  places(theta: ArrayLike<number>, r: ArrayLike<number>): Corners {
    const x = new Float64Array(theta.length);
    const y = new Float64Array(theta.length);
    for (let i = 0; i < theta.length; i++) [x[i], y[i]] = this.at(theta[i], r[i]);
    return { x, y };
  }

  /** The same with the way between neighbours bent as angles and radii have it. */
  bent(theta: ArrayLike<number>, r: ArrayLike<number>): Corners {
    const thetas: number[] = [];
    const rs: number[] = [];
    for (let i = 0; i < theta.length; i++) {
      const turn = i === 0 ? 0 : theta[i] - theta[i - 1];
      const steps = Number.isFinite(turn) ? Math.max(1, Math.ceil(Math.abs(turn) / arcStep)) : 1;
      for (let k = 1; k < steps; k++) {
        thetas.push(theta[i - 1] + (turn * k) / steps);
        rs.push(r[i - 1] + ((r[i] - r[i - 1]) * k) / steps);
      }
      thetas.push(theta[i]);
      rs.push(r[i]);
    }
    return this.places(thetas, rs);
  }
}
