import { ndarray } from "../array/ndarray";
import { gather } from "../ops/gather";
import { moveAxis } from "../ops/layout";

/** Surrounds an array along an axis by itself, as if it went on in a circle or in mirrors. */
export function surrounded(
  x: ndarray,
  axis: number,
  [low, high]: readonly [number, number],
  mode: "CIRCULAR" | "REFLECT",
): ndarray {
  const length = x.shape[axis];
  const period = mode === "CIRCULAR" ? length : Math.max(1, 2 * (length - 1));
  const places = Int32Array.from({ length: low + length + high }, (_, i) => {
    const place = (((i - low) % period) + period) % period;
    return place < length ? place : period - place;
  });
  return moveAxis(
    gather(moveAxis(x, axis, 0), new ndarray(places, [places.length], "int32"), "clip"),
    0,
    axis,
  );
}
