import type { Spelled } from "../../array/options";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, number, pair } from "../options/readers";
import { tickOptions } from "../options/ticks";

const whichAxis = {
  /** Default: "both". */
  axis: option(choice("both", "x", "y"), { default: "both" }),
};

const axesTickOptions = { ...whichAxis, ...tickOptions };

/** Options of {@link tickParams}. Lengths are in points. */
export type TickParams = OptionsOf<typeof axesTickOptions>;

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
  const read = readTable("tickParams", options, axesTickOptions);
  for (const axis of [axes.xaxis, axes.yaxis]) {
    if (read.axis === "both" || read.axis === axis.direction) axis.changeTicks(read);
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
