import { figureRoom, layoutLegend } from "../legend/layout";
import type { OutsideSide } from "../model/legend";
import type { Panel } from "../model/panel";

/** The room that legends outside all axes ask for on each side, as shares of the figure, with a distance around them. */
export function legendRoom(figure: Panel, edge: { x: number; y: number }): Record<OutsideSide, number> {
  const { width, height } = figure.pixelSize();
  const room = { left: 0, right: 0, upper: 0, lower: 0 };
  for (const legend of figure.shownLegends) {
    const { outside, anchor } = legend;
    if (outside === undefined || anchor !== undefined) continue;
    const { rect } = layoutLegend(legend, figureRoom(figure));
    const across = outside === "left" || outside === "right";
    const own = across ? rect.width / width + 2 * edge.x : rect.height / height + 2 * edge.y;
    room[outside] = Math.max(room[outside], own);
  }
  return room;
}
