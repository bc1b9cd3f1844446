import fc from "fast-check";
import * as np from "../src/np";

const dtypes = ["float32", "float64", "int32", "uint32", "uint8", "bool"] as const;
export const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
export const floats = fc.oneof(
  fc.float({ noDefaultInfinity: false }),
  fc.constantFrom(0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 1e30, 1e-30, 88, -104, 2147483648),
);

/** Arrays of every dtype and of up to four axes, with every kind of float in them. */
export const arrays = fc
  .tuple(shapes, fc.constantFrom(...dtypes), fc.array(floats, { minLength: 256, maxLength: 256 }))
  .map(([shape, dtype, values]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return np.array(values.slice(0, size), { dtype: "float64" }).reshape(shape).astype(dtype);
  });
