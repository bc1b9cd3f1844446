import type { Direction, Frame, Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { dashProperties } from "../linestyle";
import { gridLiesOver } from "../model/gridStyle";
import { shownTicks } from "./shownTicks";
import { positions, quantity } from "./data";
import { polarGrid } from "./polar";
import { blended, px } from "./theme";

/**
 * The lines of the grid as marks, for where something lies under them.
 *
 * @param moved - The parameter that has a value once the axes have been moved: then their ticks are Vega's, and so is
 *   their grid.
 */
export function gridLayers(axes: AxesBase, frame: Frame, moved?: string): Json[] {
  if (!axes.axisOn || !(axes.polar || gridLiesOver(axes))) return [];
  if (axes.plane) return polarGrid(axes, axes.plane);
  return (["x", "y"] as const).flatMap((direction) => linesOf(axes, frame, direction, moved));
}

function linesOf(axes: AxesBase, frame: Frame, direction: Direction, moved?: string): Json[] {
  const { grid, visible } = axes.axisOf(direction);
  if (!grid || !visible) return [];
  const values = shownTicks(axes, direction, axes.ticks(direction))
    .filter(({ minor }) => grid.which === "both" || minor === (grid.which === "minor"))
    .map(({ value }) => value);
  const width = px(grid.linewidth * frame.pt);
  const dashes = dashProperties(grid.linestyle, grid.linewidth * frame.pt);
  const { alpha } = grid.color;
  const across = direction === "x" ? "y" : "x";
  return [
    {
      data: { values: positions(frame, direction, values).map((at) => ({ at })) },
      mark: {
        type: "rule",
        clip: true,
        stroke: blended({ ...grid.color, alpha: 1 }),
        strokeWidth: width,
        ...dashes,
        opacity: moved === undefined ? alpha : { expr: `isValid(${moved}.${direction}) ? 0 : ${alpha}` },
        [`${direction}Offset`]: 0.5,
      },
      encoding: {
        [direction]: quantity("at"),
        [across]: { value: 0 },
        [`${across}2`]: { value: direction === "x" ? frame.height : frame.width },
      },
    },
  ];
}
