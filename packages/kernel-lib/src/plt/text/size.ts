import { layoutWidth } from "./layoutWidth";
import { mathtext } from "./mathtext";

/** What every line of DejaVu Sans takes above and below its baseline, and between lines, over the font size. */
const ascent = 1556 / 2048;
const descent = 492 / 2048;
const lineGap = 410 / 2048;

/** What a line takes above its baseline: letters that reach up are fitted to whole pixels. */
const lineAscent = (line: string, size: number) =>
  Math.max(ascent * size, /[bdfhkl(){}[\]|/]/.test(line) ? Math.round(ascent * size) : 0);

/** The room that a text takes, and the part of its height that is above the first baseline, in pixels. */
export function textSize(
  text: string,
  size: number,
  bold = false,
): { width: number; height: number; ascent: number } {
  const lines = mathtext(text).split("\n");
  const gap = lines.length > 1 ? lineGap * size : 0;
  const heights = lines.map((line) => lineAscent(line, size) + descent * size + gap);
  const height = heights.reduce((sum, own) => sum + own, 0);
  return {
    width: Math.max(...lines.map((line) => layoutWidth(line, size, { bold }))),
    height,
    ascent: height - descent * size - gap / 2,
  };
}

/** The room of a turned text. */
export function turned({ width, height }: { width: number; height: number }, degrees: number) {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return { width: width * cos + height * sin, height: width * sin + height * cos };
}

/** Whether letters of a weight are bold. */
export const isBold = (weight: string | number | undefined) => weight === "bold" || Number(weight) >= 600;
