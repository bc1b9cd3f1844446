import type { DType } from "./dtype";

/**
 * Finds the fewest digits that tell a finite number from every other one of its type.
 *
 * @returns The digits without sign or point, and the power of ten of the first.
 */
function shortest(x: number, dtype: DType): { digits: string; power: number } {
  let text = x.toExponential();
  if (dtype === "float32") {
    for (let more = 0; more < 9; more++) {
      text = rounded((decimals) => x.toExponential(decimals), more);
      if (Math.fround(Number(text)) === x) break;
    }
  }
  const [mantissa, power] = text.replace(/^-/, "").split("e");
  return { digits: mantissa.replace(".", ""), power: Number(power) };
}

/** Rounds to a number of decimals; a tie goes to the even digit, where JavaScript goes up. */
function rounded(write: (decimals: number) => string, decimals: number): string {
  const text = write(decimals);
  const [mantissa, exponent] = text.split("e");
  const beyond = write(Math.min(100, decimals + 30))
    .split("e")[0]
    .slice(mantissa.length);
  if (!/^\.?50*$/.test(beyond) || Number(mantissa.at(-1)) % 2 === 0) return text;
  const even = mantissa.slice(0, -1) + String(Number(mantissa.at(-1)) - 1);
  return exponent === undefined ? even : `${even}e${exponent}`;
}

/** Removes trailing zeros of a decimal fraction and keeps the point. */
const trimmed = (text: string): string => (text.includes(".") ? text.replace(/0+$/, "") : `${text}.`);

/**
 * Writes a finite number without an exponent: the fewest digits that tell it from its neighbours, at most
 * `precision` of them after the point, the point always.
 */
export function positional(x: number, dtype: DType, precision: number): string {
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  const { digits, power } = shortest(x, dtype);
  if (digits.length - 1 - power > precision) {
    return sign + trimmed(rounded((decimals) => Math.abs(x).toFixed(decimals), Math.min(precision, 100)));
  }
  const whole = power < 0 ? "0" : digits.slice(0, power + 1).padEnd(power + 1, "0");
  const fraction = power < 0 ? digits.padStart(digits.length - 1 - power, "0") : digits.slice(power + 1);
  return `${sign}${whole}.${fraction.replace(/0+$/, "")}`;
}

/**
 * Writes a finite number with an exponent of two digits or more: the fewest digits that tell it from its neighbours,
 * at most `precision` and at least `least` of them after the point.
 */
export function scientific(x: number, dtype: DType, precision: number, least: number): string {
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  const found = shortest(x, dtype);
  let mantissa = `${found.digits[0]}.${found.digits.slice(1)}`;
  let power = found.power;
  const count = found.digits.length - 1;
  // Where more digits are wanted than are needed, they are those of the exact value.
  if (count > precision || count < least) {
    const wanted = Math.min(count > precision ? precision : least, 100);
    const text = rounded((decimals) => Math.abs(x).toExponential(decimals), wanted);
    const [cut, exponent] = text.split("e");
    mantissa = trimmed(cut);
    power = Number(exponent);
  }
  const fraction = mantissa.slice(2).replace(/0+$/, "").padEnd(least, "0");
  const exponent = String(Math.abs(power)).padStart(2, "0");
  return `${sign}${mantissa[0]}.${fraction}e${power < 0 ? "-" : "+"}${exponent}`;
}

/** Writes a number by itself as Python's `str` does. */
export function scalarText(x: number, dtype: DType): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x < 0 ? "-inf" : "inf";
  const size = Math.abs(x);
  if (x === 0 || (size >= 1e-4 && size < (dtype === "float32" ? 1e6 : 1e16))) {
    const text = positional(x, dtype, Infinity);
    return text.endsWith(".") ? `${text}0` : text;
  }
  return scientific(x, dtype, Infinity, 0).replace(".e", "e");
}
