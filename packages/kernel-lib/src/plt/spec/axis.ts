import type { Direction, Json } from "../artists/artist";
import { dashArray } from "../linestyle";
import type { Axes } from "../axes";
import type { Axis } from "../axis";
import { specColor } from "../color/color";
import type { Ticks } from "../ticks/place";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { specText } from "./specText";
import { blended, ink, px } from "./theme";

/** Ticks in the view, in order, with their labels. */
interface ShownTick {
  value: number;
  label: string;
  minor: boolean;
}

/** The ticks that lie in the view, with some tolerance for rounding. */
export function shownTicks(axes: Axes, direction: Direction, ticks: Ticks): ShownTick[] {
  const { scale, view } = axes.axisOf(direction).dimension;
  const ends = [scale.forward(view[0]), scale.forward(view[1])].sort((a, b) => a - b);
  const slack = 1e-10 * (ends[1] - ends[0]);
  const inside = ({ value }: ShownTick) => {
    const at = scale.forward(value);
    return at >= ends[0] - slack && at <= ends[1] + slack;
  };
  const major = ticks.major.map((value, i) => ({ value, label: ticks.labels[i] ?? "", minor: false }));
  const minor = ticks.minor.map((value, i) => ({ value, label: ticks.minorLabels[i] ?? "", minor: true }));
  const isMajor = (value: number) =>
    major.some((tick) => Math.abs(tick.value - value) <= 1e-9 * Math.abs(value));
  return [...major, ...minor.filter(({ value }) => !isMajor(value))].filter(inside);
}

/** The place of a tick in a list, found by its value: Vega sorts ticks by where they lie. */
const place = (values: readonly number[]) => `indexof([${values.join(",")}], datum.value)`;

/** The axis property of a position channel. */
export function specAxis(axes: Axes, direction: Direction, moved?: string): Json | null {
  const axis = axes.axisOf(direction);
  if (!axes.axisOn || !axis.visible) return null;
  const { pt } = axes.figure;
  const ticks = shownTicks(axes, direction, axes.ticks(direction));
  const majors = ticks.filter(({ minor }) => !minor).length;
  const labels = ticks.map(({ label }) => specText(label));
  const { style } = axis;
  const minorTicks = ticks.length > majors;
  const values = ticks.map(({ value }) => Number(value.toPrecision(15)));
  const minor = `${place(values.slice(0, majors))} < 0`;
  const major = (value: number, otherwise: number) =>
    minorTicks
      ? { condition: { test: minor, value: px(otherwise * pt) }, value: px(value * pt) }
      : px(value * pt);
  const rc = (name: "minor.size" | "minor.width") => rcParams[`${direction}tick.${name}`];
  const sign = style.direction === "in" ? -1 : 1;
  const length = style.length ?? rcParams[`${direction}tick.major.size`];
  return {
    orient: axis.side,
    ...shownAt(values, labels, moved && `${moved}.${direction}`),
    ...(!style.labels && { labels: false }),
    ...(!style.ticks && { ticks: false }),
    ...((minorTicks || style.length !== undefined || sign < 0) && {
      tickSize: major(sign * length, sign * rc("minor.size")),
    }),
    ...((minorTicks || style.width !== undefined) && {
      tickWidth: major(style.width ?? rcParams[`${direction}tick.major.width`], rc("minor.width")),
    }),
    ...(style.color && { tickColor: specColor(style.color) }),
    ...(style.labelcolor && { labelColor: specColor(style.labelcolor) }),
    ...(style.labelsize !== undefined && { labelFontSize: px(style.labelsize * pt) }),
    ...(style.pad !== undefined && { labelPadding: px(style.pad * pt) }),
    ...rotation(axis),
    ...specTitle(axis, pt),
    ...specGrid(axis, pt, minorTicks ? minor : undefined),
  };
}

/** Ticks and labels; where the axes have been moved, which a signal tells, they are Vega's. */
function shownAt(
  values: readonly number[],
  labels: readonly (string | string[])[],
  moved: string | undefined,
): Json {
  const label = `[${labels.map((text) => JSON.stringify(text)).join(",")}][${place(values)}]`;
  // Without a count of their own, Vega drops every other tick of an axis that it finds short.
  const tickCount = values.length;
  if (moved === undefined) return { values, tickCount, labelExpr: label };
  return {
    tickCount: { expr: `isValid(${moved}) ? 7 : ${tickCount}` },
    values: { expr: `isValid(${moved}) ? null : [${values.join(",")}]` },
    labelExpr: `isValid(${moved}) ? datum.label : ${label}`,
  };
}

/** Turned tick labels: centred under their tick, or ending at it where alignment says so. */
function rotation({ direction, style, side }: Axis): Json {
  const angle = style.rotation ?? 0;
  if (angle === 0) return style.ha ? { labelAlign: style.ha } : {};
  const turned = ((-angle % 360) + 360) % 360;
  if (direction === "y")
    return {
      labelAngle: turned,
      labelAlign: style.ha ?? (side === "right" ? "left" : "right"),
      labelBaseline: "middle",
    };
  if (style.ha === undefined && Math.abs(Math.sin((angle * Math.PI) / 180)) > 0.999) {
    return { labelAngle: turned, labelAlign: angle > 0 ? "right" : "left", labelBaseline: "middle" };
  }
  return { labelAngle: turned, labelAlign: style.ha ?? "center", labelBaseline: "top" };
}

function specTitle({ label, direction, side }: Axis, pt: number): Json {
  if (label.text === "") return { title: null };
  const anchors: Record<string, string> = { left: "start", bottom: "start", right: "end", top: "end" };
  return {
    title: specText(label.text),
    ...(label.fontsize !== undefined && { titleFontSize: px(label.fontsize * pt) }),
    ...(label.fontweight !== undefined && { titleFontWeight: label.fontweight }),
    ...(label.fontstyle !== undefined && { titleFontStyle: label.fontstyle }),
    ...(label.color && { titleColor: specColor(label.color) }),
    ...(label.pad !== undefined && { titlePadding: px(label.pad * pt) }),
    ...(label.loc !== undefined && label.loc in anchors && { titleAnchor: anchors[label.loc] }),
    ...titleAngle(direction, side, label.rotation),
  };
}

/** The angle of an axis' label, where it is not the one that Vega would give it. */
function titleAngle(direction: Direction, side: string, rotation: number | undefined): Json {
  const angle = rotation ?? (direction === "x" ? 0 : 90);
  if (direction === "x") return angle === 0 ? {} : { titleAngle: -angle };
  if (angle === 90) return side === "right" ? { titleAngle: -90, titleBaseline: "top" } : {};
  return { titleAngle: -angle, titleAlign: side === "right" ? "left" : "right", titleBaseline: "middle" };
}

function specGrid({ grid }: Axis, pt: number, minor: string | undefined): Json {
  if (grid === undefined) return {};
  const hidden = grid.which === "both" ? undefined : grid.which === "major" ? minor : minor && `!(${minor})`;
  const dash = dashArray(grid.linestyle, grid.linewidth * pt);
  const width = px(grid.linewidth * pt);
  if (grid.which === "minor" && minor === undefined) return {};
  return {
    grid: true,
    gridColor: blended({ ...grid.color, alpha: 1 }),
    ...(grid.color.alpha < 1 && { gridOpacity: grid.color.alpha }),
    gridWidth: hidden === undefined ? width : { condition: { test: hidden, value: 0 }, value: width },
    ...(dash && { gridDash: dash }),
  };
}

/** What all axes have in common, for the config of the spec. */
export function axisConfig(pt: number): Json {
  return {
    domain: false,
    grid: false,
    labelColor: ink,
    labelFlush: false,
    labelFontSize: px(fontSize("rcParams", rcParams["xtick.labelsize"]) * pt),
    labelLimit: 0,
    labelOverlap: false,
    labelPadding: px(rcParams["xtick.major.pad"] * pt),
    tickColor: ink,
    tickRound: false,
    tickSize: px(rcParams["xtick.major.size"] * pt),
    tickWidth: px(rcParams["xtick.major.width"] * pt),
    titleColor: ink,
    titleFontSize: px(fontSize("rcParams", rcParams["axes.labelsize"]) * pt),
    titleFontWeight: rcParams["axes.labelweight"],
    titleLimit: 0,
    titlePadding: px(rcParams["axes.labelpad"] * pt),
    translate: 0.5,
  };
}
