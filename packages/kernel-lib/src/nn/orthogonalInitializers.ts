import type { DType } from "../array/dtype";
import { checkAxis, checkNumber, checkShape } from "../array/checks";
import { formatShape } from "../array/broadcast";
import { readNamed } from "../array/options";
import { moveAxis, reshape } from "../ops/layout";
import { full, scalar } from "../ops/map";
import { pad } from "../ops/slice";
import { orthogonal as drawOrthogonal } from "../random/orthogonal";
import type { Key } from "../random/keys";
import { scaled, shaped, type ShapedInitializer } from "./initializer";

/** Options of {@link orthogonal} and {@link deltaOrthogonal}. */
export interface OrthogonalOptions {
  /** What the matrix is multiplied by. Default: 1. */
  scale?: number;
  /** The axis whose columns are orthogonal. Default: -1. */
  columnAxis?: number;
  /** The dtype where the layer asks for none. Default: float32. */
  dtype?: DType;
}

function readOrthogonal(name: string, scale: unknown, options: unknown): Required<OrthogonalOptions> {
  const read = readNamed<Required<OrthogonalOptions>>(name, { scale }, options, {
    scale: 1,
    columnAxis: -1,
    dtype: "float32",
  });
  checkNumber(name, "scale", read.scale);
  return read;
}

/**
 * Makes an initializer of matrices with orthonormal columns (or rows, of which there are then fewer): what goes through
 * keeps its length. The default of recurrent layers.
 *
 * @param scale - What the matrix is multiplied by; or options. Default: 1.
 * @param options - The axis of columns, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.orthogonal.html
 * @see https://arxiv.org/abs/1312.6120
 * @example
 * nn.initializers.orthogonal()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export function orthogonal(
  scale?: number | OrthogonalOptions,
  options?: OrthogonalOptions,
): ShapedInitializer {
  const name = "orthogonal";
  const read = readOrthogonal(name, scale, options);
  return shaped(name, (key: Key, shape, dtype = read.dtype) => {
    const lengths = checkShape(name, shape);
    if (lengths.length < 2) {
      throw new RangeError(`${name}: expected a shape of two axes or more, got ${formatShape(lengths)}`);
    }
    if (lengths.includes(0)) return full(0, lengths, dtype);
    const axis = checkAxis(name, read.columnAxis, lengths.length);
    const columns = lengths[axis];
    const rows = lengths.reduce((product, length) => product * length, 1) / columns;
    const matrix = drawOrthogonal(key, rows, { m: columns, dtype });
    const rest = lengths.filter((_, i) => i !== axis);
    return scaled(moveAxis(reshape(matrix, [...rest, columns]), lengths.length - 1, axis), read.scale);
  });
}

/**
 * Makes an initializer of kernels of convolutions that are 0 but for the middle, where there is an orthogonal matrix.
 *
 * @param scale - What the matrix is multiplied by; or options. Default: 1.
 * @param options - The axis of columns, and the dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.delta_orthogonal.html
 * @see https://arxiv.org/abs/1806.05393
 * @example
 * nn.initializers.deltaOrthogonal()(jax.random.PRNGKey(0), [3, 3, 2, 4]).shape; // [3, 3, 2, 4]
 */
export function deltaOrthogonal(
  scale?: number | OrthogonalOptions,
  options?: OrthogonalOptions,
): ShapedInitializer {
  const name = "deltaOrthogonal";
  const read = readOrthogonal(name, scale, options);
  return shaped(name, (key: Key, shape, dtype = read.dtype) => {
    const lengths = checkShape(name, shape);
    const [inputs, outputs] = lengths.slice(-2);
    if (lengths.length < 3 || lengths.length > 5 || outputs < inputs) {
      throw new RangeError(
        `${name}: expected a shape of 3 to 5 axes with as many features as channels or more, got ${formatShape(lengths)}`,
      );
    }
    // The first rows of an orthogonal matrix.
    const square = drawOrthogonal(key, outputs, { dtype });
    const size = lengths.slice(0, -2);
    const before = size.map((length) => Math.floor((length - 1) / 2));
    const placed = pad(reshape(square, [...size.map(() => 1), outputs, outputs]), scalar(0, dtype), {
      low: [...before, 0, 0],
      high: [...size.map((length, i) => length - 1 - before[i]), inputs - outputs, 0],
      interior: lengths.map(() => 0),
    });
    return scaled(placed, read.scale);
  });
}
