import { named } from "../../array/named";
import { scalarOf, type Scalar } from "../options/readers";
import { colormapNames, readColormap, type Colormap } from "../color/colormap";

/** A colormap that gives the colour of a number. */
export interface ColormapObject extends Colormap {
  /** The colour of a number from 0 to 1, or of a place in the colormap if it is whole: red, green, blue, opacity. */
  (value: Scalar): [r: number, g: number, b: number, a: number];
  (values: readonly number[]): [r: number, g: number, b: number, a: number][];
  /** The number of colours. */
  readonly N: number;
  /** The same colours in reverse. */
  reversed(): ColormapObject;
}

function objectOf(colormap: Colormap): ColormapObject {
  const { rgba, size, name } = colormap;
  const one = (given: unknown): [number, number, number, number] => {
    const value = Number(scalarOf(given));
    if (Number.isNaN(value)) return [0, 0, 0, 0];
    // As in matplotlib, 1 is the last colour as a share, whereas other whole numbers are places.
    const at = Number.isInteger(value) && value > 1 ? value : Math.floor(value * size);
    const k = 4 * Math.max(0, Math.min(size - 1, at));
    return [rgba[k] / 255, rgba[k + 1] / 255, rgba[k + 2] / 255, rgba[k + 3] / 255];
  };
  const call = (value: unknown) => (Array.isArray(value) ? value.map(one) : one(value));
  const turned = () => {
    const back = rgba.map((_, i) => rgba[4 * (size - 1 - (i >> 2)) + (i & 3)]);
    const other = name.endsWith("_r") ? name.slice(0, -2) : `${name}_r`;
    return objectOf({ name: other, rgba: back, size });
  };
  named(name, call);
  return Object.assign(call, { rgba, size, N: size, reversed: turned }) as unknown as ColormapObject;
}

/**
 * Gives a colormap as a function from numbers to colours, which `cmap` takes as well as a name.
 *
 * @param name - The name of a colormap, or colours.
 * @param lut - How many colours to take from it. Default: all.
 * @throws TypeError for an unknown name, offering the nearest.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.get_cmap.html
 * @example
 * const cmap = plt.getCmap("viridis", 3);
 * cmap.N; // 3
 */
export function getCmap(name?: Parameters<typeof readColormap>[1], lut?: number): ColormapObject {
  const { rgba, size, name: own } = readColormap("getCmap", name);
  if (lut === undefined) return objectOf({ name: own, rgba, size });
  const count = Math.max(1, Math.floor(lut));
  const at = (k: number) => Math.min(size - 1, Math.round((k * (size - 1)) / Math.max(1, count - 1)));
  const some = Uint8Array.from({ length: 4 * count }, (_, i) => rgba[4 * at(i >> 2) + (i & 3)]);
  return objectOf({ name: own, rgba: some, size: count });
}

/**
 * The colormaps by their names, each a function from numbers to colours.
 *
 * @see https://matplotlib.org/stable/users/explain/colors/colormaps.html
 * @example
 * plt.plot([1, 2], { color: plt.cm.viridis(0.5) });
 */
export const cm: Readonly<Record<string, ColormapObject>> = new Proxy({} as Record<string, ColormapObject>, {
  get: (_, name) => (typeof name === "string" ? getCmap(name) : undefined),
  has: (_, name) => colormapNames().includes(String(name).replace(/_r$/, "")),
  ownKeys: () => colormapNames(),
  getOwnPropertyDescriptor: (_, name) => ({
    configurable: true,
    enumerable: true,
    value: getCmap(String(name)),
  }),
});

/**
 * The colormaps by their names, as {@link cm} has them; called, it lists the names.
 *
 * @see https://matplotlib.org/stable/api/matplotlib_configuration_api.html#matplotlib.colormaps
 * @example
 * plt.colormaps().includes("viridis"); // true
 * plt.plot([1, 2], { color: plt.colormaps.RdYlGn(0.9) });
 */
export const colormaps: Readonly<Record<string, ColormapObject>> & (() => string[]) = new Proxy(
  named("colormaps", () => colormapNames()) as typeof colormaps,
  {
    get: (list, name) =>
      typeof name === "string" && !(name in list) ? cm[name] : (Reflect.get(list, name) as ColormapObject),
  },
);
