/** A JSON object. */
export type Json = Record<string, unknown>;

/** What may stand in JSON. */
export const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

export const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => one === null || typeof one === "number");

/** A number, where there is one. */
export const optional = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

/** An error that says what was expected of a payload, and what came instead. */
export const wrong = (payload: string, what: string, value: unknown): TypeError =>
  new TypeError(`${payload}: expected ${what}, got ${(JSON.stringify(value) ?? "nothing").slice(0, 80)}`);
