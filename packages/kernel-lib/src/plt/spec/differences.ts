import type { Difference } from "../../payloads";
import type { Json } from "../model/artist";

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Lists of more entries are written anew, not entry by entry. */
const longest = 64;

/** What has to be set in one spec to make it another; what holds data is set whole. */
export function differencesOf(before: unknown, after: unknown, path: (string | number)[] = []): Difference[] {
  if (before === after) return [];
  const lists = Array.isArray(before) && Array.isArray(after);
  const alike =
    isObject(before) &&
    isObject(after) &&
    Array.isArray(before) === Array.isArray(after) &&
    (!lists || (before.length === after.length && before.length <= longest));
  const keys = alike ? Object.keys(before) : [];
  const same = alike && keys.length === Object.keys(after).length && keys.every((key) => key in after);
  if (!same) return JSON.stringify(before) === JSON.stringify(after) ? [] : [[path, after]];
  const parts = keys.flatMap((key) =>
    differencesOf((before as Json)[key], (after as Json)[key], [...path, lists ? Number(key) : key]),
  );
  // Of a list of numbers, most of which have changed, the whole is shorter.
  const numbers = lists && (after as unknown[]).every((one) => typeof one === "number" || one === null);
  return numbers && parts.length > 0 ? [[path, after]] : parts;
}
