import type { AxesBase } from "../model/axes";
import { labelApart, type Axis } from "../model/axis";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { isBold, textSize, turned } from "../text/size";
import { labelShift } from "./aligned";
import { tickReach, type AxisReach } from "./tickReach";

/** How far ticks, their labels and the axis' label reach from the axes, and along it beyond its ends. */
export function axisOverhang(axes: AxesBase, axis: Axis): AxisReach {
  const { pt } = axes.figure;
  const { direction, label } = axis;
  const frame = axes.frame();
  let { out, before, after } = tickReach(axes, axis);
  if (label.text !== "") {
    const size = (label.fontsize ?? fontSize("rcParams", rcParams["axes.labelsize"])) * pt;
    const own = turned(
      textSize(label.text, size, isBold(label.fontweight)),
      label.rotation ?? (direction === "x" ? 0 : 90),
    );
    if (!labelApart(axis)) {
      out += (label.pad ?? rcParams["axes.labelpad"]) * pt + labelShift(axes, direction);
      out += direction === "x" ? own.height : own.width;
    }
    const total = direction === "x" ? frame.width : frame.height;
    const beyond = ((direction === "x" ? own.width : own.height) - total) / 2;
    before = Math.max(before, beyond);
    after = Math.max(after, beyond);
  }
  return { out, before, after };
}
