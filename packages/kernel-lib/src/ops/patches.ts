import type { Storage } from "../array/dtype";
import { runCopier } from "../array/runs";

/** Where the patches of an input are that lie under a kernel, channels last. */
export interface Grid {
  /** The lengths of the input's spatial axes. */
  readonly lengths: readonly number[];
  readonly channels: number;
  /** The lengths of the kernel's spatial axes. */
  readonly kernel: readonly number[];
  /** The lengths of the result's spatial axes: how many patches there are along each. */
  readonly results: readonly number[];
  /** How many channels a patch has. */
  readonly depth: number;
  readonly strides: readonly number[];
  readonly padding: readonly (readonly [low: number, high: number])[];
  readonly lhsDilation: readonly number[];
  readonly rhsDilation: readonly number[];
}

/** The place along an axis under each place of the kernel, for each patch; −1 where there is but a zero. */
function placesAlong(grid: Grid, axis: number): Int32Array {
  const { lengths, kernel, results, strides, padding, lhsDilation, rhsDilation } = grid;
  const places = new Int32Array(results[axis] * kernel[axis]).fill(-1);
  for (let result = 0, at = 0; result < results[axis]; result++) {
    for (let k = 0; k < kernel[axis]; k++, at++) {
      const spread = result * strides[axis] + k * rhsDilation[axis] - padding[axis][0];
      const place = spread / lhsDilation[axis];
      if (place >= 0 && place < lengths[axis] && Number.isInteger(place)) places[at] = place;
    }
  }
  return places;
}

/**
 * Lays out patches of examples one after the other, each in the order of the kernel; what is not in the input stays as
 * it is.
 *
 * @param first - The first example, of `count` many.
 * @param channel - The first channel.
 */
export function fillPatches(
  out: Storage,
  data: Storage,
  grid: Grid,
  first: number,
  count: number,
  channel: number,
): void {
  const { lengths, channels, kernel, results, depth } = grid;
  const rank = lengths.length;
  const tables = lengths.map((_, axis) => placesAlong(grid, axis));
  const size = lengths.reduce((product, length) => product * length, channels);
  const steps = lengths.map((_, axis) =>
    lengths.slice(axis + 1).reduce((product, length) => product * length, channels),
  );
  const width = kernel.map((_, axis) =>
    kernel.slice(axis + 1).reduce((product, length) => product * length, depth),
  );
  const patch = kernel.reduce((product, length) => product * length, depth);
  const copy = runCopier(data, out);
  /** Lays out one patch from an axis on: `from` is where it stands in the input, `to` where it goes. */
  const lay = (axis: number, position: readonly number[], from: number, to: number): void => {
    const table = tables[axis];
    const start = position[axis] * kernel[axis];
    const isLast = axis === rank - 1;
    for (let k = 0; k < kernel[axis]; k++, to += width[axis]) {
      const place = table[start + k];
      if (place < 0) continue;
      const at = from + place * steps[axis];
      if (!isLast) lay(axis + 1, position, at, to);
      else copy(at, to, depth);
    }
  };
  const position = new Array<number>(rank).fill(0);
  let to = 0;
  const walk = (axis: number, from: number): void => {
    for (position[axis] = 0; position[axis] < results[axis]; position[axis]++) {
      if (axis < rank - 1) walk(axis + 1, from);
      else {
        lay(0, position, from, to);
        to += patch;
      }
    }
  };
  for (let example = first; example < first + count; example++) {
    const from = example * size + channel;
    if (rank === 0) {
      copy(from, to, depth);
      to += patch;
    } else walk(0, from);
  }
}
