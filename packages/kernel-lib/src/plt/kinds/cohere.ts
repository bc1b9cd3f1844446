import type { Spelled } from "../../array/options";
import { readNumbers, type Data } from "../data";
import { drawLines } from "../lines";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import type { lineOptions } from "../options/line";
import { readTable, type OptionsOf } from "../options/option";
import * as settings from "../settings";
import { densities, meanOf, segmentOptions, sizes, spectraOf } from "../spectra";
import { grid } from "./grid";

/** Options of {@link cohere}: its own, and those of lines. */
export type CoherenceOptions = OptionsOf<typeof segmentOptions & typeof lineOptions>;

/**
 * Draws how much two signals go together at each frequency, from 0 to 1.
 *
 * $$C_{xy} = \frac{|P_{xy}|^2}{P_{xx} P_{yy}}$$
 *
 * @param x - A signal.
 * @param y - The other one, as many values.
 * @param options - `NFFT`, `Fs`, `noverlap`, `window`, `detrend` and so on, and looks of the line.
 * @returns The coherences and their frequencies.
 * @throws RangeError for signals shorter than two segments; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.cohere.html
 * @example
 * const t = Array.from({ length: 1024 }, (_, k) => k / 100);
 * plt.cohere(t.map((x) => Math.sin(60 * x)), t.map((x) => Math.sin(60 * x) + Math.sin(x * x)), { Fs: 100 });
 */
export function cohere(
  axes: AxesBase,
  x: Data,
  y: Data,
  options?: Spelled<CoherenceOptions>,
): [coherence: number[], freqs: number[]] {
  const [own, look] = divided(options, segmentOptions);
  const table = readTable("cohere", own, segmentOptions);
  const read = { ...table, noverlap: table.noverlap ?? 0 };
  const signals = [readNumbers("cohere", "x", x), readNumbers("cohere", "y", y)];
  if (signals[0].length !== signals[1].length) {
    throw new RangeError(
      `cohere: expected x and y of equal length, got ${signals[0].length} and ${signals[1].length}`,
    );
  }
  if (signals[0].length < 2 * read.NFFT) {
    throw new RangeError(
      `cohere: expected at least ${2 * read.NFFT} values, two segments of NFFT, got ${signals[0].length}`,
    );
  }
  const [a, b] = signals.map((signal) => spectraOf("cohere", signal, read));
  const power = (one: typeof a, other: typeof b) => sizes(meanOf(densities(one, other, read)));
  const [xx, yy] = [power(a, a), power(b, b)];
  const coherence = power(a, b).map((common, i) => common ** 2 / (xx[i] * yy[i]));
  drawLines(axes, "cohere", [a.freqs, coherence, look]);
  settings.xlabel(axes, "Frequency");
  settings.ylabel(axes, "Coherence");
  grid(axes, true);
  return [coherence, a.freqs];
}
