import { endLength, type Extend } from "./artists/colorScale";
import type { AxesBase, AxesTraits } from "./model/axes";
import type { Box } from "./model/cells";

/** How large a colorbar is, as shares of the axes that it takes its place from. */
interface ColorbarSize {
  fraction: number;
  shrink: number;
  aspect: number;
  pad?: number;
}

/** The smallest box that holds several. */
function union(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const bottom = Math.min(...boxes.map((box) => box.bottom));
  if (boxes.length === 1) return boxes[0];
  const width = Math.max(...boxes.map((box) => box.left + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom + box.height)) - bottom;
  return { left, bottom, width, height };
}

/** The side of axes that a colorbar is on. */
export type ColorbarSide = "left" | "right" | "top" | "bottom";

/** The room between a colorbar and axes where none is asked for: more where it is beside the labels of ticks. */
const usualPad = { left: 0.1, right: 0.05, top: 0.05, bottom: 0.15 };

/** How far along the room across axes stand, and a colorbar beside them, from the side that is shared. */
const anchorsOf = {
  left: { own: [1, 0.5], parents: [0, 0.5] },
  right: { own: [0, 0.5], parents: [1, 0.5] },
  top: { own: [0.5, 0], parents: [0.5, 1] },
  bottom: { own: [0.5, 1], parents: [0.5, 0] },
} as const;

/** Makes room beside axes, or beside several together, and puts axes for a colorbar there. */
export function placeBeside(
  parents: readonly AxesBase[],
  side: ColorbarSide,
  { fraction, shrink, aspect, pad = usualPad[side] }: ColorbarSize,
  traits: AxesTraits,
): AxesBase {
  const [first] = parents;
  const { figure } = first;
  const { current } = figure;
  const vertical = side === "left" || side === "right";
  const rest = 1 - fraction - pad;
  // What is taken lies at the low end of the room at the left and at the bottom.
  const taken = side === "left" || side === "bottom" ? fraction + pad : 0;
  const start = side === "left" || side === "bottom" ? 0 : 1 - fraction;
  const inner = (box: Box, whole: Box): Box =>
    vertical
      ? {
          ...box,
          left: whole.left + whole.width * taken + (box.left - whole.left) * rest,
          width: box.width * rest,
        }
      : {
          ...box,
          bottom: whole.bottom + whole.height * taken + (box.bottom - whole.bottom) * rest,
          height: box.height * rest,
        };
  const outer = (whole: Box): Box =>
    vertical
      ? {
          left: whole.left + whole.width * start,
          bottom: whole.bottom + (whole.height * (1 - shrink)) / 2,
          width: whole.width * fraction,
          height: whole.height * shrink,
        }
      : {
          left: whole.left + (whole.width * (1 - shrink)) / 2,
          bottom: whole.bottom + whole.height * start,
          width: whole.width * shrink,
          height: whole.height * fraction,
        };
  const before = parents.map(({ within }) => within);
  // Where parents would be without the colorbar: those in cells move with these.
  const places = () => parents.map((axes, k) => (axes.cells ? before[k](axes.cellBox()) : now[k]));
  const now = parents.map(({ position }) => position);
  const whole = union(now);
  const own = figure.makeAxes({ box: outer(whole) }, traits);
  own.cells = first.cells;
  own.within = () => outer(union(places()));
  own.boxAspect = vertical ? aspect : 1 / aspect;
  own.anchor = anchorsOf[side].own;
  parents.forEach((axes, k) => {
    axes.within = (box) => inner(before[k](box), union(places()));
    axes.position = inner(now[k], whole);
    axes.anchor = anchorsOf[side].parents;
  });
  figure.current = current;
  return own;
}

/** Shortens the axes of a colorbar so that its pointed ends have room. */
export function makeRoomForEnds(axes: AxesBase, vertical: boolean, extend: Extend): void {
  const low = extend === "min" || extend === "both" ? endLength : 0;
  const high = extend === "max" || extend === "both" ? endLength : 0;
  const part = 1 / (1 + low + high);
  const shortened = (box: Box): Box =>
    vertical
      ? { ...box, bottom: box.bottom + low * part * box.height, height: box.height * part }
      : { ...box, left: box.left + low * part * box.width, width: box.width * part };
  const { within } = axes;
  axes.within = (box) => shortened(within(box));
  axes.position = shortened(axes.position);
  if (axes.boxAspect !== undefined) axes.boxAspect *= vertical ? part : 1 / part;
}
