import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { labelApart, labelSideOf, opposite, type Axis } from "../model/axis";
import { labelShift } from "./aligned";
import { titleShift } from "./alignedTitles";
import { axisOverhang } from "./axisReach";
import { polarOverhang } from "./polarLabels";
import { axesRoom, layoutLegend } from "../legend/layout";
import type { Legend } from "../model/legend";
import { rcParams } from "../rcParams";
import { shownTicks } from "../spec/shownTicks";
import { spineInset } from "../spec/spines";
import { fontSize } from "../text/fontSize";
import { isBold, textSize, turned } from "../text/size";

/** How far things reach beyond a rectangle, in pixels. */
export interface Overhang {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How far ticks and labels reach on the side that has them only as well. */
function otherRoom(axes: AxesBase, axis: Axis): number {
  const { style, direction } = axis;
  const { pt } = axes.figure;
  const look = axis.tickLook(false);
  const ticks = style.otherTicks && look.direction !== "in" ? look.length * pt : 0;
  if (!style.otherLabels) return ticks;
  const sizes = shownTicks(axes, direction, axes.ticks(direction)).map(
    ({ label }) => textSize(label, axis.labelSize * pt)[direction === "x" ? "height" : "width"],
  );
  return ticks + (style.pad ?? rcParams[`${direction}tick.major.pad`]) * pt + Math.max(0, ...sizes);
}

/** How far the label of an axis reaches from axes on the side without ticks. */
function labelRoom(axes: AxesBase, { label, direction }: Axis): number {
  const { pt } = axes.figure;
  const size = (label.fontsize ?? fontSize("rcParams", rcParams["axes.labelsize"])) * pt;
  const own = turned(textSize(label.text, size), label.rotation ?? (direction === "x" ? 0 : 90));
  const pad = (label.pad ?? rcParams["axes.labelpad"]) * pt + labelShift(axes, direction);
  return pad + (direction === "x" ? own.height : own.width);
}

/**
 * How far what belongs to axes reaches beyond their frame: ticks, labels, titles, legends outside.
 *
 * @param legends - The legends that count. Default: all, whereas layouts make no room for those that are kept, as
 *   matplotlib's make none.
 */
export function overhang(axes: AxesBase, legends: readonly Legend[] = axes.shownLegends): Overhang {
  const { pt } = axes.figure;
  const result: Overhang = { left: 0, right: 0, top: 0, bottom: 0 };
  const grow = (side: keyof Overhang, length: number) => {
    result[side] = Math.max(result[side], length);
  };
  if (axes.polar) Object.assign(result, polarOverhang(axes));
  else if (axes.axisOn) {
    const ends: Record<Direction, [keyof Overhang, keyof Overhang]> = {
      x: ["left", "right"],
      y: ["bottom", "top"],
    };
    for (const axis of [axes.xaxis, axes.yaxis]) {
      if (!axis.visible) continue;
      const { out, before, after } = axisOverhang(axes, axis);
      if (labelApart(axis) && axis.label.text !== "") grow(labelSideOf(axis), labelRoom(axes, axis));
      grow(axis.side, out - spineInset(axes, axis.side));
      grow(opposite[axis.side], otherRoom(axes, axis));
      grow(ends[axis.direction][0], before);
      grow(ends[axis.direction][1], after);
    }
  }
  const { width, height } = axes.pixelSize();
  const frame = axes.frame();
  for (const artist of axes.shaped) {
    if (artist.visible === false) continue;
    for (const [left, top, right, bottom] of artist.covers?.(frame) ?? []) {
      grow("left", -left);
      grow("top", -top);
      grow("right", right - width);
      grow("bottom", bottom - height);
    }
  }
  const above = result.top;
  for (const label of Object.values(axes.titleLabels)) {
    if (label.text === "") continue;
    const size = (label.fontsize ?? fontSize("rcParams", rcParams["axes.titlesize"])) * pt;
    const own = textSize(label.text, size, isBold(label.fontweight));
    const base = axes.polar || axes.xaxis.side === "top" || axes.yaxis.side === "top" ? above : 0;
    grow("top", base + titleShift(axes) + (label.pad ?? rcParams["axes.titlepad"]) * pt + own.ascent);
    grow("left", (own.width - width) / 2);
    grow("right", (own.width - width) / 2);
  }
  for (const legend of legends) {
    const { rect } = layoutLegend(legend, axesRoom(axes));
    grow("left", -rect.left);
    grow("top", -rect.top);
    grow("right", rect.left + rect.width - width);
    grow("bottom", rect.top + rect.height - height);
  }
  return result;
}
