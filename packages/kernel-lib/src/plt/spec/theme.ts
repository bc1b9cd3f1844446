import type { Json } from "../model/artist";
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

/** Whether a colour is light; undefined where it follows the theme, or lets what is behind it shine through. */
export function isLight({ color, alpha }: Paint): boolean | undefined {
  if (!color.startsWith("#") || alpha < 0.5) return undefined;
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2] > 110;
}

/**
 * What stands on a background that does not follow the theme does not, either: black on light, white on dark.
 *
 * @param part - A part of a spec.
 * @param background - What it stands on.
 */
export function standingOn<T>(part: T, background: Paint): T {
  const light = isLight(background);
  return light === undefined ? part : withInk(part, light ? "black" : "white");
}

/** Replaces ink by a colour. */
function withInk<T>(part: T, color: string): T {
  if (Array.isArray(part)) return part.map((each) => withInk(each as unknown, color)) as T;
  if (part === null || typeof part !== "object") return part;
  const { expr } = part as { expr?: string };
  if (expr === "ink") return color as T;
  if (expr?.includes("rgb(ink)")) return { expr: expr.replaceAll("rgb(ink)", `rgb('${color}')`) } as T;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, withInk(value as unknown, color)]),
  ) as T;
}
