import type { Json } from "./theme";

/** Longer lists are looked at no closer: they are rows themselves. */
const longest = 1000;

/** How many rows of data a specification holds. */
export function rowCount(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (value === null || typeof value !== "object") return 0;
  const { values, datasets, ...rest } = value as Json;
  const own = Array.isArray(values) ? values.length : 0;
  const sum = (parts: readonly unknown[]) => parts.reduce<number>((total, part) => total + rowCount(part), 0);
  const nested = Object.values(rest).flatMap((part) => {
    if (!Array.isArray(part)) return [part];
    return part.length < longest ? part.filter((entry) => !Array.isArray(entry)) : [];
  });
  return own + sum(Object.values((datasets ?? {}) as Json)) + sum(nested);
}
