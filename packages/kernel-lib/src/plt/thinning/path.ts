import type { Frame, Json } from "../model/artist";
import { bandOf } from "./band";
import { take } from "./line";
import { pixels } from "./pixels";

/**
 * A thinned line as the outline of a single symbol, in pixels: in a picture that nobody moves or asks for its data it
 * looks the same, and is drawn several times as fast. A line that covers a band is drawn as the band.
 *
 * @param kept - The points that draw the line.
 * @param stroke - The properties of its mark.
 */
export function pathLayer(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kept: Uint32Array,
  stroke: Json,
): Json {
  // What shines through, or has gaps, must be stroked as it runs.
  const solid = stroke.strokeOpacity === undefined && stroke.strokeDash === undefined;
  const band = solid ? bandOf(frame, x, y) : undefined;
  const shape = band
    ? `${outline([...band.upper, ...band.lower.reverse()])}Z`
    : outline(points(frame, x, y, kept));
  return {
    data: { values: [{}] },
    mark: {
      type: "point",
      shape,
      size: unscaled,
      fill: null,
      ...stroke,
      ...(band && { fill: stroke.stroke }),
    },
    encoding: { x: { value: 0 }, y: { value: 0 } },
  };
}

/** The size of a symbol whose outline is drawn as it is written. */
const unscaled = 4;

function points(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kept: Uint32Array,
): [number, number][] {
  const px = pixels(frame, "x", take(x, kept));
  const py = pixels(frame, "y", take(y, kept));
  return Array.from(px, (left, k) => [left, frame.height - py[k]]);
}

const rounded = (length: number) => Math.round(Math.max(-1e5, Math.min(1e5, length)) * 100) / 100;

/** Corners as a path; one that is not a number leaves a gap. */
function outline(corners: readonly [x: number, y: number][]): string {
  let pen = "M";
  return corners
    .map(([x, y]) => {
      if (!Number.isFinite(x + y)) {
        pen = "M";
        return "";
      }
      const step = `${pen}${rounded(x)},${rounded(y)}`;
      pen = "L";
      return step;
    })
    .join("");
}
