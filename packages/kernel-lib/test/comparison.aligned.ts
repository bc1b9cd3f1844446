import { labelShift } from "../src/plt/layout/aligned";
import { titleShift } from "../src/plt/layout/alignedTitles";
import { tickReach } from "../src/plt/layout/tickReach";
import type { AxesBase as Axes } from "../src/plt/model/axes";
import { labelSideOf } from "../src/plt/model/axis";
import { rcParams } from "../src/plt/rcParams";
import type { Differences } from "./comparison";
import type { MplAxes } from "./matplotlib";

/** Compares where labels and titles stand of axes that are in line with others. */
export function compareAligned(axes: Axes, theirs: MplAxes, found: Differences): void {
  const { pt, aligned } = axes.figure;
  const [left, top, width, height] = theirs.box;
  for (const direction of ["x", "y"] as const) {
    const axis = axes.axisOf(direction);
    const wanted = theirs[direction].label;
    if (!wanted || aligned[direction].length === 0) continue;
    const side = labelSideOf(axis);
    const ticks = axis.side === side ? tickReach(axes, axis).out : 0;
    const out = ticks + rcParams["axes.labelpad"] * pt + labelShift(axes, direction);
    const at = { left: left - out, right: left + width + out, top: top - out, bottom: top + height + out };
    found.near(`place of the ${direction} label`, [at[side]], [wanted.at[direction === "x" ? 1 : 0]], 1);
  }
  if (aligned.title.length === 0) return;
  for (const [place, { at }] of Object.entries(theirs.titles)) {
    found.near(
      `height of the ${place} title`,
      [top - rcParams["axes.titlepad"] * pt - titleTop(axes) - titleShift(axes)],
      [at[1]],
      1,
    );
  }
}

/** How far what stands along x above axes pushes their titles up. */
const titleTop = (axes: Axes): number => (axes.xaxis.side === "top" ? tickReach(axes, axes.xaxis).out : 0);
