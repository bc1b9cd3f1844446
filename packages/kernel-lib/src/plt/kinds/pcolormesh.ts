import type { ArrayLike } from "../../array/asarray";
import type { Spelled } from "../../array/options";
import { QuadMesh } from "../artists/mesh";
import { SkewedMesh } from "../artists/skewedMesh";
import { mappingOptions, readMapping, type ColorMapping } from "../color/mapping";
import { readCoordinates, readMatrix, straight, type Coordinates, type Matrix } from "../field";
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
  /** Those with a higher one are drawn over those with a lower one. Default: 0. */
  zorder: option(number(), { default: 0 }),
};

/** Options of {@link pcolormesh}. */
export type MeshOptions = OptionsOf<typeof meshOptions>;

/** What {@link pcolormesh} takes: values, or edges or centres of columns and rows before them. */
export type MeshArguments =
  | [values: ArrayLike, options?: Spelled<MeshOptions>]
  | [x: ArrayLike, y: ArrayLike, values: ArrayLike, options?: Spelled<MeshOptions>];

/** The corners of cells in one direction: as given, or half way between the middles of neighbours. */
function cornersOf(
  name: "x" | "y",
  coordinates: Coordinates,
  [rows, columns]: readonly [number, number],
): Float64Array {
  const own = "grid" in coordinates ? coordinates.grid : repeated(name, coordinates.along, [rows, columns]);
  if (own.rows === rows + 1 && own.columns === columns + 1) return own.values;
  if (own.rows !== rows || own.columns !== columns || rows < 2 || columns < 2) {
    throw new RangeError(
      `pcolormesh: expected ${name} of shape (${rows + 1}, ${columns + 1}) or (${rows}, ${columns}) for the matrix, got (${own.rows}, ${own.columns})`,
    );
  }
  const across = between(own.values, rows, columns, 1, columns);
  return between(across, columns + 1, rows, columns + 1, 1, true);
}

/** Repeats coordinates along one direction for every row or column. */
function repeated(name: "x" | "y", list: Float64Array, [rows, columns]: readonly [number, number]): Matrix {
  const edges = list.length === (name === "x" ? columns : rows) + 1 ? 1 : 0;
  const shape = { rows: rows + edges, columns: columns + edges };
  const values = Float64Array.from({ length: shape.rows * shape.columns }, (_, at) =>
    name === "x" ? list[at % shape.columns] : list[Math.floor(at / shape.columns)],
  );
  return { ...shape, values };
}

/** Of lines of numbers the middles between neighbours, and as much beyond the ends. */
function between(
  values: Float64Array,
  lines: number,
  count: number,
  step: number,
  stride: number,
  upright = false,
): Float64Array {
  const result = new Float64Array(lines * (count + 1));
  for (let line = 0; line < lines; line++) {
    const at = (k: number) => values[line * stride + k * step];
    for (let k = 0; k <= count; k++) {
      const middle =
        k === 0
          ? 1.5 * at(0) - 0.5 * at(1)
          : k === count
            ? 1.5 * at(count - 1) - 0.5 * at(count - 2)
            : (at(k - 1) + at(k)) / 2;
      result[upright ? k * lines + line : line * (count + 1) + k] = middle;
    }
  }
  return result;
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

/** The mesh: of straight rows and columns, or of cells with any corners. */
function meshOf(
  given: readonly unknown[],
  shape: readonly [rows: number, columns: number],
  values: Float64Array,
  mapping: ColorMapping,
  { shading, alpha, bent }: { shading: string; alpha?: number; bent: boolean },
): QuadMesh {
  const [rows, columns] = shape;
  const whole = (count: number) => Float64Array.from({ length: count + 1 }, (_, k) => k);
  const straightMesh = (xEdges: Float64Array, yEdges: Float64Array) => {
    if (!bent) return new QuadMesh(xEdges, yEdges, values, mapping, alpha);
    const shape = [rows, columns] as const;
    const corners = { x: repeated("x", xEdges, shape).values, y: repeated("y", yEdges, shape).values };
    return new SkewedMesh(corners, shape, values, mapping, alpha);
  };
  if (given.length === 1) return straightMesh(whole(columns), whole(rows));
  const [x, y] = (["x", "y"] as const).map((name, k) => readCoordinates("pcolormesh", name, given[k]));
  const lines = { x: straight("x", x), y: straight("y", y) };
  if (lines.x && lines.y) {
    const xEdges = edgesOf("x", lines.x, columns, shading);
    return straightMesh(xEdges, edgesOf("y", lines.y, rows, shading));
  }
  const corners = { x: cornersOf("x", x, shape), y: cornersOf("y", y, shape) };
  return new SkewedMesh(corners, shape, values, mapping, alpha);
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
  const mapping = readMapping("pcolormesh", read, values);
  const mesh = meshOf(given, [rows, columns], values, mapping, {
    ...read,
    bent: axes.polar !== undefined,
  });
  mesh.zorder = read.zorder;
  axes.add([mesh]);
  axes.mappable = mesh;
  return mesh;
}
