import type { ndarray } from "../array/ndarray";
import {
  abs,
  add,
  divide,
  equal,
  greater,
  greaterEqual,
  isinf,
  less,
  lessEqual,
  logicalAnd as and,
  logicalNot as not,
  logicalOr as or,
  maximum,
  minimum,
  multiply,
  subtract,
} from "../np/ufuncs";
import { where as choose } from "../np/where";
import { scalar } from "../ops/map";
import { cubicMinimum, quadraticMinimum, type Height, type Point } from "./interpolating";
import { errorOf, type Objective } from "./lineSearch";
import { addScale, vdot, where } from "./trees";

/** What a search for a step goes by. */
export interface ZoomSettings {
  readonly maxLinesearchSteps: number;
  readonly maxLearningRate: number | null;
  readonly tol: number;
  readonly increaseFactor: number;
  readonly slopeRtol: number;
  readonly curvRtol: number;
  readonly approxDecRtol: number | null;
  readonly stepsizePrecision: number;
}

/** The line that is searched: from parameters along updates, with the first guess. */
export interface Line {
  readonly params: unknown;
  readonly updates: unknown;
  readonly objective: Objective;
  readonly guess: ndarray;
}

/** Where the search stands. */
export interface Zoom {
  readonly count: ndarray;
  readonly isBracketed: ndarray;
  readonly isDone: ndarray;
  readonly hasFailed: ndarray;
  readonly now: Point & { readonly grad: unknown };
  /** The ends of the interval: the lower one by its value first. */
  readonly low: Point;
  readonly high: Point;
  /** A third point, for the cubic. */
  readonly third: Height;
  /** The best point where the loss is small enough. */
  readonly safe: Height & { readonly grad: unknown };
  readonly decreaseError: ndarray;
  readonly curvatureError: ndarray;
}

const truth = (value: boolean): ndarray => scalar(value ? 1 : 0, "bool");

/** Where a search begins. */
export function begun({ updates, objective: { value, grad } }: Line): Zoom {
  const at = scalar(0, "float32");
  const point: Point = { at, value, slope: vdot(updates, grad) };
  return {
    count: scalar(0, "int32"),
    isBracketed: truth(false),
    isDone: truth(false),
    hasFailed: truth(false),
    now: { ...point, grad },
    low: point,
    high: point,
    third: { at, value },
    safe: { at, value, grad },
    decreaseError: scalar(Infinity, "float32"),
    curvatureError: scalar(Infinity, "float32"),
  };
}

/** Tries a step: what the loss is there, and by how much it fails. */
function tried({ params, updates, objective }: Line, settings: ZoomSettings, at: ndarray) {
  const { slopeRtol, approxDecRtol, curvRtol, tol } = settings;
  const [value, grad] = objective.valueAndGradAt(addScale(params, at, updates));
  const slope = vdot(grad, updates);
  const start = { value: objective.value, slope: vdot(updates, objective.grad) };
  const rise = subtract(value, start.value);
  const exact = subtract(rise, multiply(multiply(slopeRtol, at), start.slope));
  // Where the loss is flat, its slopes say more than its values.
  const approximate = (tolerance: number): ndarray =>
    maximum(
      subtract(slope, multiply(2 * slopeRtol - 1, start.slope)),
      subtract(rise, multiply(tolerance, abs(start.value))),
    );
  const decreaseError = errorOf(approxDecRtol === null ? exact : minimum(approximate(approxDecRtol), exact));
  const curvatureError = errorOf(subtract(abs(slope), multiply(curvRtol, abs(start.slope))));
  return {
    now: { at, value, slope, grad },
    decreaseError,
    curvatureError,
    isSafe: lessEqual(decreaseError, tol),
    isRight: lessEqual(maximum(decreaseError, curvatureError), tol),
  };
}

const pointOf = ({ at, value, slope }: Point): Point => ({ at, value, slope });

/** Makes the step longer, until a good one must lie between it and the one before. */
export function widened(line: Line, settings: ZoomSettings, search: Zoom): Zoom {
  const { maxLearningRate: most, increaseFactor } = settings;
  const isFirst = equal(search.count, 0);
  const wanted = choose(isFirst, line.guess, multiply(increaseFactor, search.now.at));
  const isLongest = most === null ? truth(false) : greaterEqual(wanted, most);
  const { isSafe, isRight, ...found } = tried(line, settings, most === null ? wanted : minimum(wanted, most));
  const [before, now] = [pointOf(search.now), pointOf(found.now)];
  const { at, value, grad } = found.now;
  const isTooFar = or(greater(found.decreaseError, 0), and(greaterEqual(value, before.value), not(isFirst)));
  const isPast = and(greaterEqual(now.slope, 0), not(isTooFar));
  const low = where(isPast, now, before) as Point;
  const isBracketed = or(or(isTooFar, isPast), isRight);
  const isDone = or(isRight, and(isLongest, not(isBracketed)));
  return ended(settings, {
    ...found,
    count: search.count,
    isBracketed,
    isDone,
    hasFailed: truth(false),
    low,
    high: where(isPast, before, now) as Point,
    third: { at: low.at, value: low.value },
    safe: where(isSafe, { at, value, grad }, search.safe) as Zoom["safe"],
  });
}

/** Tries a step within the interval, which becomes shorter. */
export function narrowed(line: Line, settings: ZoomSettings, search: Zoom): Zoom {
  const { low, high, third } = search;
  const length = abs(subtract(high.at, low.at));
  const [left, right] = [minimum(high.at, low.at), maximum(high.at, low.at)];
  const isWithin = (x: ndarray, margin: number): ndarray =>
    and(greater(x, add(left, multiply(margin, length))), less(x, subtract(right, multiply(margin, length))));
  const [cubic, quadratic] = [cubicMinimum(low, high, third), quadraticMinimum(low, high)];
  const half = divide(add(low.at, high.at), 2);
  const middle = choose(isWithin(cubic, 0.2), cubic, choose(isWithin(quadratic, 0.1), quadratic, half));
  const { isSafe, isRight, ...found } = tried(line, settings, middle);
  const now = pointOf(found.now);
  const { at, value, grad } = found.now;
  const isHigh = or(greater(found.decreaseError, 0), greaterEqual(value, low.value));
  const isTurned = and(greaterEqual(multiply(now.slope, subtract(high.at, low.at)), 0), not(isHigh));
  const safe = where(and(isSafe, less(value, search.safe.value)), { at, value, grad }, search.safe);
  const isTooShort = and(lessEqual(length, settings.stepsizePrecision), greater((safe as Height).at, 0));
  const ends = (point: Point): Height => ({ at: point.at, value: point.value });
  return ended(settings, {
    ...found,
    count: search.count,
    isBracketed: search.isBracketed,
    isDone: isRight,
    hasFailed: isTooShort,
    low: where(isHigh, low, now) as Point,
    high: where(isTurned, low, where(isHigh, now, high)) as Point,
    third: where(or(isHigh, isTurned), ends(high), ends(low)) as Height,
    safe: safe as Zoom["safe"],
  });
}

/** Counts the step; a search that comes to nothing takes the best step that was good enough. */
function ended({ maxLinesearchSteps }: ZoomSettings, search: Zoom): Zoom {
  const count = add(search.count, scalar(1, "int32"));
  const hasFailed = and(or(greaterEqual(count, maxLinesearchSteps), search.hasFailed), not(search.isDone));
  const { safe, now } = search;
  const isBetter = and(hasFailed, or(greater(safe.at, 0), isinf(search.decreaseError)));
  const { slope, ...own } = now;
  const kept = where(isBetter, safe, own) as Zoom["safe"];
  return { ...search, count, hasFailed, now: { ...kept, slope } };
}
