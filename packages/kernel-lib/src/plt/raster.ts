import type { ColorMapping } from "./color/mapping";
import type { Raster } from "./png";

/** Paints values by a mapping, as an image with a palette of the colours that occur. */
export function mappedRaster(
  values: ArrayLike<number>,
  width: number,
  height: number,
  mapping: ColorMapping,
): Raster {
  const { rgba } = mapping.colormap;
  const places = new Map<number, number>();
  const palette: number[] = [];
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const index = mapping.index(values[i]) ?? -1;
    let place = places.get(index);
    if (place === undefined) {
      place = places.size;
      // Gaps and all 256 colours of a map at once are one too many for a palette.
      if (place === 256) return truecolor(values, width, height, mapping);
      places.set(index, place);
      palette.push(...(index < 0 ? [0, 0, 0, 0] : rgba.subarray(4 * index, 4 * index + 4)));
    }
    pixels[i] = place;
  }
  return { width, height, pixels, palette: Uint8Array.from(palette) };
}

function truecolor(values: ArrayLike<number>, width: number, height: number, mapping: ColorMapping): Raster {
  const { rgba } = mapping.colormap;
  const pixels = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const index = mapping.index(values[i]);
    if (index !== undefined) pixels.set(rgba.subarray(4 * index, 4 * index + 4), 4 * i);
  }
  return { width, height, pixels };
}

/** Turns an image round: left and right, top and bottom. */
export function flipped(raster: Raster, leftRight: boolean, topBottom: boolean): Raster {
  if (!leftRight && !topBottom) return raster;
  const { width, height, pixels, palette } = raster;
  const bytes = palette ? 1 : 4;
  const turned = new Uint8Array(pixels.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (topBottom ? height - 1 - row : row) * width + (leftRight ? width - 1 - column : column);
      const to = row * width + column;
      for (let b = 0; b < bytes; b++) turned[bytes * to + b] = pixels[bytes * from + b];
    }
  }
  return { width, height, pixels: turned, palette };
}

/** Averages an image down to a size, where it is larger: every pixel the mean of those it covers. */
export function shrunk(raster: Raster, maxWidth: number, maxHeight: number): Raster {
  const width = Math.min(raster.width, Math.max(1, Math.ceil(maxWidth)));
  const height = Math.min(raster.height, Math.max(1, Math.ceil(maxHeight)));
  if (width === raster.width && height === raster.height) return raster;
  const pixels = new Uint8Array(4 * width * height);
  const color = (at: number): ArrayLike<number> =>
    raster.palette
      ? raster.palette.subarray(4 * raster.pixels[at], 4 * raster.pixels[at] + 4)
      : raster.pixels.subarray(4 * at, 4 * at + 4);
  const edge = (k: number, count: number, of: number) => Math.floor((k * of) / count);
  for (let row = 0; row < height; row++) {
    const rows = [edge(row, height, raster.height), edge(row + 1, height, raster.height)];
    for (let column = 0; column < width; column++) {
      const columns = [edge(column, width, raster.width), edge(column + 1, width, raster.width)];
      const sum = [0, 0, 0, 0];
      for (let i = rows[0]; i < rows[1]; i++) {
        for (let j = columns[0]; j < columns[1]; j++) {
          const [r, g, b, a] = Array.from(color(i * raster.width + j));
          // Weighed by opacity, so that what is invisible lends no colour.
          sum[0] += r * a;
          sum[1] += g * a;
          sum[2] += b * a;
          sum[3] += a;
        }
      }
      const count = (rows[1] - rows[0]) * (columns[1] - columns[0]);
      const weight = sum[3] || 1;
      pixels.set(
        [sum[0] / weight, sum[1] / weight, sum[2] / weight, sum[3] / count].map(Math.round),
        4 * (row * width + column),
      );
    }
  }
  return { width, height, pixels };
}
