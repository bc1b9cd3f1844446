import { defaultPaint, specColor } from "../color/color";
import type { Direction, Frame, Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { opposite } from "../model/axis";
import { rcParams } from "../rcParams";
import { shownTicks } from "./shownTicks";
import { positions, quantity } from "./data";
import { specText } from "./specText";
import { px } from "./theme";

/**
 * The ticks, and their labels, on the side of the axes where Vega's axis is not.
 *
 * @param moved - The parameter that has a value once the axes have been moved: then ticks are others, and these vanish.
 */
export function otherTickLayers(axes: AxesBase, frame: Frame, moved?: string): Json[] {
  if (!axes.axisOn || axes.polar) return [];
  return (["x", "y"] as const).flatMap((direction) => ticksOf(axes, frame, direction, moved));
}

function ticksOf(axes: AxesBase, frame: Frame, direction: Direction, moved?: string): Json[] {
  const axis = axes.axisOf(direction);
  const { otherTicks, otherLabels, pad, rotation } = axis.style;
  if (!axis.visible || (!otherTicks && !otherLabels)) return [];
  const side = opposite[axis.side];
  const across = direction === "x" ? "y" : "x";
  const length = direction === "x" ? frame.height : frame.width;
  const isEnd = side === "bottom" || side === "right";
  const [edge, out] = isEnd ? [length, 1] : [0, -1];
  const hidden = moved && `isValid(${moved}.${direction})`;
  const opacity = hidden && { opacity: { expr: `${hidden} ? 0 : 1` } };
  const paint = defaultPaint(`${direction}tick.color`);
  const ticks = shownTicks(axes, direction, axes.ticks(direction));
  const at = positions(
    frame,
    direction,
    ticks.map(({ value }) => value),
  );
  const rules = [false, true].flatMap((minor) => {
    const own = axis.tickLook(minor);
    const values = at.filter((_, k) => ticks[k].minor === minor).map((value) => ({ at: value }));
    const sign = own.direction === "in" ? -out : out;
    if (!otherTicks || values.length === 0 || own.length === 0) return [];
    return [
      {
        data: { values },
        mark: {
          type: "rule",
          clip: false,
          stroke: specColor(axis.style.color ?? paint),
          strokeWidth: px(own.width * frame.pt),
          [`${direction}Offset`]: 0.5,
          ...opacity,
        },
        encoding: {
          [direction]: quantity("at"),
          [across]: { value: px(edge + 0.5) },
          [`${across}2`]: { value: px(edge + 0.5 + sign * own.length * frame.pt) },
        },
      },
    ];
  });
  const look = axis.tickLook(false);
  const space = (pad ?? rcParams[`${direction}tick.major.pad`]) + (look.direction === "in" ? 0 : look.length);
  const labels = ticks.flatMap(({ label }, k) =>
    label === "" ? [] : [{ at: at[k], text: specText(label) }],
  );
  const texts = labels.map(({ at: value, text }) => ({
    data: { values: [{ at: value }] },
    mark: {
      type: "text",
      clip: false,
      text,
      align: direction === "x" ? "center" : isEnd ? "left" : "right",
      baseline: direction === "y" ? "middle" : isEnd ? "top" : "bottom",
      ...(rotation !== undefined && { angle: -rotation }),
      fontSize: px(axis.labelSize * frame.pt),
      fill: specColor(axis.style.labelcolor ?? paint),
      ...opacity,
    },
    encoding: { [direction]: quantity("at"), [across]: { value: px(edge + out * space * frame.pt) } },
  }));
  return otherLabels ? [...rules, ...texts] : rules;
}
