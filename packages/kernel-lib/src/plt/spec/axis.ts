import type { Direction, Json } from "../model/artist";
import { msPerDay } from "../dates";
import { gridLiesOver } from "../model/gridStyle";
import { dashArray } from "../linestyle";
import type { AxesBase } from "../model/axes";
import { labelApart, type Axis } from "../model/axis";
import type { Dimension } from "../model/dimension";
import { defaultPaint, specColor, type Paint } from "../color/color";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { isInLine } from "../layout/aligned";
import { axisOffset } from "./spines";
import { shownTicks, type ShownTick } from "./shownTicks";
import { specText } from "./specText";
import { textSize, turned } from "../text/size";
import { blended, px } from "./theme";

/** The place of a tick in a list, found by its value: Vega sorts ticks by where they lie. */
const place = (values: readonly number[]) => `indexof([${values.join(",")}], datum.value)`;

/** The axis property of a position channel. */
export function specAxis(axes: AxesBase, direction: Direction, moved?: string): Json | null {
  const axis = axes.axisOf(direction);
  if (!axes.axisOn || !axis.visible) return null;
  const { pt } = axes.figure;
  const ticks = shownTicks(axes, direction, axes.ticks(direction));
  const majors = ticks.filter(({ minor }) => !minor).length;
  const labels = ticks.map(({ label }) => specText(label));
  const { style } = axis;
  const minorTicks = ticks.length > majors;
  const { scale } = axis.dimension;
  // With the digits that limits have, so that ticks at these are not beyond them.
  const values = ticks.map(({ value }) =>
    Number(scale.warp ? scale.forward(value).toPrecision(12) : value.toPrecision(15)),
  );
  const minor = `${place(values.slice(0, majors))} < 0`;
  const major = (value: number, otherwise: number) =>
    minorTicks
      ? { condition: { test: minor, value: px(otherwise * pt) }, value: px(value * pt) }
      : value < 0
        ? { expr: String(px(value * pt)) }
        : px(value * pt);
  const between = axis.tickLook(true);
  const { length, width, direction: pointing } = axis.tickLook(false);
  const sign = pointing === "in" ? -1 : 1;
  // Vega places labels from the end of the ticks, wherever these point.
  const space = ((style.pad ?? rcParams[`${direction}tick.major.pad`]) + (sign < 0 ? length : 0)) * pt;
  return {
    ...(axes.figure.grounded && axisColors(direction)),
    orient: axis.side,
    ...axisOffset(axes, axis.side, moved),
    ...shownAt(values, labels, moved && `${moved}.${direction}`, writtenBy(axis.dimension, moved)),
    ...(!style.labels && { labels: false }),
    ...(!style.ticks && { ticks: false }),
    ...((minorTicks || style.length !== undefined || sign < 0) && {
      tickSize: major(sign * length, sign * between.length),
    }),
    ...((minorTicks || style.width !== undefined) && {
      tickWidth: major(width, between.width),
    }),
    ...(style.color && { tickColor: specColor(style.color) }),
    ...(style.labelcolor && { labelColor: specColor(style.labelcolor) }),
    ...labelLooks(ticks, style.labelcolor ?? defaultPaint(`${direction}tick.color`), values),
    ...(style.labelsize !== undefined && { labelFontSize: px(style.labelsize * pt) }),
    ...labelPlace(axis, {
      labels: ticks.map(({ label }) => label),
      values,
      pad: space,
      pt,
      inwards: sign < 0,
    }),
    ...(isInLine(axes, direction) ? { title: null } : specTitle(axis, pt)),
    ...specGrid(
      axis,
      { pt, over: gridLiesOver(axes), moved: moved && `${moved}.${direction}` },
      minorTicks ? minor : undefined,
    ),
  };
}

/** The looks of labels of which some have their own. */
function labelLooks(ticks: readonly ShownTick[], usual: Paint, values: readonly number[]): Json {
  // Ticks of axes that a reader has moved are none of these.
  const byTick = (written: readonly string[], otherwise: string): Json => ({
    expr: `[${written.join(",")}][${place(values)}] || ${otherwise}`,
  });
  const color = (paint: Paint) => {
    const value = specColor(paint) ?? "transparent";
    return typeof value === "string" ? JSON.stringify(value) : (value as { expr: string }).expr;
  };
  const weight = (tick: ShownTick) => JSON.stringify(tick.look?.fontweight ?? "normal");
  return {
    ...(ticks.some(({ look }) => look?.color) && {
      labelColor: byTick(
        ticks.map(({ look }) => color(look?.color ?? usual)),
        color(usual),
      ),
    }),
    ...(ticks.some(({ look }) => look?.fontweight !== undefined) && {
      labelFontWeight: byTick(ticks.map(weight), '"normal"'),
    }),
  };
}

/** How labels are written on axes that a reader has moved: Vega's own way, unless what they stand for is not the value. */
function writtenBy({ dates, scale, direction }: Dimension, moved = ""): string {
  if (typeof scale.warp === "object") return `format(${scale.warp.inverse("datum.value")}, '.3~g')`;
  if (!dates) return "datum.label";
  const limits = `${moved}.${direction}`;
  const days = `${limits}[1] - ${limits}[0]`;
  // By how much of time they show.
  return `utcFormat(datum.value * ${msPerDay}, ${days} > 6 ? '%Y-%m-%d' : ${days} > 0.01 ? '%d %H:%M' : '%H:%M:%S.%L')`;
}

/** Ticks and labels; where the axes have been moved, which a signal tells, they are Vega's. */
function shownAt(
  values: readonly number[],
  labels: readonly (string | string[])[],
  moved: string | undefined,
  written: string,
): Json {
  const label = `[${labels.map((text) => JSON.stringify(text)).join(",")}][${place(values)}]`;
  // Without a count of their own, Vega drops every other tick of an axis that it finds short.
  const tickCount = values.length;
  if (moved === undefined) return { values, tickCount, labelExpr: label };
  return {
    tickCount: { expr: `isValid(${moved}) ? 7 : ${tickCount}` },
    values: { expr: `isValid(${moved}) ? null : [${values.join(",")}]` },
    labelExpr: `isValid(${moved}) ? ${written} : ${label}`,
  };
}

/** Labels of ticks to be placed: their distance from the axis is in pixels. */
interface PlacedLabels {
  labels: readonly string[];
  values: readonly number[];
  pad: number;
  pt: number;
  /** Whether ticks point into the axes. */
  inwards: boolean;
}

/**
 * Where labels have their ticks. Turned ones have the box around them where upright ones have theirs, as in matplotlib;
 * Vega turns them about their middle, which therefore is at a distance of its own for every label.
 */
function labelPlace(axis: Axis, { labels, values, pad, pt, inwards }: PlacedLabels): Json {
  const { style, direction } = axis;
  const angle = style.rotation ?? 0;
  if (angle % 360 === 0) {
    const usual = style.pad === undefined && !inwards;
    return { ...(style.ha && { labelAlign: style.ha }), ...(!usual && { labelPadding: px(pad) }) };
  }
  const boxes = labels.map((label) => turned(textSize(label, axis.labelSize * pt), angle));
  const byTick = (lengths: readonly number[], otherwise: number): Json => ({
    expr: `[${lengths.map(px).join(",")}][${place(values)}] || ${px(otherwise)}`,
  });
  const out = boxes.map(({ width, height }) => pad + (direction === "x" ? height : width) / 2);
  const side = style.ha === "right" ? -0.5 : style.ha === "left" ? 0.5 : 0;
  return {
    labelAngle: ((-angle % 360) + 360) % 360,
    labelAlign: "center",
    labelBaseline: "middle",
    labelPadding: byTick(out, pad),
    ...(direction === "x" &&
      side !== 0 && {
        labelOffset: byTick(
          boxes.map(({ width }) => side * width),
          0,
        ),
      }),
  };
}

function specTitle(axis: Axis, pt: number): Json {
  const { label, direction, side } = axis;
  if (label.text === "" || labelApart(axis)) return { title: null };
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

/** The grid of an axis; where it lies over something, only while the axes have been moved. */
function specGrid({ grid }: Axis, { pt, over, moved }: GridPlace, minor: string | undefined): Json {
  if (grid === undefined || (over && moved === undefined)) return {};
  const hidden = grid.which === "both" ? undefined : grid.which === "major" ? minor : minor && `!(${minor})`;
  const dash = dashArray(grid.linestyle, grid.linewidth * pt);
  const width = px(grid.linewidth * pt);
  if (grid.which === "minor" && minor === undefined) return {};
  return {
    grid: true,
    gridColor: blended({ ...grid.color, alpha: 1 }),
    ...(over
      ? { gridOpacity: { expr: `isValid(${moved}) ? ${grid.color.alpha} : 0` } }
      : grid.color.alpha < 1 && { gridOpacity: grid.color.alpha }),
    gridWidth: hidden === undefined ? width : { condition: { test: hidden, value: 0 }, value: width },
    ...(dash && { gridDash: dash }),
  };
}

/** What a grid follows from beside its own looks: pixels to a point, whether it lies over something, what moves it. */
interface GridPlace {
  pt: number;
  over: boolean;
  moved: string | undefined;
}

/** The colours of what stands along an axis, where the axis has none of its own. */
function axisColors(direction: Direction): Record<"labelColor" | "tickColor" | "titleColor", unknown> {
  const color = specColor(defaultPaint(`${direction}tick.color`));
  return { labelColor: color, tickColor: color, titleColor: specColor(defaultPaint("axes.labelcolor")) };
}

/** What all axes of a direction have in common, for the config of the spec. */
export function axisConfig(pt: number, direction: Direction): Json {
  const rc = <N extends string>(name: N) => `${direction}tick.${name}` as const;
  const { labelColor, tickColor, titleColor } = axisColors(direction);
  return {
    domain: false,
    grid: false,
    labelColor,
    labelFlush: false,
    labelFontSize: px(fontSize("rcParams", rcParams[rc("labelsize")]) * pt),
    labelLimit: 0,
    labelOverlap: false,
    labelPadding: px(rcParams[rc("major.pad")] * pt),
    tickColor,
    tickRound: false,
    tickSize: px(rcParams[rc("major.size")] * pt),
    tickWidth: px(rcParams[rc("major.width")] * pt),
    titleColor,
    titleFontSize: px(fontSize("rcParams", rcParams["axes.labelsize"]) * pt),
    titleFontWeight: rcParams["axes.labelweight"],
    titleLimit: 0,
    titlePadding: px(rcParams["axes.labelpad"] * pt),
    translate: 0.5,
  };
}
