import type { Paint } from "./color";

/** A colour as red, green, blue and opacity from 0 to 1. */
export type Rgba = [r: number, g: number, b: number, a: number];

/** The parts of a colour as they are in a light theme; "none" is all zeros. */
export function rgbaOf({ color, alpha }: Paint): Rgba {
  if (color === "none") return [0, 0, 0, 0];
  const hex = color === "ink" ? "#000000" : color === "paper" ? "#ffffff" : color;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return [r, g, b, alpha];
}
