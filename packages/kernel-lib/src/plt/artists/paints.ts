import { describe } from "../../array/options";
import { paint, readColor, specColor, type Color, type Paint } from "../color/color";
import type { Json } from "../model/artist";

export const noPaint: Paint = { color: "none", alpha: 0 };

/** Whether two paints are the same. */
export const samePaint = (a: Paint, b: Paint): boolean => a.color === b.color && a.alpha === b.alpha;

/**
 * Reads a colour or a list of colours, one an element.
 *
 * Four numbers could be either: they are one colour if they make one.
 */
export function readPaints(functionName: string, value: Color | readonly Color[], alpha?: number): Paint[] {
  if (readColor(value) !== undefined || typeof value === "string") return [paint(functionName, value, alpha)];
  if (!Array.isArray(value) || value.length === 0) {
    throw new TypeError(`${functionName}: expected a color or a list of colors, got ${describe(value)}`);
  }
  return value.map((each: unknown) => paint(functionName, each, alpha));
}

/** The paint of an element: lists that are too short begin anew, empty ones paint nothing. */
export const paintAt = (paints: readonly Paint[], i: number): Paint => paints[i % paints.length] ?? noPaint;

/** The mark properties of a fill. */
export const fillProperties = (fill: Paint): Json => ({
  fill: specColor(fill),
  ...(fill.alpha < 1 && fill.color !== "none" && { fillOpacity: fill.alpha }),
});

/** The mark properties of a stroke. */
export const strokeProperties = (stroke: Paint, width: number): Json =>
  stroke.color === "none" || width === 0
    ? { stroke: null }
    : {
        stroke: specColor(stroke),
        strokeWidth: width,
        ...(stroke.alpha < 1 && { strokeOpacity: stroke.alpha }),
      };

/** Elements that look alike, in runs of their order, so that each run is a layer of constant colour. */
export function runsAlike(count: number, ...lists: readonly (readonly Paint[])[]): number[][] {
  const runs: number[][] = [];
  for (let i = 0; i < count; i++) {
    const last = runs[runs.length - 1];
    const alike = last && lists.every((list) => samePaint(paintAt(list, last[0]), paintAt(list, i)));
    if (alike) last.push(i);
    else runs.push([i]);
  }
  return runs;
}

/** Whether as many layers as there are runs would be too many. */
export const tooManyRuns = (runs: readonly number[][]): boolean => runs.length > 24;

/** A paint as a value in the data, where it cannot follow the theme. */
export const fixedColor = ({ color }: Paint): string | null =>
  color === "none" ? null : color === "ink" ? "#000000" : color === "paper" ? "#ffffff" : color;
