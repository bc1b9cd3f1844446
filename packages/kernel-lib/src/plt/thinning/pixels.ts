import type { Direction, Frame } from "../model/artist";

/** Maps one direction of the data to pixels from the left or from the bottom; what is not finite stays so. */
export function pixels(frame: Frame, direction: Direction, values: ArrayLike<number>): Float64Array {
  const { scale, view } = frame[direction];
  const length = direction === "x" ? frame.width : frame.height;
  const [from, to] = [scale.forward(view[0]), scale.forward(view[1])];
  const factor = length / (to - from);
  const result = new Float64Array(values.length);
  if (scale.name === "linear") {
    for (let i = 0; i < result.length; i++) result[i] = (values[i] - from) * factor;
  } else {
    for (let i = 0; i < result.length; i++) {
      const value = values[i];
      result[i] = Number.isFinite(value) ? (scale.forward(value) - from) * factor : NaN;
    }
  }
  return result;
}
