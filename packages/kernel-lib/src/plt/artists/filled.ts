import type { Paint } from "../color/color";
import type { LegendKey } from "../model/artist";
import { noPaint } from "./paints";

/** How filled shapes look. */
export interface FilledStyle {
  face: readonly Paint[];
  edge: readonly Paint[];
  /** Width of the edges in points. */
  linewidth: number;
}

/** The symbol of something filled: a rectangle, 0.7 of the font size high. */
export const patchKey = (half: number, fill: Paint, stroke: Paint, strokeWidth: number): LegendKey => ({
  path: `M${-half},${-0.35 * half}H${half}V${0.35 * half}H${-half}Z`,
  fill,
  stroke: strokeWidth > 0 ? stroke : noPaint,
  strokeWidth,
});
