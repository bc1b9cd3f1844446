import { zlibSync } from "fflate";
import { base64 } from "../files/base64";
import { crc32 } from "../files/crc32";

/** An image of one byte a pixel and a palette of RGBA colours, or of four bytes a pixel and no palette. */
export interface Raster {
  width: number;
  height: number;
  /** Rows from the top, pixels from the left: indices into the palette, or red, green, blue, opacity. */
  pixels: Uint8Array;
  /** Up to 256 colours, four bytes each. */
  palette?: Uint8Array;
}

/**
 * The same image with every colour as opaque as a share of what it was. It is in the pixels, for resvg draws nothing of
 * an image whose element has an opacity.
 */
export function withOpacity(raster: Raster, opacity = 1): Raster {
  if (opacity === 1) return raster;
  const lessened = (colors: Uint8Array) =>
    colors.map((part, i) => (i % 4 === 3 ? Math.round(part * opacity) : part));
  return raster.palette
    ? { ...raster, palette: lessened(raster.palette) }
    : { ...raster, pixels: lessened(raster.pixels) };
}

/** What every PNG file begins with. */
export const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A piece of a PNG file: its length, its type, its data, and a checksum. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** Puts a filter byte before every row: 0 (none) for indices, 1 (difference from the pixel before) for colours. */
function filteredRows({ height, pixels, palette }: Raster): Uint8Array {
  const stride = pixels.length / height;
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * stride, (y + 1) * stride);
    const at = y * (stride + 1);
    rows.set(row, at + 1);
    if (palette) continue;
    rows[at] = 1;
    for (let i = stride - 1; i >= 4; i--) rows[at + 1 + i] = row[i] - row[i - 4];
  }
  return rows;
}

/**
 * Encodes an image as a PNG file, losslessly.
 *
 * @param raster - The image.
 * @returns The bytes of the file.
 * @see https://www.w3.org/TR/png-3/
 */
export function encodePng(raster: Raster): Uint8Array {
  const { width, height, palette } = raster;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 8; // bits a channel
  header[9] = palette ? 3 : 6; // indexed, or RGBA
  const chunks = [Uint8Array.from(signature), chunk("IHDR", header)];
  if (palette) {
    const colours = palette.length / 4;
    const channels = (from: number, to: number) =>
      Uint8Array.from({ length: colours * (to - from) }, (_, i) => {
        const colour = Math.floor(i / (to - from));
        return palette[4 * colour + from + (i % (to - from))];
      });
    chunks.push(chunk("PLTE", channels(0, 3)));
    const opacities = channels(3, 4);
    if (opacities.some((opacity) => opacity < 255)) chunks.push(chunk("tRNS", opacities));
  }
  chunks.push(chunk("IDAT", zlibSync(filteredRows(raster), { level: 9 })), chunk("IEND", new Uint8Array(0)));
  const file = new Uint8Array(chunks.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of chunks) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** Encodes an image as a PNG file inside a data URI. */
export function pngDataUri(raster: Raster): string {
  return `data:image/png;base64,${base64(encodePng(raster))}`;
}
