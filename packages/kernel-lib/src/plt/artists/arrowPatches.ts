import type { Spelled } from "../../array/options";
import { patchOptions, patchStyle, readPatch, type PatchOptions } from "../options/patch";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, notNegative, number, type Scalar } from "../options/readers";
import { Patch } from "./patch";

const fancyArrowOptions = {
  ...patchOptions,
  /** Width of the tail. Default: 0.001. */
  width: option(notNegative, { default: 0.001 }),
  /** Whether its length is that of all of it, not of the tail alone. Default: false. */
  lengthIncludesHead: option(flag, { default: false }),
  /** Width of the head. Default: 3 widths of the tail. */
  headWidth: option(notNegative),
  /** Length of the head. Default: 1.5 widths of the head. */
  headLength: option(notNegative),
  /** Whether all of it is drawn, or one half. Default: "full". */
  shape: option(choice("full", "left", "right"), { default: "full" }),
  /** How far the head is swept back, as a share of its length; negative: forward. Default: 0. */
  overhang: option(number(), { default: 0 }),
  /** Whether the head begins, and does not end, where the arrow would. Default: false. */
  headStartsAtZero: option(flag, { default: false }),
};

/** Options of {@link FancyArrow} and {@link arrow}. */
export type FancyArrowOptions = OptionsOf<typeof fancyArrowOptions>;

type Corner = readonly [along: number, across: number];

/** Corners of an arrow that points right, put at a place and turned. */
function placedAt([x, y]: Corner, [dx, dy]: Corner, corners: readonly Corner[]): [x: number[], y: number[]] {
  const length = Math.hypot(dx, dy);
  const [cos, sin] = length === 0 ? [0, 1] : [dx / length, dy / length];
  return [
    corners.map(([along, across]) => x + along * cos - across * sin),
    corners.map(([along, across]) => y + along * sin + across * cos),
  ];
}

const readVector = (functionName: string, values: Record<string, unknown>) =>
  Object.entries(values).map(([name, value]) => number()(functionName, name, value));

/**
 * An arrow as a shape in data, by its beginning and its extent; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.FancyArrow.html
 * @example
 * plt.gca().addPatch(new plt.FancyArrow(0.1, 0.1, 0.5, 0.3, { width: 0.05 }));
 */
export class FancyArrow extends Patch {
  constructor(x: Scalar, y: Scalar, dx: Scalar, dy: Scalar, options?: Spelled<FancyArrowOptions>) {
    const [x0, y0, across, up] = readVector("FancyArrow", { x, y, dx, dy });
    const read = readTable("FancyArrow", options, fancyArrowOptions);
    const headWidth = read.headWidth ?? 3 * read.width;
    const head = read.headLength ?? 1.5 * headWidth;
    const distance = Math.hypot(across, up);
    const length = read.lengthIncludesHead ? distance : distance + head;
    const forward = (read.lengthIncludesHead ? 0 : head) + (read.headStartsAtZero ? head / 2 : 0);
    const neck = -head * (1 - read.overhang);
    // From the tip back along the right side; the left one mirrors it.
    const half = [
      [0, 0],
      [-head, -headWidth / 2],
      [neck, -read.width / 2],
      [-length, -read.width / 2],
      [-length, 0],
    ].map(([along, side]): Corner => [along + forward, side]);
    const mirrored = half.map(([along, side]): Corner => [along, -side]);
    const corners = {
      left: half,
      right: mirrored,
      full: [...half.slice(0, -1), ...mirrored.slice(0, -1).reverse()],
    }[read.shape];
    const drawn = length === 0 ? [] : corners;
    const tip: Corner = [x0 + across, y0 + up];
    super(...placedAt(tip, [across, up], drawn), patchStyle("FancyArrow", read), read.label);
    this.zorder = read.zorder;
    this.setTransform(read.transform);
  }
}

/**
 * An arrow as a shape in data whose head is a fifth of it; {@link addPatch} draws it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.Arrow.html
 * @example
 * plt.gca().addPatch(new plt.Arrow(0.1, 0.1, 0.5, 0.3, 0.2));
 */
export class Arrow extends Patch {
  constructor(
    x: Scalar,
    y: Scalar,
    dx: Scalar,
    dy: Scalar,
    width: Scalar = 1,
    options?: Spelled<PatchOptions>,
  ) {
    const [x0, y0, across, up, wide] = readVector("Arrow", { x, y, dx, dy, width });
    const { style, label, zorder } = readPatch("Arrow", options);
    const length = Math.hypot(across, up);
    const corners = [
      [0, 0.1],
      [0, -0.1],
      [0.8, -0.1],
      [0.8, -0.3],
      [1, 0],
      [0.8, 0.3],
      [0.8, 0.1],
    ].map(([along, side]): Corner => [along * length, side * wide]);
    super(...placedAt([x0, y0], [across, up], corners), style, label);
    this.zorder = zorder;
  }
}
