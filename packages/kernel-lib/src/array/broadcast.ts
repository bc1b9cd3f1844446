/** The largest number of elements an array may have. */
export const maxSize = 2147483647;

/** Writes a shape as NumPy does: `()`, `(3,)`, `(2, 3)`. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** The number of elements of a shape; throws where an array cannot hold as many. */
export function sizeOf(functionName: string, shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) size *= length;
  if (size > maxSize) {
    const limit = `an array holds at most ${maxSize} elements`;
    throw new RangeError(`${functionName}: ${limit}, shape ${formatShape(shape)} has ${size}`);
  }
  return size;
}

/** Tells whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Finds the shape to which shapes broadcast: aligned at their last axes, each pair of lengths is equal or one is 1.
 *
 * @throws RangeError where they do not broadcast, or where the result would have too many elements.
 */
export function broadcastShapes(
  functionName: string,
  ...shapes: readonly (readonly number[])[]
): readonly number[] {
  let result = shapes[0] ?? [];
  for (let i = 1; i < shapes.length; i++) {
    if (!sameShape(result, shapes[i])) result = broadcastPair(functionName, result, shapes[i], shapes);
  }
  return result;
}

function broadcastPair(
  functionName: string,
  a: readonly number[],
  b: readonly number[],
  all: readonly (readonly number[])[],
): readonly number[] {
  const ndim = Math.max(a.length, b.length);
  const result = new Array<number>(ndim);
  for (let i = 1; i <= ndim; i++) {
    const m = a[a.length - i] ?? 1;
    const n = b[b.length - i] ?? 1;
    if (m !== n && m !== 1 && n !== 1) {
      throw new RangeError(
        `${functionName}: shapes ${all.map(formatShape).join(" and ")} do not broadcast: ` +
          `lengths ${m} and ${n} on axis ${-i} are neither equal nor 1`,
      );
    }
    result[ndim - i] = m === 1 ? n : m;
  }
  sizeOf(functionName, result);
  return result;
}

/** Steps through the storage of a contiguous array of this shape, one for each axis. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  for (let axis = shape.length - 1, step = 1; axis >= 0; step *= shape[axis--]) strides[axis] = step;
  return strides;
}

/**
 * Visits every element of a shape in row-major order, with its offset along given strides.
 *
 * @param visit - Called with the flat index and the offset.
 */
export function walk(
  shape: readonly number[],
  strides: readonly number[],
  visit: (index: number, offset: number) => void,
  start = 0,
): void {
  const last = shape.length - 1;
  if (last < 0) return visit(0, start);
  if (shape.includes(0)) return;
  const position = new Array<number>(shape.length).fill(0);
  const length = shape[last];
  const step = strides[last];
  for (let index = 0, offset = start; ;) {
    for (let i = 0, at = offset; i < length; i++, at += step) visit(index++, at);
    let axis = last - 1;
    for (; axis >= 0; axis--) {
      offset += strides[axis];
      if (++position[axis] < shape[axis]) break;
      offset -= strides[axis] * shape[axis];
      position[axis] = 0;
    }
    if (axis < 0) return;
  }
}
