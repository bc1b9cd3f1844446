import { isObject, wrong, type Json } from "./reading";

/** The MIME type of an animation. */
export const animationType = "application/vnd.tslinen.animation.v1+json";

/** A place within a specification, by its keys, and what stands there. */
export type Difference = [path: (string | number)[], value: unknown];

/** A figure, and what is different in each of its frames. */
export interface Animation {
  spec: Json;
  frames: Difference[][];
  /** Milliseconds. */
  interval: number;
  repeat: boolean;
}

const isDifference = (value: unknown): value is Difference =>
  Array.isArray(value) &&
  Array.isArray(value[0]) &&
  value[0].every(
    (key: unknown) => typeof key === "number" || (typeof key === "string" && key !== "__proto__"),
  );

/**
 * Reads an animation from what came with the output.
 *
 * @throws TypeError if it is not one, with what is missing.
 */
export function readAnimation(value: unknown): Animation {
  if (!isObject(value) || !isObject(value.spec)) throw wrong("animation", "a spec and frames", value);
  const { spec, frames, interval, repeat } = value;
  if (!Array.isArray(frames) || frames.length === 0) throw wrong("animation", "frames", value);
  if (!frames.every((frame) => Array.isArray(frame) && frame.every(isDifference))) {
    throw wrong("animation", "frames that are lists of differences", value);
  }
  return {
    spec,
    frames: frames as Difference[][],
    interval: typeof interval === "number" ? Math.max(1, interval) : 200,
    repeat: repeat !== false,
  };
}

/** The specification of a frame. */
export function frameOf({ spec, frames }: Animation, index: number): Json {
  const frame = structuredClone(spec);
  for (const [path, value] of frames[index]) {
    if (path.length === 0) return value as Json;
    const owner = path.slice(0, -1).reduce<unknown>((within, key) => (within as Json)[key], frame);
    (owner as Json)[path[path.length - 1]] = value;
  }
  return frame;
}
