import { describe, isPlainObject } from "../array/options";
import type { Rule } from "./model";
import { same } from "./same";

type Option = readonly [label: string, value: unknown];
type Equals = (a: unknown, b: unknown) => boolean;

const isPair = (one: unknown): one is [unknown, unknown] => Array.isArray(one) && one.length === 2;

/** Reads options: values, pairs of labels and values, or values by labels. */
function readOptions(owner: string, given: unknown): Option[] {
  const isList = given !== null && typeof given === "object" && Symbol.iterator in given;
  if (!isList && !isPlainObject(given)) {
    throw new TypeError(
      `${owner}: expected options to be a list of values, of [label, value], or an object, got ${describe(given)}`,
    );
  }
  const list = isList ? [...(given as Iterable<unknown>)] : Object.entries(given as object);
  if (list.every(isPair)) return list.map(([label, value]) => [String(label), value]);
  return list.map((value) => [String(value), value]);
}

/** The place of a value, or of a label, among the options. */
function placeOf(
  owner: string,
  options: readonly Option[],
  by: "label" | "value",
  wanted: unknown,
  equals: Equals,
): number {
  const place = options.findIndex(([label, value]) =>
    by === "label" ? label === wanted : equals(value, wanted),
  );
  if (place >= 0) return place;
  const known = options.map(([label, value]) => (by === "label" ? label : describe(value)));
  const list = known.length > 8 ? `${known.slice(0, 8).join(", ")}, …` : known.join(", ");
  throw new RangeError(
    `${owner}: expected ${by} to be one of ${list || "no options"}, got ${describe(wanted)}`,
  );
}

function checkPlaces(owner: string, options: readonly Option[], places: readonly number[]): void {
  for (const place of places) {
    if (place < 0 || place >= options.length) {
      throw new RangeError(`${owner}: expected index to be from 0 to ${options.length - 1}, got ${place}`);
    }
  }
}

const keys = ["options", "value", "label", "equals"];

/** What is given of index, value and label; where several are, they must mean the same, and the first counts. */
const ways = ["index", "value", "label"] as const;

/** Reads the options of a state; undefined if they have not changed. */
function takeOptions(owner: string, state: Record<string, unknown>, isEmptyAllowed: boolean): Option[] {
  state.options ??= [];
  const options = readOptions(owner, state.options);
  if (options.length === 0 && !isEmptyAllowed) throw new RangeError(`${owner}: expected at least one option`);
  state.optionsLabels = options.map(([label]) => label);
  return options;
}

/**
 * One of some options.
 *
 * @param nullable - Whether it may be none of them.
 */
export const selection = (nullable: boolean): Rule => ({
  keys,
  settle(owner, state, given, isNew) {
    const options = takeOptions(owner, state, nullable);
    const equals = (state.equals ??= same) as Equals;
    const way = ways.find((one) => given.has(one));
    if (way === undefined) {
      const isReset = isNew || (given.has("options") && state.index !== null);
      if (isReset) state.index = options.length > 0 ? 0 : null;
    } else if (way !== "index") {
      const wanted = state[way];
      state.index = wanted === null && nullable ? null : placeOf(owner, options, way, wanted, equals);
    }
    const index = state.index as number | null;
    if (index !== null) checkPlaces(owner, options, [index]);
    [state.label, state.value] = index === null ? [null, null] : options[index];
  },
});

/**
 * Several of some options.
 *
 * @param isRange - Whether they are two, the ends of a range, and not any number.
 */
export const multipleSelection = (isRange: boolean): Rule => ({
  keys,
  settle(owner, state, given, isNew) {
    const options = takeOptions(owner, state, !isRange);
    const equals = (state.equals ??= same) as Equals;
    const way = ways.find((one) => given.has(one));
    if (way === undefined) {
      if (isNew || given.has("options")) state.index = isRange ? [0, 0] : [];
    } else if (way !== "index") {
      const wanted: unknown = state[way];
      if (!Array.isArray(wanted) || (isRange && wanted.length !== 2)) {
        throw new TypeError(
          `${owner}: expected ${way} to be a list${isRange ? " of two" : ""}, got ${describe(wanted)}`,
        );
      }
      state.index = wanted.map((one) => placeOf(owner, options, way, one, equals));
    }
    const index = state.index as number[];
    checkPlaces(owner, options, index);
    state.label = index.map((place) => options[place][0]);
    state.value = index.map((place) => options[place][1]);
  },
});
