/** A number as one says it: four digits, with a proper minus. */
export function spoken(value: number | string): string {
  if (typeof value === "string") return value.replace("Infinity", "∞").replace("-", "−");
  const short = Number(value.toPrecision(4));
  const [small, large] = [1e-3, 1e5];
  const size = Math.abs(short);
  const text = size !== 0 && (size < small || size >= large) ? short.toExponential() : String(short);
  return text.replaceAll("-", "−").replace("e+", "e");
}

/** A count, its digits in groups. */
export const counted = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");

/** An array's type and shape: `float32[784, 128]`. */
export const typeText = (dtype: string, shape: readonly number[]): string => `${dtype}[${shape.join(", ")}]`;
