import type { JSONObject, JSONValue } from "@lumino/coreutils";

/** The MIME type of an animation. */
export const animationType = "application/vnd.tslinen.animation.v1+json";

/** A place within a specification, and what stands there in a frame. */
type Difference = [path: (string | number)[], value: JSONValue];

/** A figure, and what is different in each of its frames. */
export interface Animation {
  spec: JSONObject;
  frames: Difference[][];
  /** Milliseconds. */
  interval: number;
  repeat: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const isDifference = (value: unknown): value is Difference =>
  Array.isArray(value) &&
  Array.isArray(value[0]) &&
  value[0].every(
    (key: unknown) => typeof key === "number" || (typeof key === "string" && key !== "__proto__"),
  );

/**
 * Reads an animation from what came with the output.
 *
 * @throws TypeError if it is none, with what is missing.
 */
export function readAnimation(value: unknown): Animation {
  const wrong = (what: string) =>
    new TypeError(`animation: expected ${what}, got ${(JSON.stringify(value) ?? "nothing").slice(0, 80)}`);
  if (!isObject(value) || !isObject(value.spec)) throw wrong("a spec and frames");
  const { spec, frames, interval, repeat } = value;
  if (!Array.isArray(frames) || frames.length === 0) throw wrong("frames");
  if (!frames.every((frame) => Array.isArray(frame) && frame.every(isDifference))) {
    throw wrong("frames that are lists of differences");
  }
  return {
    spec: spec as JSONObject,
    frames: frames as Difference[][],
    interval: typeof interval === "number" ? Math.max(1, interval) : 200,
    repeat: repeat !== false,
  };
}

/** The specification of a frame. */
export function frameOf({ spec, frames }: Animation, index: number): JSONObject {
  const frame = structuredClone(spec);
  for (const [path, value] of frames[index]) {
    if (path.length === 0) return value as JSONObject;
    const owner = path.slice(0, -1).reduce<unknown>((within, key) => (within as JSONObject)[key], frame);
    (owner as JSONObject)[path[path.length - 1]] = value;
  }
  return frame;
}
