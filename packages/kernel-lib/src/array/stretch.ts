import { broadcastShapes, broadcastStrides, formatShape, sameShape, sizeOf, walk } from "./broadcast";
import { ndarray } from "./ndarray";
import { makeStorage } from "./traits";

/** Broadcasts an array to a shape; throws in the name of a function where it does not broadcast to it. */
export function stretched(functionName: string, x: ndarray, shape: readonly number[]): ndarray {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes(functionName, x.shape, shape), shape)) {
    throw new RangeError(
      `${functionName}: shape ${formatShape(x.shape)} does not broadcast to ${formatShape(shape)}`,
    );
  }
  const { data } = x;
  const result = makeStorage(x.dtype, sizeOf(functionName, shape));
  if (x.size === 1) return new ndarray(result.fill(data[0]), shape, x.dtype);
  walk(shape, broadcastStrides(x.shape, shape), (index, offset) => {
    result[index] = data[offset];
  });
  return new ndarray(result, shape, x.dtype);
}
