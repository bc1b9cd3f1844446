import { share, type Direction, type Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { Side } from "../model/spine";
import { oneRow, positions, quantity } from "./data";
import { px } from "./theme";

/** The direction that a line of the frame has a place in: the left one lies somewhere along x. */
export const acrossOf = (side: Side): Direction => (side === "left" || side === "right" ? "x" : "y");

/** How far inside the axes a line of the frame lies, in pixels from its usual edge; negative outside. */
export function spineInset(axes: AxesBase, side: Side): number {
  const { place } = axes.spines[side];
  if (place === undefined) return 0;
  const [unit, amount] = place;
  const frame = axes.frame();
  if (unit === "outward") return -amount * frame.pt;
  const across = acrossOf(side);
  const part = unit === "axes" ? amount : share(frame[across], amount);
  return (side === "left" || side === "bottom" ? part : 1 - part) * lengthOf(axes, across);
}

const lengthOf = (axes: AxesBase, across: Direction): number =>
  across === "x" ? axes.frame().width : axes.frame().height;

/** Where a line of the frame lies, as data and encoding: that with a place in the data moves with them. */
export function spinePlace(
  axes: AxesBase,
  side: Side,
  half: number,
): { data: Json; encoding: Json; shift: Json } {
  const across = acrossOf(side);
  const [unit, amount] = axes.spines[side].place ?? [];
  if (unit === "data") {
    const [at] = positions(axes.frame(), across, [amount as number]);
    return { data: { values: [{ at }] }, encoding: quantity("at"), shift: { [`${across}Offset`]: half } };
  }
  const inset = spineInset(axes, side);
  const from = side === "left" || side === "top" ? inset : lengthOf(axes, across) - inset;
  return { data: oneRow, encoding: { value: px(from + half) }, shift: {} };
}

/**
 * The distance of an axis from its edge where its line has been moved.
 *
 * @param moved - The parameter that holds what a reader has moved the axes to, by direction.
 */
export function axisOffset(axes: AxesBase, side: Side, moved?: string): Json {
  const [unit, amount] = axes.spines[side].place ?? [];
  if (unit === undefined) return {};
  const offset = px(-spineInset(axes, side));
  if (unit !== "data" || moved === undefined) return { offset };
  const across = acrossOf(side);
  const { scale } = axes.axisOf(across).dimension;
  const value = (x: string) => (scale.name === "log" ? `log(${x})` : x);
  const limits = `${moved}.${across}`;
  const [low, high] = [value(`${limits}[0]`), value(`${limits}[1]`)];
  const at = scale.warp ? String(scale.forward(amount as number)) : value(String(amount));
  const part = `clamp((${at} - ${low}) / (${high} - ${low}), 0, 1)`;
  const inside = side === "left" || side === "bottom" ? part : `(1 - ${part})`;
  return { offset: { expr: `isValid(${limits}) ? -${lengthOf(axes, across)} * ${inside} : ${offset}` } };
}
