import { formatShape, stridesOf } from "./broadcast";
import { positional, scalarText, scientific } from "./digits";
import type { DType, Storage } from "./dtype";
import { isFloating } from "./traits";
import { readOptions, type Spelled } from "./options";

/** What is printed of an array. */
export interface Printable {
  readonly data: Storage;
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** How arrays are printed; see {@link setPrintoptions}. */
export interface PrintOptions {
  /** Most digits after the point. Default: 8. */
  precision?: number;
  /** Arrays of more elements are shortened. Default: 1000. */
  threshold?: number;
  /** Elements kept at each end of a shortened axis. Default: 3. */
  edgeitems?: number;
  /** Characters in a line. Default: 75. */
  linewidth?: number;
  /** Whether to write small numbers without exponents, too. Default: false. */
  suppress?: boolean;
}

let current: Required<PrintOptions> = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
};

/**
 * Sets how arrays are printed from now on; what is left out stays as it is.
 *
 * @param options - What to change; all else stays.
 * @throws TypeError for an unknown option, RangeError for a negative or fractional number.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html
 * @example
 * np.setPrintoptions({ precision: 3, suppress: true });
 */
export function setPrintoptions(options: Spelled<PrintOptions>): void {
  const next = readOptions("setPrintoptions", options, current);
  for (const key of ["precision", "threshold", "edgeitems", "linewidth"] as const) {
    const value = next[key];
    if (!(value >= 0) || (!Number.isInteger(value) && value !== Infinity)) {
      throw new RangeError(`setPrintoptions: expected ${key} to be 0, 1, 2, …, got ${value}`);
    }
  }
  current = { ...next };
}

/**
 * Gets how arrays are printed.
 *
 * @example
 * np.getPrintoptions().threshold; // 1000
 */
export function getPrintoptions(): Required<PrintOptions> {
  return { ...current };
}

/** Writes an array as NumPy's `print` does. */
export function str(x: Printable): string {
  if (x.shape.length > 0) return format(x, " ", "", current.linewidth);
  const [value] = x.data;
  if (x.dtype === "bool") return value ? "True" : "False";
  return isFloating(x.dtype) ? scalarText(value, x.dtype) : String(value);
}

/** Writes an array as Python's console does. */
export function repr(x: Printable): string {
  const prefix = "array(";
  const extras: string[] = [];
  const { data, shape, dtype } = x;
  const size = data.length;
  if ((size === 0 && shape.length !== 1) || size > current.threshold) {
    extras.push(`shape=${formatShape(shape)}`);
  }
  if (size === 0 || !(dtype === "float64" || dtype === "bool")) extras.push(`dtype=${dtype}`);
  const body = size === 0 ? "[]" : format(x, ", ", prefix, current.linewidth - 1);
  const start = prefix + body;
  if (extras.length === 0) return `${start})`;
  const extra = `${extras.join(", ")})`;
  const lastLine = start.length - start.lastIndexOf("\n");
  const breaks = lastLine + extra.length + 1 > current.linewidth;
  return breaks ? `${start},\n${" ".repeat(prefix.length)}${extra}` : `${start}, ${extra}`;
}

/** Lays out brackets, separators and line breaks. */
function format(x: Printable, separator: string, prefix: string, width: number): string {
  const { data, shape } = x;
  if (x.data.length === 0) return "[]";
  const { edgeitems } = current;
  const shortened = x.data.length > current.threshold;
  const strides = stridesOf(shape);
  // The indices to print of each axis, undefined where the dots go.
  const kept = shape.map((length): (number | undefined)[] => {
    if (!shortened || length <= 2 * edgeitems) return Array.from({ length }, (_, i) => i);
    const head = Array.from({ length: edgeitems }, (_, i) => i);
    return [...head, undefined, ...head.map((i) => length - edgeitems + i)];
  });
  const shown: number[] = [];
  const gather = (axis: number, offset: number): void => {
    if (axis === shape.length) return void shown.push(data[offset]);
    for (const i of kept[axis]) if (i !== undefined) gather(axis + 1, offset + i * strides[axis]);
  };
  gather(0, 0);
  const write = elementFormat(shown, x.dtype, shape.length);

  const nest = (axis: number, offset: number, indent: string, room: number): string => {
    if (axis === shape.length) return write(data[offset]);
    const inner = (i: number): string => nest(axis + 1, offset + i * strides[axis], `${indent} `, room - 1);
    if (axis < shape.length - 1) {
      const gap = separator.trimEnd() + "\n".repeat(shape.length - 1 - axis) + indent;
      return `[${kept[axis].map((i) => (i === undefined ? "..." : inner(i))).join(gap)}]`;
    }
    const words = kept[axis].map((i) => (i === undefined ? "..." : inner(i)));
    return `[${wrap(words, separator, indent, room - Math.max(separator.trimEnd().length, 1)).slice(indent.length)}]`;
  };
  return nest(0, 0, ` ${" ".repeat(prefix.length)}`, width);
}

/** Fills lines with words, each line after the first under the first word of it. */
function wrap(words: readonly string[], separator: string, indent: string, width: number): string {
  let text = "";
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > width && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += i < words.length - 1 ? word + separator : word;
  });
  return text + line;
}

/** Chooses one format for all shown elements, so that they align. */
function elementFormat(shown: readonly number[], dtype: DType, ndim: number): (x: number) => string {
  if (dtype === "bool") return (x) => (x ? (ndim > 0 ? " True" : "True") : "False");
  if (isFloating(dtype)) return floatFormat(shown, dtype);
  const width = shown.reduce((most, x) => Math.max(most, String(x).length), 0);
  return (x) => String(x).padStart(width);
}

function floatFormat(shown: readonly number[], dtype: DType): (x: number) => string {
  const { precision, suppress } = current;
  const finite = shown.filter(Number.isFinite);
  const sizes = finite.map(Math.abs).filter((x) => x > 0);
  const largest = sizes.reduce((most, x) => Math.max(most, x), 0);
  const smallest = sizes.reduce((least, x) => Math.min(least, x), Infinity);
  const limit = dtype === "float32" ? 1e6 : 1e8;
  const least = dtype === "float32" ? Math.fround(1e-4) : 1e-4;
  const ratio = dtype === "float32" ? Math.fround(largest / smallest) : largest / smallest;
  const exponents =
    sizes.length > 0 && (largest >= limit || (!suppress && (smallest < least || ratio > 1000)));
  const digitsOf = (x: number): string =>
    exponents ? scientific(x, dtype, precision, 0) : positional(x, dtype, precision);

  let left = 0;
  let fraction = 0;
  let exponent = 0;
  for (const x of finite) {
    const [whole, rest] = digitsOf(x).split(".");
    const [decimals, power = ""] = rest.split("e");
    left = Math.max(left, whole.length);
    fraction = Math.max(fraction, decimals.length);
    exponent = Math.max(exponent, power.length - 1);
  }
  const right = exponents ? exponent + 2 + fraction : fraction;
  const width = (): number => left + 1 + right;
  for (const x of shown) {
    if (!Number.isFinite(x)) left = Math.max(left, scalarText(x, dtype).length - right - 1);
  }
  return (x) => {
    if (!Number.isFinite(x)) return scalarText(x, dtype).padStart(width());
    if (!exponents) {
      const text = digitsOf(x);
      const after = text.length - text.indexOf(".") - 1;
      return text.padStart(left + 1 + after).padEnd(width());
    }
    const [mantissa, power] = scientific(x, dtype, fraction, fraction).split("e");
    return `${mantissa}e${power[0]}${power.slice(1).padStart(exponent, "0")}`.padStart(width());
  };
}
