import type { Spelled } from "../../array/options";
import type { AxesImage } from "../artists/image";
import { mappingOptions } from "../color/mapping";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, number, pair, share } from "../options/readers";
import { angles, densities, segmentOptions, sizes, spectraOf } from "../spectra";
import { imshow } from "./imshow";

const lookOptions = {
  ...mappingOptions,
  /** "nearest" for crisp pixels, "bilinear" and the like for smooth ones. Default: crisp. */
  interpolation: option(choice("auto", "nearest", "none", "bilinear", "bicubic", "gaussian")),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Those with a higher one are drawn over those with a lower one. Default: 0. */
  zorder: option(number(), { default: 0 }),
};

const ownOptions = {
  ...segmentOptions,
  /** What is drawn: densities, magnitudes, angles, or angles without leaps. Default: "psd". */
  mode: option(choice("default", "psd", "magnitude", "angle", "phase"), { default: "psd" }),
  /** "dB" for decibels, "linear" for what they follow from. Default: "dB", of angles "linear". */
  scale: option(choice("default", "dB", "linear"), { default: "default" }),
  /** Where the image begins and ends along x. Default: half a step before the first segment's middle, and after the last's. */
  xextent: option(pair),
};

/** Options of {@link specgram}: its own, and those of an image. */
export type SpecgramOptions = OptionsOf<typeof ownOptions & typeof lookOptions>;

/**
 * Draws how the spectrum of a signal changes with time, as an image.
 *
 * @param x - The signal.
 * @param options - `NFFT`, `Fs`, `noverlap` (default: 128), `mode`, `scale` and so on, and those of an image.
 * @returns The spectra, a list a frequency; the frequencies; the middles of the segments in time; and the image.
 * @throws RangeError for segments that do not fit; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.specgram.html
 * @example
 * const t = Array.from({ length: 2000 }, (_, k) => k / 1000);
 * plt.specgram(t.map((x) => Math.sin(400 * x * x) + Math.sin(5000 * x) / 9), { Fs: 1000, NFFT: 128, noverlap: 64 });
 */
export function specgram(
  axes: AxesBase,
  x: Data,
  options?: Spelled<SpecgramOptions>,
): [spectrum: number[][], freqs: number[], t: number[], image: AxesImage] {
  const [own, look] = divided(options, ownOptions);
  const read = readTable("specgram", own, ownOptions);
  readTable("specgram", look, lookOptions);
  const segments = { ...read, noverlap: read.noverlap ?? 128 };
  const turned = read.mode === "angle" || read.mode === "phase";
  if (turned && read.scale === "dB") {
    throw new TypeError(`specgram: expected scale "linear" for mode "${read.mode}", got "dB"`);
  }
  const found = spectraOf("specgram", readNumbers("specgram", "x", x), segments);
  const whole = found.window.reduce((sum, value) => sum + value, 0);
  const power = read.mode === "psd" || read.mode === "default";
  const columns = power
    ? densities(found, found, segments).map(({ re }) => Array.from(re))
    : found.segments.map((each) =>
        turned ? angles(each, read.mode === "phase") : sizes(each).map((size) => size / whole),
      );
  const spectrum = found.freqs.map((_, i) => columns.map((column) => column[i]));
  const decibels = read.scale === "dB" || (read.scale === "default" && !turned);
  const shown = (value: number) => (decibels ? (power ? 10 : 20) * Math.log10(value) : value);
  const { freqs, times } = found;
  const pad = (read.NFFT - segments.noverlap) / read.Fs / 2;
  const [left, right] = read.xextent ?? [times[0] - pad, times[times.length - 1] + pad];
  const image = imshow(
    axes,
    [...spectrum].reverse().map((row) => row.map(shown)),
    {
      ...look,
      origin: "upper",
      aspect: "auto",
      extent: [left, right, freqs[0], freqs[freqs.length - 1]],
    },
  );
  return [spectrum, freqs, times, image];
}
