import { describe, nearestName } from "../../array/options";
import { rcParams } from "../rcParams";
import { readColor, type Color } from "./color";
import { colormapTable, sameColormaps } from "./colormapTable";

/**
 * The name of a colormap ("viridis", "RdBu_r"), a colormap such as `plt.cm.viridis`, or colours, of which each has an
 * equal share of the range.
 */
export type ColormapName = string | readonly Color[] | Colormap;

/** Colours for numbers from 0 to 1. */
export interface Colormap {
  readonly name: string;
  /** Red, green, blue, opacity of each colour, from 0 to 255. */
  readonly rgba: Uint8Array;
  /** Number of colours. */
  readonly size: number;
}

const loaded = new Map<string, Colormap>();

/** The names of all colormaps; each is also there with `_r` after it, reversed. */
export const colormapNames = (): string[] => [...colormapTable.keys(), ...sameColormaps.keys()];

const channels = (hex: string) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));

function unpack(text: string): Uint8Array {
  if (text.startsWith("=")) {
    return Uint8Array.from(
      text
        .slice(2)
        .split(" ")
        .flatMap((hex) => [...channels(hex), 255]),
    );
  }
  const rgba = new Uint8Array(4 * 256).fill(255);
  const corners = text
    .split(" ")
    .map((corner) => ({ at: parseInt(corner.slice(0, 2), 16), rgb: channels(corner.slice(2)) }));
  for (let k = 1; k < corners.length; k++) {
    const [from, to] = [corners[k - 1], corners[k]];
    for (let i = from.at; i <= to.at; i++) {
      const t = (i - from.at) / (to.at - from.at);
      for (let c = 0; c < 3; c++) rgba[4 * i + c] = Math.round(from.rgb[c] + t * (to.rgb[c] - from.rgb[c]));
    }
  }
  return rgba;
}

function reversed(rgba: Uint8Array): Uint8Array {
  const size = rgba.length / 4;
  return rgba.map((_, i) => rgba[4 * (size - 1 - (i >> 2)) + (i & 3)]);
}

function named(name: string): Colormap | undefined {
  const cached = loaded.get(name);
  if (cached) return cached;
  const base = name.endsWith("_r") ? name.slice(0, -2) : name;
  const text = colormapTable.get(sameColormaps.get(base) ?? base);
  if (text === undefined) return undefined;
  const rgba = base === name ? unpack(text) : reversed(unpack(text));
  const colormap = { name, rgba, size: rgba.length / 4 };
  loaded.set(name, colormap);
  return colormap;
}

/**
 * Reads a colormap.
 *
 * @param functionName - The function that was given it, for the message.
 * @param value - A name, or colours; undefined stands for `rcParams["image.cmap"]`.
 * @throws TypeError if it is neither, with the nearest name.
 */
export function readColormap(functionName: string, value: unknown): Colormap {
  const wanted = value ?? rcParams["image.cmap"];
  if (typeof wanted === "string") {
    const found = named(wanted);
    if (found) return found;
    const near = nearestName(wanted, colormapNames());
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    throw new TypeError(
      `${functionName}: expected cmap to be the name of a colormap such as "viridis", got ${describe(wanted)}${hint}`,
    );
  }
  if (isColormap(wanted)) return wanted;
  const colors = Array.isArray(wanted) ? wanted.map(readColor) : [];
  if (colors.length === 0 || colors.length > 256 || colors.includes(undefined)) {
    throw new TypeError(
      `${functionName}: expected cmap to be the name of a colormap or up to 256 colors, got ${describe(wanted)}`,
    );
  }
  return fromPaints(colors as NonNullable<(typeof colors)[number]>[]);
}

/** Whether a value holds the colours of a colormap. */
const isColormap = (value: unknown): value is Colormap =>
  (typeof value === "function" || typeof value === "object") &&
  (value as Partial<Colormap> | null)?.rgba instanceof Uint8Array;

/** A colormap of colours that have been understood. */
export function fromPaints(colors: readonly { color: string; alpha: number }[]): Colormap {
  const rgba = Uint8Array.from(
    colors.flatMap(({ color, alpha }) =>
      color.startsWith("#")
        ? [...channels(color.slice(1)), Math.round(alpha * 255)]
        : color === "ink"
          ? [0, 0, 0, Math.round(alpha * 255)]
          : [255, 255, 255, color === "none" ? 0 : Math.round(alpha * 255)],
    ),
  );
  return { name: "colors", rgba, size: colors.length };
}
