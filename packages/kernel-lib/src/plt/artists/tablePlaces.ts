import type { Box } from "../model/cells";

/** A table's places in axes by name, as matplotlib has them; on which side of the axes they are, in- or outside. */
const places: Record<
  string,
  { x: "left" | "center" | "right"; y: "bottom" | "center" | "top"; out?: "x" | "y" | "xy" }
> = {
  best: { x: "right", y: "top" },
  "upper right": { x: "right", y: "top" },
  "upper left": { x: "left", y: "top" },
  "lower left": { x: "left", y: "bottom" },
  "lower right": { x: "right", y: "bottom" },
  "center left": { x: "left", y: "center" },
  "center right": { x: "right", y: "center" },
  "lower center": { x: "center", y: "bottom" },
  "upper center": { x: "center", y: "top" },
  center: { x: "center", y: "center" },
  "top right": { x: "right", y: "top", out: "xy" },
  "top left": { x: "left", y: "top", out: "xy" },
  "bottom left": { x: "left", y: "bottom", out: "xy" },
  "bottom right": { x: "right", y: "bottom", out: "xy" },
  right: { x: "right", y: "center", out: "x" },
  left: { x: "left", y: "center", out: "x" },
  top: { x: "center", y: "top", out: "y" },
  bottom: { x: "center", y: "bottom", out: "y" },
};

/** The names of places. */
export const tablePlaces = Object.keys(places);

/** Room between a table and the edge of the axes it is in. */
const room = 0.02;

/** Where the lower left corner of a table of some size is, in shares of the axes. */
export function tableCorner(
  loc: string,
  { width, height }: Pick<Box, "width" | "height">,
): [x: number, y: number] {
  const { x, y, out = "" } = places[loc];
  const along = (side: string, size: number, outside: boolean) => {
    if (side === "center") return 0.5 - size / 2;
    const low = side === "left" || side === "bottom";
    if (outside) return low ? -size : 1;
    return low ? room : 1 - size - room;
  };
  return [along(x, width, out.includes("x")), along(y, height, out.includes("y"))];
}
