import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { labelSideOf } from "../model/axis";
import type { Side } from "../model/spine";
import { spineInset } from "../spec/spines";
import { tickReach } from "./tickReach";

/** The axes that some axes are in line with, these included; none where they stand by themselves. */
export const alignedWith = (axes: AxesBase, what: Direction | "title"): readonly AxesBase[] =>
  axes.figure.aligned[what].find((group) => group.includes(axes))?.filter(({ visible }) => visible) ?? [];

/** Whether labels or titles of axes are in line with those of others, and so have places that no theme or font moves. */
export const isInLine = (axes: AxesBase, what: Direction | "title"): boolean =>
  alignedWith(axes, what).length > 1;

/** Where ticks and their labels end on a side, in pixels of the figure in the direction away from the axes. */
function edge(axes: AxesBase, direction: Direction, side: Side): number {
  const axis = axes.axisOf(direction);
  const { left, bottom, width, height } = axes.box();
  const size = axes.figure.pixelSize();
  const sides = {
    left: -left * size.width,
    right: (left + width) * size.width,
    bottom: -bottom * size.height,
    top: (bottom + height) * size.height,
  };
  const reach = axis.side === side ? tickReach(axes, axis).out - spineInset(axes, side) : 0;
  return sides[side] + reach;
}

/** How much farther out the label of an axis stands than its ticks ask for, to be in line with others. In pixels. */
export function labelShift(axes: AxesBase, direction: Direction): number {
  const group = alignedWith(axes, direction);
  if (group.length < 2 || axes.polar) return 0;
  const side = labelSideOf(axes.axisOf(direction));
  const own = edge(axes, direction, side);
  const labelled = group.filter((other) => {
    const axis = other.axisOf(direction);
    return other !== axes && other.axisOn && !other.polar && axis.side === side && axis.style.labels;
  });
  return Math.max(0, ...labelled.map((other) => edge(other, direction, side) - own));
}
