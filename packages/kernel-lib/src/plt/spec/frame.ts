import { dashProperties } from "../linestyle";
import { pixel, type Direction, type Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { defaultPaint, specColor } from "../color/color";
import { isInLine, labelShift } from "../layout/aligned";
import { tickReach } from "../layout/tickReach";
import { rcParams } from "../rcParams";
import { sides } from "../model/spine";
import { fontSize } from "../text/fontSize";
import { labelApart, labelSideOf } from "../model/axis";
import { specAxis } from "./axis";
import { specText } from "./specText";
import { acrossOf, spineInset, spinePlace } from "./spines";
import { movedParam, moving } from "./interaction";
import { oneRow, specView } from "./data";
import { px } from "./theme";

function specScale(axes: AxesBase, direction: Direction): Json {
  const { scale, dates, view } = axes.frame()[direction];
  // Seconds are told apart far from the zero of days.
  const digits = dates ? 17 : 12;
  return {
    ...(scale.name === "log" ? { type: "log" } : { zero: false }),
    domain: specView({ scale, view }).map((end) => Number(end.toPrecision(digits))),
    nice: false,
  };
}

/** The layer that brings the scales and the axes: no points. It can be moved if it has a number. */
export function axesLayer(axes: AxesBase, index?: number): Json {
  const channel = (direction: Direction) => ({
    field: direction,
    type: "quantitative",
    scale: specScale(axes, direction),
    axis: axes.polar ? null : specAxis(axes, direction, index === undefined ? undefined : movedParam(index)),
  });
  return {
    data: { values: [] },
    ...(index !== undefined && { params: [moving(index)] }),
    mark: "point",
    encoding: { x: channel("x"), y: channel("y") },
  };
}

/** Lines of about a pixel are sharp where their middle is that of a pixel; Vega moves axes by as much. */
const half = 0.5;

/** The frame, over what is drawn inside it. */
export function frameLayers(axes: AxesBase): Json[] {
  if (!axes.axisOn || !axes.frameOn) return [];
  const { pt } = axes.figure;
  // Axes over others have the frame in common with these, unless these have none, or a line has a place of its own.
  const shown = sides.filter(
    (side) =>
      axes.spines[side].visible &&
      axes.spines[side].linestyle !== "None" &&
      (!axes.host?.frameOn || axes.spines[side].place),
  );
  const plain = shown.every((side) => {
    const { color, linewidth, place, bounds, linestyle } = axes.spines[side];
    return !color && !place && linewidth === undefined && !bounds && linestyle === "-";
  });
  const { width: across, height: down } = axes.frame();
  const end = { width: { value: across + half }, height: { value: down + half }, zero: { value: half } };
  const width = px(rcParams["axes.linewidth"] * pt);
  if (plain && shown.length === 4) {
    return [
      {
        data: oneRow,
        mark: {
          type: "rect",
          clip: false,
          fill: null,
          stroke: specColor(defaultPaint("axes.edgecolor")),
          strokeWidth: width,
          strokeJoin: "miter",
        },
        encoding: { x: end.zero, x2: end.width, y: end.zero, y2: end.height },
      },
    ];
  }
  return shown.map((side) => {
    const { color, linewidth, linestyle, bounds } = axes.spines[side];
    const { data, encoding, shift } = spinePlace(axes, side, half);
    const crossed = acrossOf(side);
    const along = crossed === "x" ? "y" : "x";
    const ends = bounds?.map((value) => ({ value: px(pixel(axes.frame(), along, value) + half) })) ?? [
      end.zero,
      along === "x" ? end.width : end.height,
    ];
    const dashes = dashProperties(linestyle, linewidth === undefined ? width : linewidth * pt);
    return {
      data,
      mark: {
        type: "rule",
        clip: false,
        stroke: specColor(color ?? defaultPaint("axes.edgecolor")),
        strokeWidth: linewidth === undefined ? width : px(linewidth * pt),
        strokeCap: dashes ? "butt" : "square",
        ...dashes,
        ...shift,
      },
      encoding: { [crossed]: encoding, [along]: ends[0], [`${along}2`]: ends[1] },
    };
  });
}

/** Labels of axes whose ticks are on the other side, or that are in line with others. */
export function apartLabelLayers(axes: AxesBase): Json[] {
  const { pt } = axes.figure;
  const { width, height } = axes.frame();
  return [axes.xaxis, axes.yaxis].flatMap((axis) => {
    const { label, direction } = axis;
    const apart = labelApart(axis);
    const placed = apart || isInLine(axes, direction);
    if (label.text === "" || !placed || !axes.axisOn || !axis.visible) return [];
    const labelSide = labelSideOf(axis);
    const ticks = apart ? 0 : tickReach(axes, axis).out - spineInset(axes, labelSide);
    const pad = (label.pad ?? rcParams["axes.labelpad"]) * pt + ticks + labelShift(axes, direction);
    const far = labelSide === "top" || labelSide === "right";
    const [x, y] =
      direction === "x" ? [width / 2, far ? -pad : height + pad] : [far ? width + pad : -pad, height / 2];
    const angle = label.rotation ?? (direction === "x" ? 0 : 90);
    return [
      {
        data: oneRow,
        mark: {
          type: "text",
          clip: false,
          text: specText(label.text),
          align: "center",
          baseline: far === (direction === "x") ? "bottom" : direction === "x" ? "top" : "bottom",
          ...(angle !== 0 && { angle: ((-angle % 360) + 360) % 360 }),
          fontSize: px((label.fontsize ?? fontSize("rcParams", rcParams["axes.labelsize"])) * pt),
          fontWeight: label.fontweight ?? rcParams["axes.labelweight"],
          ...(label.fontstyle && { fontStyle: label.fontstyle }),
          fill: specColor(label.color ?? defaultPaint("axes.labelcolor")),
        },
        encoding: { x: { value: px(x) }, y: { value: px(y) } },
      },
    ];
  });
}

/** What stands at the end of an axis: a power of ten or an offset for all its labels. */
export function offsetLayers(axes: AxesBase): Json[] {
  const { pt } = axes.figure;
  const { width, height } = axes.frame();
  return (["x", "y"] as const).flatMap((direction) => {
    const axis = axes.axisOf(direction);
    const { offset } = axes.ticks(direction);
    if (offset === "" || !axes.axisOn || !axis.visible || !axis.style.labels) return [];
    const size = axis.labelSize * pt;
    const below = (rcParams["xtick.major.size"] + rcParams["xtick.major.pad"] + 3) * pt + 1.2 * size;
    const right = axis.side === "right";
    const [align, baseline, x, y] =
      direction === "x"
        ? ["right", "top", width, axis.side === "top" ? -below - size : height + below]
        : [right ? "right" : "left", "bottom", right ? width : 0, -3 * pt];
    return [
      {
        data: oneRow,
        mark: {
          type: "text",
          clip: false,
          text: offset,
          align,
          baseline,
          fontSize: px(size),
          fill: specColor(defaultPaint(`${direction}tick.color`)),
        },
        encoding: { x: { value: px(x as number) }, y: { value: px(y as number) } },
      },
    ];
  });
}
