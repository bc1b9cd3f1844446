import type { Spelled } from "../../array/options";
import type { Line2D } from "../artists/line";
import { readNumbers, type Data } from "../data";
import { drawLines } from "../lines";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import { lineOptions } from "../options/line";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag } from "../options/readers";
import * as settings from "../settings";
import { densities, meanOf, segmentOptions, sizes, spectraOf } from "../spectra";
import { grid } from "./grid";

const densityOptions = {
  ...segmentOptions,
  /** Whether the line is given, too. Default: false. */
  returnLine: option(flag, { default: false }),
};

/** Options of {@link psd} and {@link csd}: their own, and those of lines. */
export type DensityOptions = OptionsOf<typeof densityOptions & typeof lineOptions>;

/** What {@link psd} and {@link csd} give: the densities, their frequencies, and the line if it is asked for. */
export type Density = [density: number[], freqs: number[], line?: Line2D[]];

function drawDensity(
  axes: AxesBase,
  functionName: "psd" | "csd",
  lists: readonly Data[],
  options: unknown,
): Density {
  const [own, look] = divided(options, densityOptions);
  const table = readTable(functionName, own, densityOptions);
  const read = { ...table, noverlap: table.noverlap ?? 0 };
  const signals = lists.map((list, k) => readNumbers(functionName, k === 0 ? "x" : "y", list));
  const length = Math.max(...signals.map((signal) => signal.length));
  const [a, b] = signals.map((signal) => {
    const padded = new Float64Array(length);
    padded.set(signal);
    return spectraOf(functionName, padded, read);
  });
  const density = sizes(meanOf(densities(a, b, read)));
  const line = drawLines(axes, functionName, [a.freqs, density.map((one) => 10 * Math.log10(one)), look]);
  const unit = read.scaleByFreq ? "dB/Hz" : "dB";
  settings.xlabel(axes, "Frequency");
  settings.ylabel(
    axes,
    functionName === "psd" ? `Power Spectral Density (${unit})` : "Cross Spectrum Magnitude (dB)",
  );
  grid(axes, true);
  const ends = axes.view("y");
  const [low, high] = [Math.floor(Math.min(...ends)), Math.ceil(Math.max(...ends))];
  const span = Math.abs(ends[1] - ends[0]);
  const step = Math.max(1, 10 * Math.trunc(Math.log10(span)));
  const ticks = Array.from({ length: Math.ceil((high + 1 - low) / step) }, (_, k) => low + k * step);
  axes.yaxis.dimension.setTicks(ticks, undefined, false);
  return read.returnLine ? [density, a.freqs, line] : [density, a.freqs];
}

/**
 * Draws how much of a signal's power lies at each frequency, by Welch's mean over segments.
 *
 * @param x - The signal.
 * @param options - `NFFT`, `Fs`, `noverlap`, `window`, `detrend` and so on, and looks of the line.
 * @returns The densities and their frequencies; with `returnLine` the line as well. What is drawn is 10 log₁₀ of them.
 * @throws RangeError for segments that do not fit; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.psd.html
 * @example
 * const t = Array.from({ length: 1024 }, (_, k) => k / 100);
 * const [density, freqs] = plt.psd(t.map((x) => Math.sin(2 * Math.PI * 10 * x) + Math.cos(40 * x) / 4), { Fs: 100 });
 */
export function psd(axes: AxesBase, x: Data, options?: Spelled<DensityOptions>): Density {
  return drawDensity(axes, "psd", [x, x], options);
}

/**
 * Draws how much power two signals have in common at each frequency, by Welch's mean over segments.
 *
 * @param x - A signal.
 * @param y - The other one; the shorter one ends with zeros.
 * @param options - `NFFT`, `Fs`, `noverlap`, `window`, `detrend` and so on, and looks of the line.
 * @returns The sizes of the cross densities and their frequencies; with `returnLine` the line as well.
 * @throws RangeError for segments that do not fit; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.csd.html
 * @example
 * const t = Array.from({ length: 1024 }, (_, k) => k / 100);
 * plt.csd(t.map((x) => Math.sin(60 * x)), t.map((x) => Math.sin(60 * x + 1) + Math.sin(20 * x)), { Fs: 100 });
 */
export function csd(axes: AxesBase, x: Data, y: Data, options?: Spelled<DensityOptions>): Density {
  return drawDensity(axes, "csd", [x, y], options);
}
