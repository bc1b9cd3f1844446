import { specColor, type Paint } from "../color/color";
import { dashArray, dashProperties, type Linestyle } from "../linestyle";
import { markers } from "../markers";
import type { Frame, Json, LegendKey } from "../model/artist";
import { scalePath } from "../spec/path";
import { px } from "../spec/theme";
import type { MarkEvery } from "./markEvery";
import { noPaint, samePaint } from "./paints";

/** How a line looks. Widths and sizes are in points. */
export interface LineStyle {
  color: Paint;
  linestyle: Linestyle;
  linewidth: number;
  marker: string | null;
  markersize: number;
  markeredgewidth: number;
  markeredgecolor?: Paint;
  markerfacecolor?: Paint;
  /** The opacity that a colour takes that is set later; undefined: its own. */
  opacity?: number;
  /** Which points have a marker. */
  markevery: MarkEvery;
  drawstyle: string;
  /** Whether what lies beyond the axes is not drawn. Default: true. */
  clip?: boolean;
  /** How ends and corners look, where not as usual. */
  caps?: {
    dash?: "butt" | "projecting" | "round";
    solid?: "butt" | "projecting" | "round";
    join?: "miter" | "round" | "bevel";
  };
}

/** What Vega calls the ends of lines. */
const vegaCaps = { butt: "butt", projecting: "square", round: "round" };

/** The mark properties of a line's stroke. */
export function strokeOf(
  { color, linestyle, linewidth, caps = {}, clip = true }: LineStyle,
  frame: Frame,
): Json {
  const dashes = dashProperties(linestyle, linewidth * frame.pt);
  return {
    clip,
    stroke: specColor(color),
    strokeWidth: px(linewidth * frame.pt),
    strokeCap: vegaCaps[dashes ? (caps.dash ?? "butt") : (caps.solid ?? "projecting")],
    strokeJoin: caps.join ?? "round",
    ...(color.alpha < 1 && { strokeOpacity: color.alpha }),
    ...dashes,
  };
}

/** The paints of a line's markers, and the width of their edges in points. */
export function markerPaint(style: LineStyle): { face: Paint; edge: Paint; width: number } {
  const { color, markerfacecolor = color, markeredgecolor = color, markeredgewidth } = style;
  return { face: markerfacecolor, edge: markeredgecolor, width: markeredgewidth };
}

/** The layer of a line's markers. */
export function markerLayer(style: LineStyle, frame: Frame, name: string): Json {
  const { face, edge, width } = markerPaint(style);
  const marker = markers[name];
  return {
    mark: {
      type: "point",
      clip: style.clip ?? true,
      shape: name === "o" || name === "." ? "circle" : marker.path,
      size: px((style.markersize * marker.scale * frame.pt) ** 2),
      fill: marker.filled ? specColor(face) : null,
      stroke: specColor(edge),
      strokeWidth: px(width * frame.pt),
      ...(face.alpha < 1 && { fillOpacity: face.alpha }),
      ...(edge.alpha < 1 && { strokeOpacity: edge.alpha }),
    },
  };
}

/** A line's symbol in a legend, of half a length in pixels to either side. */
export function lineKey(style: LineStyle, frame: Frame, half: number): LegendKey {
  const { color, linestyle, linewidth, marker, markersize } = style;
  const path: string[] = [];
  const { face, edge, width } = markerPaint(style);
  const radius = marker === null ? 0 : (markersize * markers[marker].scale * frame.pt) / 2;
  // All strokes of a symbol lie over what is filled: of a marker in another colour, the line would be seen through.
  const hidden =
    marker !== null && markers[marker].filled && !samePaint(face, edge)
      ? Math.min(radius + (linewidth * frame.pt) / 2, half)
      : 0;
  if (linestyle !== "None") path.push(dashedLine(half, dashArray(linestyle, linewidth * frame.pt), hidden));
  if (marker === null) {
    return { path: path.join("") || "M0,0", stroke: color, fill: noPaint, strokeWidth: linewidth * frame.pt };
  }
  path.push(scalePath(markers[marker].path, radius));
  return {
    path: path.join(""),
    stroke: edge,
    fill: markers[marker].filled ? face : noPaint,
    strokeWidth: (linestyle === "None" ? width : linewidth) * frame.pt,
  };
}

/**
 * A horizontal line of two halves as a path, but for its middle where this is hidden; its dashes are written out, so that
 * a marker on it keeps its outline.
 */
function dashedLine(half: number, dash: number[] | undefined, hidden: number): string {
  if (dash === undefined) {
    return hidden > 0 ? `M${-half},0H${px(-hidden)}M${px(hidden)},0H${half}` : `M${-half},0H${half}`;
  }
  let path = "";
  let at = -half;
  for (let i = 0; at < half; i++) {
    const next = Math.min(half, at + dash[i % dash.length]);
    const shown =
      hidden > 0
        ? [
            [at, Math.min(next, -hidden)],
            [Math.max(at, hidden), next],
          ]
        : [[at, next]];
    for (const [from, to] of i % 2 === 0 ? shown : []) {
      if (to > from) path += `M${from.toFixed(2)},0H${to.toFixed(2)}`;
    }
    at = next;
  }
  return path;
}
