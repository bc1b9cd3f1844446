import type { AxesBase } from "../model/axes";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { textSize } from "../text/size";
import { alignedWith } from "./aligned";
import { axisOverhang } from "./axisReach";

/** Where the frame of axes ends, in pixels above the foot of the figure. */
function frameTop(axes: AxesBase): number {
  const { bottom, height } = axes.box();
  return (bottom + height) * axes.figure.pixelSize().height;
}

/** Where axes end that have a title above them: with what stands along x, if that is on top. */
function top(axes: AxesBase): number {
  const onTop = axes.axisOn && axes.xaxis.visible && axes.xaxis.side === "top" && !axes.polar;
  return frameTop(axes) + (onTop ? axisOverhang(axes, axes.xaxis).out : 0);
}

/** How far above its frame the title of axes in line with others stands, its usual distance apart. In pixels. */
export const titleRise = (axes: AxesBase): number => top(axes) - frameTop(axes) + titleShift(axes);

/** How much higher the titles of axes stand than their own axes ask for, to be in line with others. In pixels. */
export function titleShift(axes: AxesBase): number {
  const group = alignedWith(axes, "title");
  if (group.length < 2) return 0;
  const { pt } = axes.figure;
  const highest = Math.max(...group.map(top));
  const feet = Object.values(axes.titleLabels)
    .filter(({ text }) => text !== "")
    .map(({ text, pad, fontsize }) => {
      const size = (fontsize ?? fontSize("rcParams", rcParams["axes.titlesize"])) * pt;
      const { height, ascent } = textSize(text, size);
      return (pad ?? rcParams["axes.titlepad"]) * pt - (height - ascent);
    });
  // A title that stands free of all the axes stays where it is.
  return feet.length === 0 || frameTop(axes) + Math.min(...feet) >= highest ? 0 : highest - top(axes);
}
