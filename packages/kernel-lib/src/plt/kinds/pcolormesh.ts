import type { ArrayLike } from "../../array/asarray";
import type { Spelled } from "../../array/options";
import { QuadMesh } from "../artists/mesh";
import { mappingOptions, readMapping } from "../color/mapping";
import { readCoordinates, readMatrix, type Coordinates } from "../field";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, number, share } from "../options/readers";

const meshOptions = {
  ...mappingOptions,
  /** "flat" for edges, "nearest" for centres, "auto" for whichever their number fits. Default: "auto". */
  shading: option(choice("auto", "flat", "nearest"), { default: "auto" }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  zorder: option(number(), { default: 0 }),
};

/** Options of {@link pcolormesh}. */
export type MeshOptions = OptionsOf<typeof meshOptions>;

/** What {@link pcolormesh} takes: values, or edges or centres of columns and rows before them. */
export type MeshArguments =
  | [values: ArrayLike, options?: Spelled<MeshOptions>]
  | [x: ArrayLike, y: ArrayLike, values: ArrayLike, options?: Spelled<MeshOptions>];

/** The coordinates of columns or rows; those of a mesh grid must say the same in every row or column. */
function along(name: "x" | "y", coordinates: Coordinates): Float64Array {
  if ("along" in coordinates) return coordinates.along;
  const { rows, columns, values } = coordinates.grid;
  const [count, step, repeats, stride] =
    name === "x" ? [columns, 1, rows, columns] : [rows, columns, columns, 1];
  for (let k = 0; k < count; k++) {
    for (let r = 1; r < repeats; r++) {
      if (values[k * step + r * stride] !== values[k * step]) {
        throw new RangeError(
          `pcolormesh: expected a ${name} that is the same in every ${name === "x" ? "row" : "column"}; skewed meshes are not drawn`,
        );
      }
    }
  }
  return Float64Array.from({ length: count }, (_, k) => values[k * step]);
}

function edgesOf(name: "x" | "y", given: Float64Array, count: number, shading: string): Float64Array {
  const steps = given.slice(1).map((value, k) => value - given[k]);
  if (steps.some((step) => step === 0 || step > 0 !== steps[0] > 0)) {
    throw new RangeError(`pcolormesh: expected ${name} to rise or to fall all along`);
  }
  if (given.length === count + 1 && shading !== "nearest") return given;
  if (given.length === count && shading !== "flat") {
    if (count === 1) return Float64Array.of(given[0] - 0.5, given[0] + 0.5);
    return Float64Array.from({ length: count + 1 }, (_, k) => {
      if (k === 0) return given[0] - steps[0] / 2;
      return k === count ? given[count - 1] + steps[count - 2] / 2 : (given[k - 1] + given[k]) / 2;
    });
  }
  const wanted = { flat: `${count + 1}`, nearest: `${count}` }[shading] ?? `${count} or ${count + 1}`;
  throw new RangeError(
    `pcolormesh: expected ${wanted} values of ${name} for the matrix, got ${given.length}`,
  );
}

/**
 * Draws a matrix as coloured cells of any widths and heights.
 *
 * @param args - `values` of shape (rows, columns), or `x, y, values` with edges (one more than there are cells) or
 *   centres of the columns and rows; then options. Without x and y, cells lie between whole numbers.
 * @returns The mesh, which {@link colorbar} takes.
 * @throws RangeError for coordinates that do not fit the matrix; TypeError for what are no numbers or options.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.pcolormesh.html
 * @example
 * plt.pcolormesh([0, 1, 3], [0, 2, 3], [[1, 2], [3, 4]]);
 */
export function pcolormesh(axes: AxesBase, ...args: MeshArguments): QuadMesh {
  const { placed, options } = splitOptions(args);
  const given = placed.filter((arg) => arg !== undefined);
  const read = readTable("pcolormesh", options, meshOptions);
  if (given.length !== 1 && given.length !== 3) {
    throw new TypeError(`pcolormesh: expected values, or x, y and values, got ${given.length} arguments`);
  }
  const { rows, columns, values } = readMatrix("pcolormesh", "values", given[given.length - 1]);
  const edges = (name: "x" | "y", count: number) =>
    given.length === 1
      ? Float64Array.from({ length: count + 1 }, (_, k) => k)
      : edgesOf(
          name,
          along(name, readCoordinates("pcolormesh", name, given[name === "x" ? 0 : 1])),
          count,
          read.shading,
        );
  const mapping = readMapping("pcolormesh", read, values);
  const mesh = new QuadMesh(edges("x", columns), edges("y", rows), values, mapping, read.alpha);
  mesh.zorder = read.zorder;
  axes.add([mesh]);
  axes.mappable = mesh;
  return mesh;
}
