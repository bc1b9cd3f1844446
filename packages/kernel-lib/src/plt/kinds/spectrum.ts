import type { Spelled } from "../../array/options";
import type { Line2D } from "../artists/line";
import { readNumbers, type Data } from "../data";
import { drawLines } from "../lines";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import type { lineOptions } from "../options/line";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice } from "../options/readers";
import * as settings from "../settings";
import { angles, segmentOptions, sizes, spectraOf, spectrumOptions } from "../spectra";

const magnitudeOptions = {
  ...spectrumOptions,
  /** "linear", or "dB" for 20 log₁₀ of the magnitudes. Default: "default", which is "linear". */
  scale: option(choice("default", "linear", "dB"), { default: "default" }),
};

/** Options of {@link magnitudeSpectrum}: its own, and those of lines. */
export type MagnitudeOptions = OptionsOf<typeof magnitudeOptions & typeof lineOptions>;

/** Options of {@link angleSpectrum} and {@link phaseSpectrum}: their own, and those of lines. */
export type AngleOptions = OptionsOf<typeof spectrumOptions & typeof lineOptions>;

/** What spectra give: their values, the frequencies of these, and the line. */
export type Spectrum = [spectrum: number[], freqs: number[], line: Line2D];

/** The spectrum of a signal as a whole. */
function wholeSpectrum(functionName: string, x: Data, own: object) {
  const signal = readNumbers(functionName, "x", x);
  if (signal.length === 0) throw new RangeError(`${functionName}: expected x to have values, got none`);
  const read = readTable(functionName, own, spectrumOptions);
  const rest = readTable(functionName, { NFFT: signal.length }, segmentOptions);
  return spectraOf(functionName, signal, { ...rest, ...read, noverlap: 0 });
}

/**
 * Draws how large the parts of a signal are at each frequency.
 *
 * @param x - The signal.
 * @param options - `Fs`, `scale`, `window`, `sides` and so on, and looks of the line.
 * @returns The magnitudes, their frequencies, and the line.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.magnitude_spectrum.html
 * @example
 * const t = Array.from({ length: 200 }, (_, k) => k / 100);
 * plt.magnitudeSpectrum(t.map((x) => Math.sin(2 * Math.PI * 10 * x)), { Fs: 100 });
 */
export function magnitudeSpectrum(axes: AxesBase, x: Data, options?: Spelled<MagnitudeOptions>): Spectrum {
  const [all, look] = divided(options, magnitudeOptions);
  const { scale, ...own } = all as { scale?: unknown };
  const decibels =
    readTable("magnitudeSpectrum", { scale }, { scale: magnitudeOptions.scale }).scale === "dB";
  const { segments, window, freqs } = wholeSpectrum("magnitudeSpectrum", x, own);
  const whole = window.reduce((sum, value) => sum + value, 0);
  const spectrum = sizes(segments[0]).map((size) => size / whole);
  const shown = decibels ? spectrum.map((size) => 20 * Math.log10(size)) : spectrum;
  const [line] = drawLines(axes, "magnitudeSpectrum", [freqs, shown, look]);
  settings.xlabel(axes, "Frequency");
  settings.ylabel(axes, `Magnitude (${decibels ? "dB" : "energy"})`);
  return [spectrum, freqs, line];
}

function drawAngles(
  axes: AxesBase,
  functionName: "angleSpectrum" | "phaseSpectrum",
  x: Data,
  options: unknown,
): Spectrum {
  const [own, look] = divided(options, spectrumOptions);
  const { segments, freqs } = wholeSpectrum(functionName, x, own);
  const whole = functionName === "phaseSpectrum";
  const spectrum = angles(segments[0], whole);
  const [line] = drawLines(axes, functionName, [freqs, spectrum, look]);
  settings.xlabel(axes, "Frequency");
  settings.ylabel(axes, whole ? "Phase (radians)" : "Angle (radians)");
  return [spectrum, freqs, line];
}

/**
 * Draws the angles of the parts of a signal at each frequency, from −π to π.
 *
 * @param x - The signal.
 * @param options - `Fs`, `window`, `sides` and so on, and looks of the line.
 * @returns The angles, their frequencies, and the line.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.angle_spectrum.html
 * @example
 * plt.angleSpectrum([0, 1, 0.5, 0, -0.5, -1, 0, 0.2]);
 */
export function angleSpectrum(axes: AxesBase, x: Data, options?: Spelled<AngleOptions>): Spectrum {
  return drawAngles(axes, "angleSpectrum", x, options);
}

/**
 * Draws the phases of the parts of a signal at each frequency: angles without leaps of a turn.
 *
 * @param x - The signal.
 * @param options - `Fs`, `window`, `sides` and so on, and looks of the line.
 * @returns The phases, their frequencies, and the line.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.phase_spectrum.html
 * @example
 * plt.phaseSpectrum([0, 1, 0.5, 0, -0.5, -1, 0, 0.2]);
 */
export function phaseSpectrum(axes: AxesBase, x: Data, options?: Spelled<AngleOptions>): Spectrum {
  return drawAngles(axes, "phaseSpectrum", x, options);
}
