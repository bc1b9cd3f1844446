import type { Paint } from "../color/color";
import { dashProperties, type Linestyle } from "../linestyle";
import type { Frame, Json, LegendKey } from "../model/artist";
import { px } from "../spec/theme";
import { hatchPaint, hatchPath } from "./hatched";
import { noPaint, paintAt, strokeProperties } from "./paints";

/** How filled shapes look. */
export interface FilledStyle {
  face: readonly Paint[];
  edge: readonly Paint[];
  /** Width of the edges in points. */
  linewidth: number;
  /** How edges are drawn. Default: "-". */
  linestyle?: Linestyle;
  /** The opacity that colours take that are set later; undefined: their own. */
  opacity?: number;
  /** Whether what lies beyond the axes is not drawn. Default: true. */
  clip?: boolean;
  /** Letters of patterns, one for all or one each. Default: none. */
  hatch?: readonly string[];
}

/** The mark properties of an edge. */
export const edgeProperties = (
  { linewidth, linestyle = "-" }: Pick<FilledStyle, "linewidth" | "linestyle">,
  edge: Paint,
  frame: Frame,
): Json => ({
  ...strokeProperties(edge, px(linewidth * frame.pt)),
  ...(edge.color !== "none" && linewidth > 0 && dashProperties(linestyle, linewidth * frame.pt)),
});

/** The symbol of something filled: a rectangle, 0.7 of the font size high. */
export function patchKey(
  frame: Frame,
  half: number,
  { face, edge, linewidth, hatch }: Pick<FilledStyle, "face" | "edge" | "linewidth" | "hatch">,
): LegendKey {
  const pattern = hatchPath(hatch?.[0], half, 0.35 * half, 72 * frame.pt);
  const stroke = linewidth > 0 ? paintAt(edge, 0) : noPaint;
  return {
    path: `M${-half},${-0.35 * half}H${half}V${0.35 * half}H${-half}Z${pattern}`,
    fill: paintAt(face, 0),
    stroke: pattern ? hatchPaint(stroke, paintAt(face, 0)) : stroke,
    strokeWidth: linewidth * frame.pt,
  };
}
