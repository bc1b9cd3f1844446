import { Text } from "../artists/text";
import type { TextStyle } from "../artists/textStyle";
import { defaultPaint } from "../color/color";
import type { AxesBase } from "../model/axes";
import type { Axis } from "../model/axis";
import type { PolarPlane } from "../model/polar";
import { rcParams } from "../rcParams";
import { shownTicks } from "../spec/shownTicks";
import { fontSize } from "../text/fontSize";

type Aligned = Pick<TextStyle, "ha" | "va">;

const centred: Aligned = { ha: "center", va: "center" };

/** Labels of angles keep this distance in points from those of other axes, as they are aligned by their middle. */
const beyondPad = 7;

/** How labels beside a ray are aligned, by where they stand about it: from below it, counter-clockwise in eighths. */
const beside: readonly Aligned[] = [
  { ha: "center", va: "top" },
  { ha: "left", va: "top" },
  { ha: "left", va: "center" },
  { ha: "left", va: "bottom" },
  { ha: "center", va: "bottom" },
  { ha: "right", va: "bottom" },
  { ha: "right", va: "center" },
  { ha: "right", va: "top" },
];

const tickStyle = (axis: Axis, aligned: Aligned): TextStyle => ({
  ...aligned,
  fontsize: axis.labelSize,
  color: axis.style.labelcolor ?? defaultPaint(`${axis.direction}tick.color`),
  rotation: axis.style.rotation ?? 0,
});

const inSquare = { x: "axes", y: "axes" } as const;

/** The distance of a label from its tick in points. */
const padOf = ({ style, direction }: Axis): number =>
  (style.pad ?? rcParams[`${direction}tick.major.pad`]) +
  (style.length ?? rcParams[`${direction}tick.major.size`]);

function thetaLabels(axes: AxesBase, plane: PolarPlane): Text[] {
  const pad = padOf(axes.xaxis) + beyondPad;
  return shownTicks(axes, "x", axes.ticks("x"))
    .filter(({ minor }) => !minor)
    .map(({ value, label }) => {
      const angle = plane.angle(value);
      const [x, y] = plane.pointed(value, plane.outer);
      const shift = [pad * Math.cos(angle), pad * Math.sin(angle)] as const;
      return new Text(x, y, label, tickStyle(axes.xaxis, centred), inSquare, shift);
    });
}

/** Labels of radii: inside a circle along an angle, beside the first ray of a part of one. */
function radialLabels(axes: AxesBase, plane: PolarPlane): Text[] {
  const first = Math.min(...axes.view("x"));
  const ticks = shownTicks(axes, "y", axes.ticks("y")).filter(({ minor }) => !minor);
  if (plane.full) {
    const style = tickStyle(axes.yaxis, { ha: "left", va: "bottom" });
    return ticks.map(({ value, label }) => {
      const [x, y] = plane.at(plane.polar.labelAngle, value);
      return new Text(x, y, label, style, inSquare);
    });
  }
  const { direction } = plane.polar;
  const ray = plane.angle(first);
  const away = ray - (direction * Math.PI) / 2;
  const pad = padOf(axes.yaxis);
  const shift = [pad * Math.cos(away), pad * Math.sin(away)] as const;
  const degrees = ((((ray * 180) / Math.PI) % 360) + 360) % 360;
  const side = (Math.round(degrees / 45) + (direction > 0 ? 0 : 4)) % 8;
  const style = tickStyle(axes.yaxis, beside[side]);
  return ticks.map(({ value, label }) => {
    const [x, y] = plane.at(first, value);
    return new Text(x, y, label, style, inSquare, shift);
  });
}

/** The labels of both axes: below the labels of angles, and at the left of the circle. */
function axisLabels(axes: AxesBase, below: number): Text[] {
  return [axes.xaxis, axes.yaxis].flatMap((axis) => {
    const { label, direction } = axis;
    if (label.text === "" || !axis.visible) return [];
    const pad = label.pad ?? rcParams["axes.labelpad"];
    const style: TextStyle = {
      ...label,
      fontsize: label.fontsize ?? fontSize("rcParams", rcParams["axes.labelsize"]),
      color: label.color ?? defaultPaint("axes.labelcolor"),
      rotation: label.rotation ?? (direction === "x" ? 0 : 90),
      ha: direction === "x" ? "center" : "right",
      va: direction === "x" ? "top" : "center",
    };
    return direction === "x"
      ? [new Text(0.5, 0, label.text, style, inSquare, [0, -pad - below / axes.figure.pt])]
      : [new Text(0, 0.5, label.text, style, inSquare, [-pad, 0])];
  });
}

/** How far texts reach beyond the square that polar axes are drawn in, in pixels. */
function reach(axes: AxesBase, texts: readonly Text[]) {
  const frame = axes.frame();
  const boxes = texts.filter(({ text }) => text !== "").flatMap((text) => text.obstacles(frame).boxes ?? []);
  const most = (part: (box: readonly number[]) => number) => Math.max(0, ...boxes.map(part));
  return {
    left: most(([left]) => -left),
    top: most(([, top]) => -top),
    right: most(([, , right]) => right - frame.width),
    bottom: most(([, , , bottom]) => bottom - frame.height),
  };
}

/** What is written in polar axes, and what is written around them: the labels of ticks and of both directions. */
export function polarLabels(axes: AxesBase): { within: Text[]; around: Text[] } {
  const { plane } = axes;
  if (!plane || !axes.axisOn) return { within: [], around: [] };
  const shown = ({ visible, style }: Axis) => visible && style.labels;
  const radial = shown(axes.yaxis) ? radialLabels(axes, plane) : [];
  const outer = [...(shown(axes.xaxis) ? thetaLabels(axes, plane) : []), ...(plane.full ? [] : radial)];
  const around = [...outer, ...axisLabels(axes, reach(axes, outer).bottom)];
  return { within: plane.full ? radial : [], around };
}

/** How far the labels of polar axes reach beyond the square that these are drawn in, in pixels. */
export const polarOverhang = (axes: AxesBase) => reach(axes, Object.values(polarLabels(axes)).flat());
