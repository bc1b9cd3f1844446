import { readOptions, type Spelled } from "../../array/options";
import type { TickStyle } from "../model/axis";
import { paint, type Color } from "../color/color";
import { checkChoice, checkNumber, checkOptions } from "../options";
import { readRotation } from "../settings/font";
import { fontSize } from "../text/fontSize";
import type { AxesBase } from "../model/axes";

/** Options of {@link tickParams}. Lengths are in points. */
export interface TickParams {
  /** Default: "both". */
  axis?: "both" | "x" | "y";
  /** Default: "major". */
  which?: "major" | "minor" | "both";
  /** Which way ticks point. Default: "out". */
  direction?: "in" | "out";
  length?: number;
  width?: number;
  /** Colour of the ticks. */
  color?: Color;
  /** Distance from ticks to labels. */
  pad?: number;
  /** In points, or a name such as "small". */
  labelsize?: number | string;
  labelcolor?: Color;
  /** Colour of ticks and labels. */
  colors?: Color;
  /** Degrees, counter-clockwise. */
  labelrotation?: number;
  rotation?: number;
  /** Whether there are ticks at the bottom, and so on. */
  bottom?: boolean;
  top?: boolean;
  left?: boolean;
  right?: boolean;
  /** Whether there are labels at the bottom, and so on. */
  labelbottom?: boolean;
  labeltop?: boolean;
  labelleft?: boolean;
  labelright?: boolean;
}

/**
 * Changes how ticks and their labels look.
 *
 * @param options - What to change, and on which axis.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.tick_params.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.tickParams({ axis: "x", labelsize: 8, length: 6 });
 */
export function tickParams(axes: AxesBase, options?: Spelled<TickParams>): void {
  const read = readOptions<TickParams>("tickParams", options, {
    axis: "both",
    which: "major",
    direction: undefined,
    length: undefined,
    width: undefined,
    color: undefined,
    pad: undefined,
    labelsize: undefined,
    labelcolor: undefined,
    colors: undefined,
    labelrotation: undefined,
    rotation: undefined,
    bottom: undefined,
    top: undefined,
    left: undefined,
    right: undefined,
    labelbottom: undefined,
    labeltop: undefined,
    labelleft: undefined,
    labelright: undefined,
  });
  checkChoice("tickParams", "axis", read.axis, ["both", "x", "y"]);
  checkChoice("tickParams", "which", read.which, ["major", "minor", "both"]);
  checkChoice("tickParams", "direction", read.direction, ["in", "out"]);
  checkOptions("tickParams", read, {
    length: checkNumber(0),
    width: checkNumber(0),
    pad: checkNumber(),
    labelrotation: checkNumber(),
    rotation: checkNumber(),
  });
  const color = (value: Color | undefined) => (value === undefined ? undefined : paint("tickParams", value));
  const style: Partial<TickStyle> = {
    direction: read.direction,
    length: read.length,
    width: read.width,
    color: color(read.color ?? read.colors),
    labelcolor: color(read.labelcolor ?? read.colors),
    labelsize: read.labelsize === undefined ? undefined : fontSize("tickParams", read.labelsize),
    rotation: readRotation("tickParams", read.labelrotation ?? read.rotation),
    pad: read.pad,
  };
  for (const axis of [axes.xaxis, axes.yaxis]) {
    if (read.axis !== "both" && read.axis !== axis.direction) continue;
    const own =
      axis.direction === "x"
        ? { near: read.bottom, far: read.top, nearLabel: read.labelbottom, farLabel: read.labeltop }
        : { near: read.left, far: read.right, nearLabel: read.labelleft, farLabel: read.labelright };
    if (read.which !== "minor") {
      for (const [name, value] of Object.entries(style)) {
        if (value !== undefined) Object.assign(axis.style, { [name]: value });
      }
    }
    axis.show(own);
  }
}

/**
 * Puts small ticks between the others.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.minorticks_on.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.minorticksOn();
 */
export function minorticksOn(axes: AxesBase): void {
  for (const { dimension } of [axes.xaxis, axes.yaxis]) dimension.minorOn = true;
}

/**
 * Takes small ticks away.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.minorticks_off.html
 * @example
 * plt.semilogy([1, 10, 100]);
 * plt.minorticksOff();
 */
export function minorticksOff(axes: AxesBase): void {
  for (const { dimension } of [axes.xaxis, axes.yaxis]) dimension.minorOn = false;
}

/** Options of {@link locatorParams}. */
export interface LocatorParams {
  /** Default: "both". */
  axis?: "both" | "x" | "y";
  /** The most intervals between ticks. */
  nbins?: number;
  /** Whether ticks stay on whole numbers. */
  integer?: boolean;
}

/**
 * Changes how many ticks there are.
 *
 * @param options - The most intervals, and whether ticks stay on whole numbers.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.locator_params.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.locatorParams({ axis: "x", integer: true });
 */
export function locatorParams(axes: AxesBase, options?: Spelled<LocatorParams>): void {
  const read = readOptions<LocatorParams>("locatorParams", options, {
    axis: "both",
    nbins: undefined,
    integer: undefined,
  });
  checkChoice("locatorParams", "axis", read.axis, ["both", "x", "y"]);
  checkOptions("locatorParams", read, { nbins: checkNumber(1) });
  for (const { direction, dimension } of [axes.xaxis, axes.yaxis]) {
    if (read.axis !== "both" && read.axis !== direction) continue;
    if (read.nbins !== undefined) dimension.locator.bins = Math.floor(read.nbins);
    if (read.integer !== undefined) dimension.locator.integer = read.integer;
  }
}

/** Options of {@link ticklabelFormat}. */
export interface TicklabelFormat {
  /** Default: "both". */
  axis?: "both" | "x" | "y";
  /** "plain" for no powers of ten, "sci" for them. */
  style?: "plain" | "sci" | "scientific";
  /** The exponents from which on, and up to which, powers of ten are written; [0, 0] for always. */
  scilimits?: readonly [number, number];
  /** Whether a common offset may be written at the end of the axis. */
  useOffset?: boolean;
}

/**
 * Changes how the numbers at ticks are written.
 *
 * @param options - Whether with powers of ten and offsets.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ticklabel_format.html
 * @example
 * plt.plot([0, 1e7]);
 * plt.ticklabelFormat({ style: "plain" });
 */
export function ticklabelFormat(axes: AxesBase, options?: Spelled<TicklabelFormat>): void {
  const read = readOptions<TicklabelFormat>("ticklabelFormat", options, {
    axis: "both",
    style: undefined,
    scilimits: undefined,
    useOffset: undefined,
  });
  checkChoice("ticklabelFormat", "axis", read.axis, ["both", "x", "y"]);
  checkChoice("ticklabelFormat", "style", read.style, ["plain", "sci", "scientific"]);
  const { scilimits } = read;
  if (
    scilimits !== undefined &&
    !(Array.isArray(scilimits) && scilimits.length === 2 && scilimits.every(Number.isInteger))
  ) {
    throw new TypeError("ticklabelFormat: expected scilimits to be a pair of whole numbers");
  }
  for (const { direction, dimension } of [axes.xaxis, axes.yaxis]) {
    if (read.axis !== "both" && read.axis !== direction) continue;
    const { format } = dimension;
    if (read.style !== undefined) format.scientific = read.style !== "plain";
    if (read.style === "plain" && read.useOffset === undefined) format.offset = false;
    if (scilimits !== undefined) format.limits = scilimits;
    if (read.useOffset !== undefined) format.offset = read.useOffset;
  }
}
