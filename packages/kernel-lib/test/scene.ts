import * as vega from "vega";
import { compile } from "vega-lite";

export type Point = [x: number, y: number];

/** An item of a mark: a symbol, a rectangle, a rule, an image, a text; or what a whole path looks like. */
export interface DrawnItem {
  at: Point;
  to: Point;
  box: [left: number, top: number, width: number, height: number];
  /** Colours as "#rrggbb", undefined where nothing is painted. */
  fill?: string;
  stroke?: string;
  fillOpacity: number;
  strokeOpacity: number;
  strokeWidth: number;
  dashes: number[];
  /** Of a symbol. */
  diameter: number;
  /** The name of a symbol's shape, or its outline. */
  shape: string;
  text: string;
  fontSize: number;
  angle: number;
  /** How far below the place of a text of several lines its first baseline is. */
  down: number;
}

/** A mark as Vega would draw it, in pixels of the whole drawing. */
export interface DrawnMark {
  type: string;
  /** Corners of a path or an area, not-a-number in gaps. */
  points: Point[];
  items: DrawnItem[];
}

interface SceneItem {
  x?: number;
  y?: number;
  x2?: number;
  y2?: number;
  width?: number;
  height?: number;
  defined?: boolean;
  fill?: string;
  stroke?: string;
  opacity?: number;
  fillOpacity?: number;
  strokeOpacity?: number;
  strokeWidth?: number;
  strokeDash?: number[];
  size?: number;
  shape?: string;
  text?: string | string[];
  fontSize?: number;
  angle?: number;
  dy?: number;
  items?: SceneMark[];
}

interface SceneMark {
  marktype: string;
  role?: string;
  items: SceneItem[];
}

/** Part of Vega that its types leave out. */
const { interpolateColors } = vega as unknown as {
  interpolateColors(colors: string[], space: string): (at: number) => unknown;
};

/** Reads a CSS colour through Vega's own interpolation, which prints it as rgb(…). */
function hex(color: unknown): string | undefined {
  if (typeof color !== "string" || color === "transparent") return undefined;
  const printed = String(interpolateColors([color, color], "rgb")(0));
  const parts = (/\(([^)]*)\)/.exec(printed)?.[1] ?? "").split(",").map(Number);
  return `#${parts
    .slice(0, 3)
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** The opacity that a colour brings itself. */
function opacityIn(color: unknown): number {
  const hexed = /^#[0-9a-f]{6}([0-9a-f]{2})$/i.exec(String(color));
  const listed = /^rgba\(.*,\s*([\d.]+)\)$/.exec(String(color));
  return hexed ? parseInt(hexed[1], 16) / 255 : listed ? Number(listed[1]) : 1;
}

/** What a spec draws beside axes, titles and legends; its titles; the labels of all ticks; the warnings on the way. */
export interface Drawing {
  marks: DrawnMark[];
  titles: string[];
  tickLabels: string[];
  warnings: string[];
}

/** Draws a spec. */
export async function drawnMarks(spec: object): Promise<Drawing> {
  const warnings: string[] = [];
  const warn = (...parts: unknown[]) => {
    const text = parts.join(" ");
    // There is no window here whose pointer could be followed.
    if (text !== "Can not resolve event source: window") warnings.push(text);
  };
  const logger = { level: () => logger, error: warn, warn, info: () => logger, debug: () => logger };
  const compiled = compile(spec as never, { logger: logger as never }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger: logger as never });
  await view.runAsync();
  const root = (view.scenegraph() as unknown as { root: SceneMark }).root;
  const marks: DrawnMark[] = [];
  const tickLabels: string[] = [];
  const titles: string[] = [];
  const visit = (mark: SceneMark, left: number, top: number) => {
    if (mark.role === "axis-label") tickLabels.push(...mark.items.filter(shows).map(textOf));
    if (mark.role === "title-text") titles.push(...mark.items.map(textOf));
    if (mark.role && /^(legend|title-text|axis-)/.test(mark.role)) return;
    if (mark.marktype === "group") {
      for (const item of mark.items) {
        for (const inner of item.items ?? []) visit(inner, left + (item.x ?? 0), top + (item.y ?? 0));
      }
      return;
    }
    if (mark.items.length > 0) marks.push(drawn(mark, left, top));
  };
  visit(root, 0, 0);
  view.finalize();
  return { marks, titles, tickLabels, warnings };
}

const textOf = ({ text }: SceneItem) => (Array.isArray(text) ? text.join("\n") : (text ?? ""));
const shows = (item: SceneItem) => item.opacity !== 0 && textOf(item) !== "";

function drawn({ marktype, items }: SceneMark, left: number, top: number): DrawnMark {
  const point = (x = 0, y = 0): Point => [left + x, top + y];
  const forth = items.map((item): Point => (item.defined === false ? [NaN, NaN] : point(item.x, item.y)));
  const back = items.map((item) => point(item.x2 ?? item.x, item.y2 ?? item.y));
  return {
    type: marktype,
    points: marktype === "area" ? [...forth, ...back.reverse()] : forth,
    items: items.map((item) => ({
      at: point(item.x, item.y),
      to: point(item.x2 ?? item.x, item.y2 ?? item.y),
      box: [left + (item.x ?? 0), top + (item.y ?? 0), item.width ?? 0, item.height ?? 0],
      fill: hex(item.fill),
      stroke: hex(item.stroke),
      fillOpacity: (item.opacity ?? 1) * (item.fillOpacity ?? 1) * opacityIn(item.fill),
      strokeOpacity: (item.opacity ?? 1) * (item.strokeOpacity ?? 1) * opacityIn(item.stroke),
      strokeWidth: item.strokeWidth ?? 1,
      dashes: item.strokeDash ?? [],
      diameter: Math.sqrt(item.size ?? 0),
      shape: item.shape ?? "",
      text: textOf(item),
      fontSize: item.fontSize ?? 0,
      angle: item.angle ?? 0,
      down: item.dy ?? 0,
    })),
  };
}
