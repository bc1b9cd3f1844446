import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { opposite, type Axis } from "../model/axis";
import { polarOverhang } from "./polarLabels";
import { axesRoom, layoutLegend } from "../legend/layout";
import { rcParams } from "../rcParams";
import { labelApart, shownTicks } from "../spec/axis";
import { spineInset } from "../spec/spines";
import { fontSize } from "../text/fontSize";
import { textSize, turned } from "../text/size";

/** How far things reach beyond a rectangle, in pixels. */
export interface Overhang {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const isBold = (weight: string | number | undefined) => weight === "bold" || Number(weight) >= 600;

/** How far ticks, their labels and the axis' label reach from the axes, and along it beyond its ends. */
function axisOverhang(axes: AxesBase, axis: Axis): { out: number; before: number; after: number } {
  const { pt } = axes.figure;
  const { direction, style, label } = axis;
  const frame = axes.frame();
  const ticks = shownTicks(axes, direction, axes.ticks(direction)).filter(({ label: text }) => text !== "");
  const length = (style.length ?? rcParams[`${direction}tick.major.size`]) * pt;
  const pointing = style.direction ?? rcParams[`${direction}tick.direction`];
  let out = style.ticks && pointing !== "in" ? length : 0;
  let [before, after] = [0, 0];
  if (style.labels && ticks.length > 0) {
    const sizes = ticks.map((tick) => turned(textSize(tick.label, axis.labelSize * pt), style.rotation ?? 0));
    const across = direction === "x" ? "height" : "width";
    const along = direction === "x" ? "width" : "height";
    out += (style.pad ?? rcParams[`${direction}tick.major.pad`]) * pt;
    out += Math.max(...sizes.map((size) => size[across]));
    const total = direction === "x" ? frame.width : frame.height;
    const { scale, view } = frame[direction];
    const [from, to] = [scale.forward(view[0]), scale.forward(view[1])];
    ticks.forEach(({ value, label: text }, i) => {
      const at = ((scale.forward(value) - from) / (to - from)) * total;
      // Upright labels of y have the middle between baseline and top of their letters at the tick.
      const upright = direction === "y" && (style.rotation ?? 0) % 360 === 0 && !text.includes("\n");
      const beyond = upright ? textSize(text, axis.labelSize * pt).ascent / 2 : sizes[i][along] / 2;
      before = Math.max(before, sizes[i][along] - beyond - at);
      after = Math.max(after, at + beyond - total);
    });
  }
  if (label.text !== "") {
    const size = (label.fontsize ?? fontSize("rcParams", rcParams["axes.labelsize"])) * pt;
    const own = turned(
      textSize(label.text, size, isBold(label.fontweight)),
      label.rotation ?? (direction === "x" ? 0 : 90),
    );
    if (!labelApart(axis)) {
      out += (label.pad ?? rcParams["axes.labelpad"]) * pt;
      out += direction === "x" ? own.height : own.width;
    }
    const total = direction === "x" ? frame.width : frame.height;
    const beyond = ((direction === "x" ? own.width : own.height) - total) / 2;
    before = Math.max(before, beyond);
    after = Math.max(after, beyond);
  }
  return { out, before, after };
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
function labelRoom({ label, direction }: Axis, pt: number): number {
  const size = (label.fontsize ?? fontSize("rcParams", rcParams["axes.labelsize"])) * pt;
  const own = turned(textSize(label.text, size), label.rotation ?? (direction === "x" ? 0 : 90));
  return (label.pad ?? rcParams["axes.labelpad"]) * pt + (direction === "x" ? own.height : own.width);
}

/** How far what belongs to axes reaches beyond their frame: ticks, labels, titles, a legend outside. */
export function overhang(axes: AxesBase): Overhang {
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
      if (labelApart(axis) && axis.label.text !== "") grow(axis.labelSide ?? axis.side, labelRoom(axis, pt));
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
    grow("top", base + (label.pad ?? rcParams["axes.titlepad"]) * pt + own.ascent);
    grow("left", (own.width - width) / 2);
    grow("right", (own.width - width) / 2);
  }
  if (axes.currentLegend && axes.currentLegend.entries.length > 0) {
    const { rect } = layoutLegend(axes.currentLegend, axesRoom(axes));
    grow("left", -rect.left);
    grow("top", -rect.top);
    grow("right", rect.left + rect.width - width);
    grow("bottom", rect.top + rect.height - height);
  }
  return result;
}
