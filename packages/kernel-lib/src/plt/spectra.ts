import { describe } from "../array/options";
import { readNumbers, type Data } from "./data";
import { fft, type Complex } from "./fft";
import { option, type Reader, type ReadOf } from "./options/option";
import { choice, flag, given, number, scalarOf, type Scalar } from "./options/readers";

/** What makes a list of values of another. */
type OfValues = (values: Float64Array) => ArrayLike<number>;

/** What is taken off each segment before it is transformed. */
const detrend: Reader<"none" | "mean" | "constant" | "linear" | OfValues, OfValues> = (
  functionName,
  name,
  value,
) => {
  if (typeof value === "function") return value as OfValues;
  const named = choice("none", "mean", "constant", "linear")(functionName, name, value);
  return named === "none" ? (values) => values : named === "linear" ? withoutLine : withoutMean;
};

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

function withoutMean(values: Float64Array): Float64Array {
  const middle = mean(values);
  return values.map((value) => value - middle);
}

function withoutLine(values: Float64Array): Float64Array {
  const [x, y] = [(values.length - 1) / 2, mean(values)];
  let [across, along] = [0, 0];
  values.forEach((value, k) => {
    across += (k - x) * (value - y);
    along += (k - x) ** 2;
  });
  const slope = along === 0 ? 0 : across / along;
  return values.map((value, k) => value - y - slope * (k - x));
}

/** Reads a whole number from 1 on. */
const count: Reader<Scalar, number> = (functionName, name, value) => {
  const whole = scalarOf(value);
  if (typeof whole === "number" && Number.isInteger(whole) && whole > 0) return whole;
  throw new TypeError(
    `${functionName}: expected ${name} to be a whole number above 0, got ${describe(value)}`,
  );
};

/** What a single spectrum may be told. */
export const spectrumOptions = {
  /** Samples in a unit of time. Default: 2. */
  Fs: option(number(0), { default: 2 }),
  /** What is added to all frequencies. Default: 0. */
  Fc: option(number(), { default: 0 }),
  /** What a segment is multiplied by: "hanning", "none", a list, or a function of ones. Default: "hanning". */
  window: option(given<"hanning" | "none" | Data | OfValues>(), { default: "hanning" }),
  /** How many values a segment has once zeros are added to it. Default: as many as it has. */
  padTo: option(count),
  /** Whether frequencies below 0 are drawn as well: "default" and "onesided" do not. Default: "default". */
  sides: option(choice("default", "onesided", "twosided"), { default: "default" }),
};

/** What spectra of segments may be told. */
export const segmentOptions = {
  ...spectrumOptions,
  /** Values in a segment. Default: 256. */
  NFFT: option(count, { default: 256 }),
  /** What is taken off each segment: "none", "mean", "linear", or a function. Default: "none". */
  detrend: option(detrend, { default: "none" }),
  /** How many values neighbouring segments have in common. Default: 0. */
  noverlap: option(number(0)),
  /** Whether densities are per unit of frequency. Default: true. */
  scaleByFreq: option(flag, { default: true }),
};

/** How segments are taken and transformed. */
export type Segments = ReadOf<typeof segmentOptions> & { noverlap: number };

/** Spectra of the segments of a signal: the frequencies, the middles of the segments in time, and what each holds. */
export interface Spectra {
  freqs: number[];
  times: number[];
  segments: Complex[];
  window: Float64Array;
  /** For each frequency, by what a density of two sides is multiplied to be one of one side. */
  weights: number[];
}

function windowOf(functionName: string, window: unknown, length: number): Float64Array {
  const ones = new Float64Array(length).fill(1);
  if (window === "none") return ones;
  if (window === "hanning") {
    return ones.map((_, k) => (length === 1 ? 1 : 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / (length - 1))));
  }
  const given = typeof window === "function" ? (window as OfValues)(ones) : window;
  const read = readNumbers(functionName, "window", given);
  if (read.length === length) return read;
  throw new RangeError(`${functionName}: expected window to be ${length} numbers, got ${read.length}`);
}

/** Spectra of the segments of a signal; a signal shorter than one ends with zeros. */
export function spectraOf(functionName: string, x: Float64Array, read: Segments): Spectra {
  const { NFFT, Fs, noverlap, detrend: without, padTo = NFFT, sides } = read;
  if (noverlap >= NFFT) {
    throw new RangeError(`${functionName}: expected noverlap below NFFT, got ${noverlap} and ${NFFT}`);
  }
  if (padTo < NFFT) {
    throw new RangeError(`${functionName}: expected padTo of at least ${NFFT}, got ${padTo}`);
  }
  const values = new Float64Array(Math.max(x.length, NFFT));
  values.set(x);
  const window = windowOf(functionName, read.window, NFFT);
  const step = NFFT - noverlap;
  const starts = Array.from({ length: Math.floor((values.length - NFFT) / step) + 1 }, (_, k) => k * step);
  const segments = starts.map((start) => {
    const clean = without(values.slice(start, start + NFFT));
    const padded = new Float64Array(padTo);
    for (let k = 0; k < NFFT; k++) padded[k] = clean[k] * window[k];
    return fft(padded);
  });
  const both = sides === "twosided";
  const positive = Math.floor(padTo / 2) + 1;
  // Of two sides the frequencies below 0 come first.
  const order = both
    ? Array.from({ length: padTo }, (_, k) => (k + Math.ceil(padTo / 2)) % padTo)
    : Array.from({ length: positive }, (_, k) => k);
  const inOrder = ({ re, im }: Complex) => ({
    re: Float64Array.from(order, (k) => re[k]),
    im: Float64Array.from(order, (k) => im[k]),
  });
  const signed = (k: number) => (both && k >= Math.ceil(padTo / 2) ? k - padTo : k);
  // The last one stands for both sides alone where segments have an even length.
  const single = (k: number) => both || k === 0 || (NFFT % 2 === 0 && k === order.length - 1);
  return {
    freqs: order.map((k) => (signed(k) * Fs) / padTo + read.Fc),
    times: starts.map((start) => (start + NFFT / 2) / Fs),
    segments: segments.map(inOrder),
    window,
    weights: order.map((k) => (single(k) ? 1 : 2)),
  };
}

/** The products of the spectra of two signals, segment by segment, as densities. */
export function densities(a: Spectra, b: Spectra, { Fs, scaleByFreq }: Segments): Complex[] {
  const sum = (of: (value: number) => number) => a.window.reduce((total, value) => total + of(value), 0);
  const whole = scaleByFreq ? Fs * sum((value) => value ** 2) : sum((value) => value) ** 2;
  return a.segments.map((x, k) => {
    const y = b.segments[k];
    const scaled = (part: (i: number) => number) => a.freqs.map((_, i) => (part(i) * a.weights[i]) / whole);
    return {
      re: Float64Array.from(scaled((i) => x.re[i] * y.re[i] + x.im[i] * y.im[i])),
      im: Float64Array.from(scaled((i) => x.re[i] * y.im[i] - x.im[i] * y.re[i])),
    };
  });
}

/** The mean of several spectra. */
export function meanOf(spectra: readonly Complex[]): Complex {
  const part = (name: "re" | "im") =>
    spectra[0][name].map((_, i) => spectra.reduce((sum, each) => sum + each[name][i], 0) / spectra.length);
  return { re: part("re"), im: part("im") };
}

/** Sizes of complex numbers. */
export const sizes = ({ re, im }: Complex): number[] => Array.from(re, (x, i) => Math.hypot(x, im[i]));

/** Angles of complex numbers; with `whole`, without leaps of more than half a turn. */
export function angles({ re, im }: Complex, whole: boolean): number[] {
  const found = Array.from(re, (x, i) => Math.atan2(im[i], x));
  if (!whole) return found;
  let turns = 0;
  return found.map((angle, i) => {
    const leap = i === 0 ? 0 : (angle - found[i - 1]) / (2 * Math.PI);
    if (Math.abs(leap) > 0.5) turns -= Math.round(leap);
    return angle + turns * 2 * Math.PI;
  });
}
