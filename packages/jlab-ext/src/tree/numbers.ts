import type { ArrayLeaf } from "tslinen/dist/payloads.mjs";

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

/** What there is to say of an array's numbers; of a single one, itself. */
export function measuresOf({
  mean,
  std,
  min,
  max,
  values,
  size,
}: ArrayLeaf): Record<"mean" | "range" | "first", string> {
  if (size === 1 && mean !== undefined) return { mean: spoken(values[0]), range: "", first: "" };
  return {
    mean: mean === undefined ? "" : `${spoken(mean)} ± ${spoken(std ?? 0)}`,
    range: min === undefined ? "" : `${spoken(min)} … ${spoken(max ?? min)}`,
    first: values.map(spoken).join(", ") + (size > values.length ? ", …" : ""),
  };
}
