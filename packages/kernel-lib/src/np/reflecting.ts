import { ndarray } from "../array/ndarray";
import { concatenate } from "../ops/concatenate";
import { reverse } from "../ops/layout";
import { sliceAxis } from "../ops/slice";
import { takeAt } from "./indices";
import { multiply, subtract } from "./ufuncs";

/** How an axis goes on beyond its ends: mirrored with the edge once or twice, or over again. */
export type Folding = "reflect" | "symmetric" | "wrap";

/** The place in the array that stands for one beyond its ends. */
function folded(place: number, length: number, folding: Folding): number {
  if (length === 1) return 0;
  const period = folding === "wrap" ? length : folding === "symmetric" ? 2 * length : 2 * (length - 1);
  const within = ((place % period) + period) % period;
  if (within < length) return within;
  return folding === "symmetric" ? period - 1 - within : period - within;
}

/** An array that goes on beyond the ends of an axis; where it is odd, mirrored through the point at the edge. */
export function reflected(
  x: ndarray,
  axis: number,
  before: number,
  behind: number,
  folding: Folding,
  isOdd: boolean,
): ndarray {
  const length = x.shape[axis];
  if (!isOdd || folding === "wrap" || length === 1) {
    const places = Int32Array.from({ length: before + length + behind }, (_, i) =>
      folded(i - before, length, folding),
    );
    return takeAt(x, new ndarray(places, [places.length], "int32"), axis, "clip");
  }
  // As far as the array reaches at a time.
  const skipped = folding === "reflect" ? 1 : 0;
  const [low, high] = [before, behind].map((count) => Math.min(count, length - skipped));
  const [first, last] = [sliceAxis(x, axis, 0, 1), sliceAxis(x, axis, length - 1, length)];
  const mirrored = (start: number, stop: number, edge: ndarray): ndarray =>
    subtract(multiply(edge, 2), reverse(sliceAxis(x, axis, start, stop), [axis]));
  const front = mirrored(skipped, skipped + low, first);
  const back = mirrored(length - skipped - high, length - skipped, last);
  const grown = concatenate([front, x, back], axis);
  if (low === before && high === behind) return grown;
  return reflected(grown, axis, before - low, behind - high, folding, true);
}
