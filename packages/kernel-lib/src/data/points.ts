import type { ArrayLike } from "../array/asarray";
import { checkInteger, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { permutation, normal, split, uniform, type Key } from "../random";
import { keyOf } from "../random/keyOf";

/** Points and the class of each: arrays of shapes `[n, features]` and `[n]`. */
export type LabelledPoints = [x: ndarray, y: ndarray];

/** How many points: of all classes together, or of each. */
export type Samples = number | readonly number[];

/** Options that all sets of points have. */
export interface PointOptions {
  /** Standard deviation of the noise on every point. Default: none. */
  noise?: number | null;
  /** Whether the points are shuffled; otherwise they stand class by class. Default: true. */
  shuffle?: boolean;
}

/** Options of {@link circles}. */
export interface CircleOptions extends PointOptions {
  /** How large the inner circle is, from 0 to 1. Default: 0.8. */
  factor?: number;
}

/** Options of {@link spirals}. */
export interface SpiralOptions extends PointOptions {
  /** The number of arms, each a class. Default: 2. */
  classes?: number;
  /** How often an arm winds around the middle. Default: 0.75. */
  turns?: number;
}

/** Options of {@link blobs}. */
export interface BlobOptions {
  /** How many blobs, or where their middles are, a row each. Default: 3. */
  centers?: number | ArrayLike;
  /** The number of features, where `centers` does not say it. Default: 2. */
  nFeatures?: number;
  /** Standard deviation of the blobs, one or one each. Default: 1. */
  clusterStd?: number | readonly number[];
  /** Between which ends the middles are drawn. Default: [-10, 10]. */
  centerBox?: readonly [number, number];
  /** Whether the points are shuffled; otherwise they stand blob by blob. Default: true. */
  shuffle?: boolean;
}

/** A curve from 0 to 1 in the plane. */
type Curve = (t: number) => readonly [x: number, y: number];

/** How many points each class has: the first classes have one more, or the last where `fewerFirst`. */
function countsOf(name: string, samples: unknown, classes: number, fewerFirst = false): number[] {
  if (!Array.isArray(samples)) {
    const all = checkInteger(name, "nSamples", samples, 1);
    const more = all % classes;
    const hasMore = (i: number): boolean => (fewerFirst ? i >= classes - more : i < more);
    return Array.from({ length: classes }, (_, i) => Math.floor(all / classes) + (hasMore(i) ? 1 : 0));
  }
  if (samples.length !== classes) {
    throw new RangeError(
      `${name}: expected a number of points for each of ${classes} classes, got ${samples.length}`,
    );
  }
  return samples.map((count) => checkInteger(name, "nSamples", count, 0));
}

/** Puts points on curves evenly, both ends included or without the last, then shuffles them and adds noise. */
function alongCurves(
  name: string,
  key: unknown,
  counts: readonly number[],
  curves: readonly Curve[],
  { noise, shuffle }: Required<PointOptions>,
  closed = false,
): LabelledPoints {
  const [order, noises] = split(keyOf(name, key));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const spread = checkNumber(name, "noise", noise ?? 0);
  if (!(spread >= 0)) throw new RangeError(`${name}: expected noise of at least 0, got ${spread}`);
  const places = shuffle ? permutation(order, total).data : undefined;
  const moved = spread > 0 ? normal(noises, [total, 2]).data : undefined;
  const x = new Float32Array(2 * total);
  const y = new Int32Array(total);
  let at = 0;
  counts.forEach((count, label) => {
    for (let i = 0; i < count; i++, at++) {
      const place = places ? places[at] : at;
      const point = curves[label](count === 1 ? 0 : i / (closed ? count : count - 1));
      for (const axis of [0, 1])
        x[2 * place + axis] = point[axis] + (moved ? spread * moved[2 * place + axis] : 0);
      y[place] = label;
    }
  });
  return [new ndarray(x, [total, 2], "float32"), new ndarray(y, [total], "int32")];
}

const pointDefaults: Required<PointOptions> = { noise: null, shuffle: true };

/**
 * Makes two half circles that interlock: (cos t, sin t) and (1 − cos t, ½ − sin t) for t from 0 to π.
 *
 * @param key - Where noise and order come from.
 * @param nSamples - The number of points, of both or of each half circle. Default: 100.
 * @param options - Noise, and whether the points are shuffled.
 * @returns Points of shape `[n, 2]` and their classes, 0 and 1.
 * @throws TypeError if `key` is not a key, or an option is unknown; RangeError for a number of points or noise below 0.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html
 * @example
 * const [x, y] = data.moons(jax.random.PRNGKey(0), 200, { noise: 0.1 });
 * x.shape; // [200, 2]
 */
export function moons(key: Key, nSamples: Samples = 100, options?: PointOptions): LabelledPoints {
  const read = readOptions("moons", options, pointDefaults);
  const curves: Curve[] = [
    (t) => [Math.cos(Math.PI * t), Math.sin(Math.PI * t)],
    (t) => [1 - Math.cos(Math.PI * t), 0.5 - Math.sin(Math.PI * t)],
  ];
  return alongCurves("moons", key, countsOf("moons", nSamples, 2, true), curves, read);
}

/**
 * Makes a circle within a circle.
 *
 * @param key - Where noise and order come from.
 * @param nSamples - The number of points, of both or of each circle. Default: 100.
 * @param options - How large the inner circle is, noise, and whether the points are shuffled.
 * @returns Points of shape `[n, 2]` and their classes: 0 on the outer circle, 1 on the inner one.
 * @throws TypeError if `key` is not a key, or an option is unknown; RangeError for a factor outside of 0 to 1.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_circles.html
 * @example
 * const [x, y] = data.circles(jax.random.PRNGKey(0), 100, { factor: 0.5 });
 * y.sum().item(); // 50
 */
export function circles(key: Key, nSamples: Samples = 100, options?: CircleOptions): LabelledPoints {
  const read = readOptions<Required<CircleOptions>>("circles", options, { ...pointDefaults, factor: 0.8 });
  const factor = checkNumber("circles", "factor", read.factor);
  if (!(factor >= 0 && factor < 1)) {
    throw new RangeError(`circles: expected factor to be at least 0 and below 1, got ${factor}`);
  }
  const circle =
    (radius: number): Curve =>
    (t) => [radius * Math.cos(2 * Math.PI * t), radius * Math.sin(2 * Math.PI * t)];
  const counts = countsOf("circles", nSamples, 2, true);
  return alongCurves("circles", key, counts, [circle(1), circle(factor)], read, true);
}

/**
 * Makes spiral arms that start in the middle: r = t, φ = 2π · turns · t + 2π · class / classes, for t from 0 to 1.
 *
 * @param key - Where noise and order come from.
 * @param nSamples - The number of points, of all or of each arm. Default: 100.
 * @param options - How many arms, how often they wind, noise, and whether the points are shuffled.
 * @returns Points of shape `[n, 2]` and their classes, 0, 1, …
 * @throws TypeError if `key` is not a key, or an option is unknown; RangeError for fewer than one arm.
 * @see https://cs231n.github.io/neural-networks-case-study/
 * @example
 * const [x, y] = data.spirals(jax.random.PRNGKey(0), 300, { classes: 3, noise: 0.02 });
 * y.max().item(); // 2
 */
export function spirals(key: Key, nSamples: Samples = 100, options?: SpiralOptions): LabelledPoints {
  const read = readOptions<Required<SpiralOptions>>("spirals", options, {
    ...pointDefaults,
    classes: 2,
    turns: 0.75,
  });
  const classes = checkInteger("spirals", "classes", read.classes, 1);
  const turns = checkNumber("spirals", "turns", read.turns);
  const arms = Array.from({ length: classes }, (_, label): Curve => (t) => {
    const angle = 2 * Math.PI * (turns * t + label / classes);
    return [t * Math.cos(angle), t * Math.sin(angle)];
  });
  return alongCurves("spirals", key, countsOf("spirals", nSamples, classes), arms, read);
}

/**
 * Makes clouds of points, each normally distributed around a middle of its own.
 *
 * @param key - Where middles, points and order come from.
 * @param nSamples - The number of points, of all or of each blob. Default: 100.
 * @param options - The middles, how wide the blobs are, the number of features, and whether the points are shuffled.
 * @returns Points of shape `[n, features]` and the blob of each, 0, 1, …
 * @throws TypeError if `key` is not a key, or an option is unknown; RangeError unless `centers` are rows.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_blobs.html
 * @example
 * const [x, y] = data.blobs(jax.random.PRNGKey(0), 90, { centers: [[0, 0], [5, 5], [0, 5]] });
 * x.shape; // [90, 2]
 */
export function blobs(key: Key, nSamples: Samples = 100, options?: Spelled<BlobOptions>): LabelledPoints {
  const read = readOptions<Required<BlobOptions>>("blobs", options, {
    centers: 3,
    nFeatures: 2,
    clusterStd: 1,
    centerBox: [-10, 10],
    shuffle: true,
  });
  const [middles, spread, order] = split(keyOf("blobs", key), 3);
  const [minval, maxval] = read.centerBox;
  const drawn = (count: number): ndarray =>
    uniform(middles, [count, checkInteger("blobs", "nFeatures", read.nFeatures, 1)], { minval, maxval });
  const centers =
    typeof read.centers === "number"
      ? drawn(checkInteger("blobs", "centers", read.centers, 1))
      : toArray("blobs", read.centers, "float32");
  if (centers.ndim !== 2) {
    throw new RangeError(`blobs: expected centers as rows of features, got ${describe(centers)}`);
  }
  const [classes, features] = centers.shape;
  const counts = countsOf("blobs", nSamples, classes);
  const widths = widthsOf(read.clusterStd, classes);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const noise = normal(spread, [total, features]).data;
  const places = read.shuffle ? permutation(order, total).data : undefined;
  const x = new Float32Array(total * features);
  const y = new Int32Array(total);
  let at = 0;
  counts.forEach((count, label) => {
    for (let i = 0; i < count; i++, at++) {
      const place = places ? places[at] : at;
      for (let axis = 0; axis < features; axis++) {
        const to = place * features + axis;
        x[to] = centers.data[label * features + axis] + widths[label] * noise[to];
      }
      y[place] = label;
    }
  });
  return [new ndarray(x, [total, features], "float32"), new ndarray(y, [total], "int32")];
}

/** The width of each blob. */
function widthsOf(given: number | readonly number[], classes: number): readonly number[] {
  const widths = typeof given === "number" ? new Array<number>(classes).fill(given) : given;
  if (Array.isArray(widths) && widths.length === classes) {
    return widths.map((width) => checkNumber("blobs", "clusterStd", width));
  }
  throw new RangeError(
    `blobs: expected clusterStd to be a number, or one for each of ${classes} blobs, got ${describe(given)}`,
  );
}
