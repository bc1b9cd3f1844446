import type { AxesBase } from "../model/axes";
import type { Axis } from "../model/axis";
import { rcParams } from "../rcParams";
import { shownTicks } from "../spec/shownTicks";
import { textSize, turned } from "../text/size";

/** How far something along an axis reaches from the axes, and along them beyond their ends, in pixels. */
export interface AxisReach {
  out: number;
  before: number;
  after: number;
}

/** How far ticks and their labels reach. */
export function tickReach(axes: AxesBase, axis: Axis): AxisReach {
  const { pt } = axes.figure;
  const { direction, style } = axis;
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
  return { out, before, after };
}
