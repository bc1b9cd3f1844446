import type { Json } from "../artists/artist";
import { specColor, type Paint } from "../color/color";

/** The colours that a viewer may set to follow its theme; the defaults are the light ones. */
export const themeParams: Json[] = [
  { name: "ink", value: "black" },
  { name: "paper", value: "white" },
];

export const ink = { expr: "ink" };
export const paper = { expr: "paper" };

/** Fonts of about the same widths, DejaVu Sans first. */
export const font = "DejaVu Sans, Verdana, sans-serif";

/** A colour with its opacity in one value, for the places that have no channel for opacity. */
export function blended(color: Paint, alpha: number = color.alpha): unknown {
  if (alpha >= 1 || color.color === "none") return specColor(color);
  if (color.color !== "ink" && color.color !== "paper") {
    return (
      color.color +
      Math.round(alpha * 255)
        .toString(16)
        .padStart(2, "0")
    );
  }
  const part = (channel: string) => `rgb(${color.color}).${channel}`;
  return { expr: `'rgba(' + ${part("r")} + ',' + ${part("g")} + ',' + ${part("b")} + ',${alpha})'` };
}

/** Rounds a length in pixels to thousandths. */
export const px = (length: number): number => Number(length.toFixed(3));
