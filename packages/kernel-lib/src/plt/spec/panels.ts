import type { AxesBase, Canvas } from "../model/axes";
import type { Frame, Json } from "../model/artist";
import type { Panel } from "../model/panel";
import { figureRoom, layoutLegend } from "../legend/layout";
import { defaultPaint, specColor } from "../color/color";
import { legendLayer } from "./legend";
import type { PlacedView } from "./arrange";
import { suptitleExtent, suptitleLayers } from "./suptitle";
import { standingOn } from "./theme";

/** A place in a figure, in pixels from its upper left corner. */
export interface Corner {
  left: number;
  top: number;
}

/** A figure or a part of one, and the parts of it. */
export const panelsOf = (panel: Panel): Panel[] => [panel, ...panel.parts.flatMap(panelsOf)];

/** Where axes have their upper left corner. */
export function cornerOf(axes: AxesBase): Corner {
  const { width, height } = axes.figure.pixelSize();
  const { left, top } = axes.figure.corner();
  const box = axes.box();
  return { left: left + box.left * width, top: top + (1 - box.bottom - box.height) * height };
}

const difference = (a: Corner, b: Corner): Corner => ({ left: a.left - b.left, top: a.top - b.top });

/** The axes of a panel that are drawn last: the lowest, and of these the one farthest to the right. */
function lastOf(hosts: readonly AxesBase[]): AxesBase | undefined {
  const after = (a: AxesBase, b: AxesBase) => {
    const { left, top } = difference(cornerOf(a), cornerOf(b));
    return top > 0.01 || (top > -0.01 && left > 0);
  };
  return hosts.reduce<AxesBase | undefined>(
    (last, axes) => (!last || after(axes, last) ? axes : last),
    undefined,
  );
}

/** The axes whose view holds a panel's title and legend: the first; where parts may have backgrounds, the last. */
function carrierOf(panel: Panel): AxesBase | undefined {
  const hosts = panel.shownAxes.filter(({ host }) => host === undefined);
  return panel.parts.length === 0 ? hosts[0] : lastOf(hosts);
}

/** The axes whose view holds a panel's texts, which lie over all axes. */
const texted = (root: Panel): AxesBase | undefined =>
  lastOf(root.shownAxes.filter(({ host }) => host === undefined));

/** What axes are drawn in the size of, as the frame of texts on a panel. */
const frameOf = (panel: Panel, axes: AxesBase): Frame => ({ ...axes.frame(), ...panel.pixelSize() });

/** Titles, labels and texts of the panels whose view is that of some axes. */
export function panelTexts(root: Panel, axes: AxesBase): Json[] {
  const last = texted(root);
  return panelsOf(root).flatMap((panel) => {
    const corner = difference(cornerOf(axes), panel.corner());
    const frame = frameOf(panel, axes);
    const title = carrierOf(panel) === axes ? suptitleLayers(panel, corner) : [];
    const texts = last === axes ? panel.written : [];
    const written = texts.flatMap((text) => text.seenFrom(frame, corner).layers(frame));
    return standingOn([...title, ...written], panel.facecolor);
  });
}

/** Legends of the panels whose view is that of some axes. */
export function panelLegends(root: Panel, axes: AxesBase): Json[][] {
  return panelsOf(root)
    .filter((panel) => carrierOf(panel) === axes)
    .flatMap((panel) => {
      const upon = defaultPaint("axes.facecolor");
      const corner = difference(cornerOf(axes), panel.corner());
      const place = { room: figureRoom(panel), frame: axes.frame(), corner, upon };
      return panel.shownLegends.map((legend) => [
        standingOn(legendLayer(legend, place, undefined), legend.style.facecolor ?? upon),
      ]);
    });
}

/** Whether anything but axes is written on the panel that axes are in, or on what this is a part of. */
export function isWrittenOn(panel: Canvas): boolean {
  const own = panel.title.text !== "" || panel.written.length > 0;
  return own || (panel.parent !== undefined && isWrittenOn(panel.parent));
}

/** The backgrounds of parts that have their own. */
export const backgrounds = (root: Panel): PlacedView[] =>
  panelsOf(root)
    .filter((panel) => "filled" in panel && panel.filled)
    .map((panel) => {
      const { width, height } = panel.pixelSize();
      const view = {
        data: { values: [] },
        mark: "point",
        view: { stroke: null, fill: specColor(panel.facecolor) },
      };
      return { ...panel.corner(), view: { ...view, width: Math.round(width), height: Math.round(height) } };
    });

/** What titles, texts and legends of panels cover, by its edges in pixels of the figure. */
export function panelReach(root: Panel): { left: number; top: number; right: number; bottom: number }[] {
  return panelsOf(root).flatMap((panel) => {
    const { left, top } = panel.corner();
    const found = [];
    const title = suptitleExtent(panel);
    if (title)
      found.push({
        left: left + title.left,
        right: left + title.right,
        top: top + title.top,
        bottom: top + title.top,
      });
    for (const legend of panel.shownLegends) {
      const { rect } = layoutLegend(legend, figureRoom(panel));
      const [x, y] = [left + rect.left, top + rect.top];
      found.push({ left: x, top: y, right: x + rect.width, bottom: y + rect.height });
    }
    const [axes] = panel.shownAxes;
    for (const text of axes ? panel.written : []) {
      const { centre, width, height } = text.extent(frameOf(panel, axes));
      const [x, y] = [left + centre[0], top + centre[1]];
      found.push({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
    }
    return found;
  });
}
