import type { Frame, Json } from "../artists/artist";
import { take } from "./line";
import { pixels } from "./pixels";

/**
 * A thinned line as the outline of a single symbol, in pixels: for a picture that nobody moves or asks for its data it
 * is the same, and drawn several times as fast.
 */
export function pathLayer(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kept: Uint32Array,
  stroke: Json,
): Json {
  const px = pixels(frame, "x", take(x, kept));
  const py = pixels(frame, "y", take(y, kept));
  const parts: string[] = [];
  let pen = "M";
  for (let k = 0; k < kept.length; k++) {
    if (!Number.isFinite(px[k] + py[k])) {
      pen = "M";
      continue;
    }
    parts.push(pen, String(rounded(px[k])), ",", String(rounded(frame.height - py[k])));
    pen = "L";
  }
  return {
    data: { values: [{}] },
    mark: {
      type: "point",
      shape: parts.join(""),
      size: unscaled,
      fill: null,
      ...stroke,
    },
    encoding: { x: { value: 0 }, y: { value: 0 } },
  };
}

/** The size of a symbol whose outline is drawn as it is written. */
const unscaled = 4;

const rounded = (length: number) => Math.round(Math.max(-1e5, Math.min(1e5, length)) * 100) / 100;
