import type { AxesBase, Canvas } from "../model/axes";
import { mathtext } from "../text/mathtext";
import { layoutWidth } from "../text/layoutWidth";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import type { Obstacles } from "../model/artist";
import { bestPlace } from "./best";
import type { Legend } from "../model/legend";
import { placeBox, type Rect } from "./location";

/** Height of a line of text over its font size: from the top of an l to the foot of a p in DejaVu Sans. */
export const rowHeight = 2114 / 2048;
/** Distance of lines within one text over its font size. */
export const lineHeight = 1.4;

/** A legend measured. Lengths are in pixels. */
export interface LegendLayout {
  rect: Rect;
  /** The code of the place it has, 0 where it is at a point. */
  code: number;
  /** The columns' entries, and their widths. */
  columns: { from: number; to: number; width: number }[];
}

const linesOf = (text: string) => mathtext(text).split("\n");
const widthOf = (text: string, size: number) =>
  Math.max(...linesOf(text).map((line) => layoutWidth(line, size)));

/** Entries by columns: as equal as they can be, the first ones with one more. */
function divide(count: number, columns: number): [from: number, to: number][] {
  const used = Math.min(count, columns);
  let at = 0;
  return Array.from({ length: used }, (_, i) => {
    const length = Math.floor(count / used) + (i < count % used ? 1 : 0);
    at += length;
    return [at - length, at];
  });
}

/** What a legend is laid out in: axes, or a whole figure. */
export interface LegendRoom {
  /** Pixels to a point. */
  pt: number;
  /** The rectangle that places and shares are those of. */
  whole: Rect;
  /** What a legend at the best place keeps clear of. */
  obstacles: () => Obstacles;
}

/** Axes as the room of a legend. */
export function axesRoom(axes: AxesBase): LegendRoom {
  const { width, height, pt } = axes.frame();
  return { pt, whole: { left: 0, top: 0, width, height }, obstacles: () => obstaclesOf(axes) };
}

/** A figure as the room of a legend, which is at the upper right where axes would have it at the best place. */
export function figureRoom(figure: Canvas): LegendRoom {
  return { pt: figure.pt, whole: { left: 0, top: 0, ...figure.pixelSize() }, obstacles: () => ({}) };
}

/** Measures a legend and finds its place. */
export function layoutLegend(legend: Legend, room: LegendRoom): LegendLayout {
  const { style, entries, title } = legend;
  const { pt } = room;
  const size = style.fontsize * pt;
  const columns = divide(entries.length, style.columns).map(([from, to]) => {
    const text = Math.max(0, ...entries.slice(from, to).map((entry) => widthOf(entry.text, size)));
    return { from, to, width: text + (style.handlelength + style.handletextpad) * size };
  });
  const heights = entries.map(({ text }) => (rowHeight + (linesOf(text).length - 1) * lineHeight) * size);
  const tallest = Math.max(
    0,
    ...columns.map(({ from, to }) =>
      heights
        .slice(from, to)
        .reduce((sum, height) => sum + height + style.labelspacing * size, -style.labelspacing * size),
    ),
  );
  const titleSize = (title.fontsize ?? fontSize("legend", rcParams["legend.title_fontsize"])) * pt;
  const content =
    columns.reduce((sum, { width }) => sum + width, 0) +
    Math.max(0, columns.length - 1) * style.columnspacing * size;
  const width =
    Math.max(content, title.text === "" ? 0 : widthOf(title.text, titleSize)) + 2 * style.borderpad * size;
  const height =
    tallest +
    2 * style.borderpad * size +
    (title.text === "" ? 0 : rowHeight * titleSize + style.labelspacing * size);
  const { code, rect } = placeLegend(legend, room, width, height);
  return { rect, code, columns };
}

function placeLegend(
  legend: Legend,
  { pt, whole, obstacles }: LegendRoom,
  width: number,
  height: number,
): { code: number; rect: Rect } {
  const size = legend.style.fontsize * pt;
  const anchor = legend.anchor;
  const within =
    anchor === undefined
      ? whole
      : {
          left: anchor[0] * whole.width,
          top: (1 - anchor[1] - anchor[3]) * whole.height,
          width: anchor[2] * whole.width,
          height: anchor[3] * whole.height,
        };
  if (typeof legend.loc !== "number") {
    const [x, y] = legend.loc;
    return { code: 0, rect: { left: x * whole.width, top: (1 - y) * whole.height - height, width, height } };
  }
  const pad = legend.style.borderaxespad * size;
  const code = legend.loc === 0 ? bestPlace(width, height, within, pad, obstacles()) : legend.loc;
  return { code, rect: placeBox(code, width, height, within, pad) };
}

/** What lies in the axes and would be hidden. */
export function obstaclesOf(axes: AxesBase): Required<Obstacles> {
  const frame = axes.frame();
  const all = axes.shaped.map((artist) => artist.obstacles?.(frame) ?? {});
  return {
    lines: all.flatMap(({ lines = [] }) => lines),
    points: all.flatMap(({ points = [] }) => points),
    boxes: all.flatMap(({ boxes = [] }) => boxes),
  };
}
