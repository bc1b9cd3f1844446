import type { Spelled } from "../../array/options";
import type { AxesBase } from "../model/axes";
import type { TickStyle } from "../model/axis";
import { color } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, notNegative, number, pair } from "../options/readers";
import { rotation, textSizeOption } from "../settings/font";

const whichAxis = {
  /** Default: "both". */
  axis: option(choice("both", "x", "y"), { default: "both" }),
};

const tickOptions = {
  ...whichAxis,
  /** Default: "major". */
  which: option(choice("major", "minor", "both"), { default: "major" }),
  /** Which way ticks point. Default: "out". */
  direction: option(choice("in", "out")),
  /** Length of the ticks. */
  length: option(notNegative),
  /** Width of the ticks. */
  width: option(notNegative),
  /** Colour of the ticks. */
  color: option(color),
  /** Distance from ticks to labels. */
  pad: option(number()),
  /** In points, or a name such as "small". */
  labelsize: option(textSizeOption),
  /** Colour of the labels. */
  labelcolor: option(color),
  /** Colour of ticks and labels. */
  colors: option(color),
  /** Degrees, counter-clockwise. Short: `rotation`. */
  labelrotation: option(rotation, { aliases: ["rotation"] }),
  /** Whether there are ticks at the bottom. */
  bottom: option(flag),
  /** Whether there are ticks at the top. */
  top: option(flag),
  /** Whether there are ticks on the left. */
  left: option(flag),
  /** Whether there are ticks on the right. */
  right: option(flag),
  /** Whether there are labels at the bottom. */
  labelbottom: option(flag),
  /** Whether there are labels at the top. */
  labeltop: option(flag),
  /** Whether there are labels on the left. */
  labelleft: option(flag),
  /** Whether there are labels on the right. */
  labelright: option(flag),
};

/** Options of {@link tickParams}. Lengths are in points. */
export type TickParams = OptionsOf<typeof tickOptions>;

/**
 * Changes how ticks and their labels look.
 *
 * @param options - What to change, and on which axis.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.tick_params.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.tickParams({ axis: "x", labelsize: 8, length: 6 });
 */
export function tickParams(axes: AxesBase, options?: Spelled<TickParams>): void {
  const read = readTable("tickParams", options, tickOptions);
  const style: Partial<TickStyle> = {
    direction: read.direction,
    length: read.length,
    width: read.width,
    color: read.color ?? read.colors,
    labelcolor: read.labelcolor ?? read.colors,
    labelsize: read.labelsize,
    rotation: read.labelrotation,
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

const locatorOptions = {
  ...whichAxis,
  /** The most intervals between ticks. */
  nbins: option(number(1)),
  /** Whether ticks stay on whole numbers. */
  integer: option(flag),
};

/** Options of {@link locatorParams}. */
export type LocatorParams = OptionsOf<typeof locatorOptions>;

/**
 * Changes how many ticks there are.
 *
 * @param options - The most intervals, and whether ticks stay on whole numbers.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.locator_params.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.locatorParams({ axis: "x", integer: true });
 */
export function locatorParams(axes: AxesBase, options?: Spelled<LocatorParams>): void {
  const read = readTable("locatorParams", options, locatorOptions);
  for (const { direction, dimension } of [axes.xaxis, axes.yaxis]) {
    if (read.axis !== "both" && read.axis !== direction) continue;
    if (read.nbins !== undefined) dimension.locator.bins = Math.floor(read.nbins);
    if (read.integer !== undefined) dimension.locator.integer = read.integer;
  }
}

const formatOptions = {
  ...whichAxis,
  /** "plain" for no powers of ten, "sci" for them. */
  style: option(choice("plain", "sci", "scientific")),
  /** The exponents from which on, and up to which, powers of ten are written; [0, 0] for always. */
  scilimits: option(pair),
  /** Whether a common offset may be written at the end of the axis. */
  useOffset: option(flag),
};

/** Options of {@link ticklabelFormat}. */
export type TicklabelFormat = OptionsOf<typeof formatOptions>;

/**
 * Changes how the numbers at ticks are written.
 *
 * @param options - Whether with powers of ten and offsets.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ticklabel_format.html
 * @example
 * plt.plot([0, 1e7]);
 * plt.ticklabelFormat({ style: "plain" });
 */
export function ticklabelFormat(axes: AxesBase, options?: Spelled<TicklabelFormat>): void {
  const read = readTable("ticklabelFormat", options, formatOptions);
  const { scilimits } = read;
  if (scilimits !== undefined && !scilimits.every(Number.isInteger)) {
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
