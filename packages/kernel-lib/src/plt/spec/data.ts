import type { Direction, Frame, FrameAxis, Json } from "../model/artist";
import type { Interval } from "../model/scale";

/** Significant digits that values are written with: more than a screen or a float32 can tell apart. */
const digits = 7;

/** Digits for values that lie close together far from zero. */
function digitsFor(values: ArrayLike<number>): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low)) return 15;
  const lost = Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low));
  return Math.min(17, digits + Math.max(0, Math.floor(lost)));
}

function roundingFor(values: ArrayLike<number>): (value: number) => number {
  const precision = digitsFor(values);
  return (value) => Number(value.toPrecision(precision));
}

/**
 * Writes numbers for a spec: as few digits as serve, and null for what is not finite.
 *
 * @param values - The numbers.
 * @param round - How to round them. Default: to digits that tell any two float32 of their range apart.
 */
export function column(values: ArrayLike<number>, round = roundingFor(values)): (number | null)[] {
  const result: (number | null)[] = new Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    result[i] = Number.isFinite(value) ? round(value) : null;
  }
  return result;
}

/** A value for a logarithmic axis so low that it is off every picture, where Vega would put it at the top. */
export const belowAll = 1e-300;

/** What lies so many times the limits' distance beyond them is drawn there, where pixels are still numbers. */
const farAway = 1e9;

/** Limits as the scale of a spec has them. */
export const specView = ({ scale, view }: Pick<FrameAxis, "scale" | "view">): Interval =>
  scale.warp ? [scale.forward(view[0]), scale.forward(view[1])] : view;

/** Values as a scale that Vega does not have maps them; what it has no place for is not a number, or far away. */
const warped = (values: ArrayLike<number>, { scale, nonpositive }: FrameAxis): Float64Array =>
  Float64Array.from(values, (value) =>
    nonpositive === "mask" && !scale.holds(value) ? NaN : scale.forward(value),
  );

/** The values of one direction, fit for its scale; rounded as {@link column} does. */
export function positions(
  frame: Frame,
  direction: Direction,
  values: ArrayLike<number>,
  round?: (value: number) => number,
): (number | null)[] {
  const { scale, nonpositive } = frame[direction];
  const written = column(scale.warp ? warped(values, frame[direction]) : values, round);
  if (scale.name === "log") {
    const otherwise = nonpositive === "mask" ? null : belowAll;
    return written.map((value) => (value !== null && value <= 0 ? otherwise : value));
  }
  const view = specView(frame[direction]);
  const beyond = farAway * Math.abs(view[1] - view[0]);
  const [low, high] = [Math.min(...view) - beyond, Math.max(...view) + beyond];
  for (let i = 0; i < written.length; i++) {
    const value = written[i];
    if (value !== null && !(value >= low && value <= high)) written[i] = value < low ? low : high;
  }
  return written;
}

/** One value as the scale of a spec has it, with all its digits. */
export const placed = (frame: Frame, direction: Direction, value: number): number | null =>
  frame[direction].scale.warp ? column(warped([value], frame[direction]), (exact) => exact)[0] : value;

/** Data by columns, one row that a transform unfolds: half the size of rows with names. */
export function columns(fields: Record<string, unknown[]>): Json {
  return { data: { values: [fields] }, transform: [{ flatten: Object.keys(fields) }] };
}

/** A position channel over a field. */
export const quantity = (field: string): Json => ({ field, type: "quantitative" });

/** One row of nothing, for marks that have their place from the axes. */
export const oneRow: Json = { values: [{}] };
