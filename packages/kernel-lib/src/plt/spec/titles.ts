import type { Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { defaultPaint, specColor } from "../color/color";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { shownTicks } from "./shownTicks";
import { oneRow } from "./data";
import { specText } from "./specText";
import { isInLine } from "../layout/aligned";
import { titleRise } from "../layout/alignedTitles";
import { polarOverhang } from "../layout/polarLabels";
import { px } from "./theme";

const anchors = { left: "start", center: "middle", right: "end" };

/** Where a title stands along the axes. */
const across = { left: () => 0, center: (width: number) => width / 2, right: (width: number) => width };

/** How far Vega has letters reach above the middle of a text, and above its baseline, in whole pixels. */
const aboveMiddle = (size: number) => Math.round(0.8 * size) - Math.round(0.3 * size);
const aboveBaseline = (size: number) => Math.round(0.79 * size);

/**
 * How far the labels of the y axis reach above the axes, which would push the title away by that much. matplotlib heeds
 * labels of the x axis alone.
 */
function pushed(axes: AxesBase): number {
  const { yaxis } = axes;
  if (!axes.axisOn || !yaxis.visible || !yaxis.style.labels || yaxis.style.rotation) return 0;
  const ticks = axes.ticks("y");
  // What stands above the axes anyway pushes the title further.
  if (axes.xaxis.side === "top" || ticks.offset !== "") return 0;
  const { scale } = yaxis.dimension;
  const [from, to] = axes.view("y").map(scale.forward);
  const below = shownTicks(axes, "y", ticks)
    .filter(({ label }) => label !== "")
    .map(({ value }) => (axes.frame().height * (to - scale.forward(value))) / (to - from));
  return Math.max(0, aboveMiddle(yaxis.labelSize * axes.figure.pt) - Math.min(...below));
}

/**
 * Titles over the axes; the first one is the view's own, unless what else is above the axes would push it away, as the
 * title of the figure does.
 */
export function titles(axes: AxesBase, own = true): { title?: Json; layers: Json[] } {
  const { pt } = axes.figure;
  const { width } = axes.frame();
  const shown = (["center", "left", "right"] as const).filter((loc) => axes.titleLabels[loc].text !== "");
  const [first, ...others] = shown;
  if (first === undefined) return { layers: [] };
  // What stands above axes would push their own titles out of line.
  const inLine = isInLine(axes, "title");
  const isOwn = own && !inLine;
  const rest = isOwn ? others : shown;
  // The labels of angles stand all around the axes.
  const above = inLine ? titleRise(axes) : polarOverhang(axes).top;
  const size = (loc: "left" | "center" | "right") =>
    (axes.titleLabels[loc].fontsize ?? fontSize("rcParams", rcParams["axes.titlesize"])) * pt;
  const look = (loc: "left" | "center" | "right") => {
    const label = axes.titleLabels[loc];
    return {
      text: specText(label.text),
      fontSize: px(size(loc)),
      fontWeight: label.fontweight ?? rcParams["axes.titleweight"],
      ...(label.fontstyle && { fontStyle: label.fontstyle }),
    };
  };
  const color = (loc: "left" | "center" | "right") => {
    const label = axes.titleLabels[loc];
    return specColor(label.color ?? defaultPaint("text.color"));
  };
  const distance = (loc: "left" | "center" | "right") =>
    px((axes.titleLabels[loc].pad ?? rcParams["axes.titlepad"]) * pt);
  return {
    ...(isOwn && {
      title: {
        ...look(first),
        anchor: anchors[first],
        frame: "group",
        // From the bottom of the letters' box, whereas the distance is from their baseline.
        offset: px(distance(first) - (size(first) - aboveBaseline(size(first))) - pushed(axes)),
        color: color(first),
        limit: 0,
      },
    }),
    layers: rest.map((loc) => ({
      data: oneRow,
      mark: { type: "text", clip: false, ...look(loc), align: loc, baseline: "alphabetic", fill: color(loc) },
      encoding: { x: { value: px(across[loc](width)) }, y: { value: px(-distance(loc) - above) } },
    })),
  };
}
