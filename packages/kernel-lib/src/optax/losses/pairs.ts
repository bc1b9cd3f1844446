import type { ArrayLike } from "../../array/asarray";
import { camelCase, isPlainObject } from "../../array/options";

/** The arguments of a loss of classes in one object, by name. */
export interface NamedLabels {
  /** Scores. */
  logits: ArrayLike;
  /** What is true. */
  labels: ArrayLike;
}

/** The arguments of a loss of numbers in one object, by name. */
export interface NamedTargets {
  /** What was predicted. */
  predictions: ArrayLike;
  /** What is true. Default: zeros. */
  targets?: ArrayLike | null;
}

type Pair = [first: ArrayLike, second: ArrayLike, options: unknown];

/** Reads two arguments and options, or all of them by name in one object. */
function readPair(names: readonly [string, string], first: unknown, second: unknown, options: unknown): Pair {
  if (!isPlainObject(first)) return [first, second, options] as Pair;
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(first)) rest[camelCase(key)] = value;
  const [one, two] = names.map((name) => rest[name]);
  for (const name of names) delete rest[name];
  return [one, two, rest] as Pair;
}

/** Reads `logits, labels, options`, or all of them by name. */
export const readLabels = (logits: unknown, labels: unknown, options?: unknown): Pair =>
  readPair(["logits", "labels"], logits, labels, options);

/** Reads `predictions, targets, options`, or all of them by name. */
export const readTargets = (predictions: unknown, targets: unknown, options?: unknown): Pair =>
  readPair(["predictions", "targets"], predictions, targets, options);
