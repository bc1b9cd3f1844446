import { setFollowing } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { concatenate } from "./concatenate";
import { reshape } from "./layout";
import { convertType } from "./map";
import { isTracer } from "./tracer";

/** Joins arrays of one shape and dtype along a new axis. */
export function stack(parts: readonly ndarray[], axis: number): ndarray {
  const [{ shape }] = parts;
  const longer = [...shape.slice(0, axis), 1, ...shape.slice(axis)];
  return concatenate(
    parts.map((x) => reshape(x, longer)),
    axis,
  );
}

// Lists that hold followed arrays become one array by way of primitives, so that the transformation sees it.
setFollowing({
  isFollowed: isTracer,
  convert: convertType,
  stack: (parts, shape) => reshape(stack(parts, 0), shape),
});
