import { describe } from "../array/options";
import { fromMsgpack, toMsgpack } from "../files/msgpack";
import { checkBytes } from "../files/reading";
import { checkPath, writeFile } from "../files/writing";
import type { Nested } from "./flattening";
import { registerSaved, restored, stateOf, type Saved, type StateDict } from "./stateDict";

export * from "./json";
export type { StateDict } from "./stateDict";

/**
 * Says how objects of a class are saved.
 *
 * @param ty - The class.
 * @param tyToStateDict - From an object to an object of its parts.
 * @param tyFromStateDict - From an object of the class and other parts to a new object of the class.
 * @throws TypeError unless the first is a class and the others functions.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * class Point { x = 0; }
 * const { registerSerializationState, toStateDict } = flax.serialization;
 * registerSerializationState(Point, ({ x }) => ({ x }), (_, { x }) => Object.assign(new Point(), { x }));
 * toStateDict(new Point()); // { x: 0 }
 */
export function registerSerializationState<T extends object>(
  ty: abstract new (...args: never[]) => T,
  tyToStateDict: (target: T) => Record<string, unknown>,
  tyFromStateDict: (target: T, parts: Record<string, unknown>) => T,
): void {
  for (const one of [ty, tyToStateDict, tyFromStateDict] as unknown[]) {
    if (typeof one === "function") continue;
    throw new TypeError(
      `registerSerializationState: expected a class and two functions, got ${describe(one)}`,
    );
  }
  registerSaved(ty, { parts: tyToStateDict, rebuild: tyFromStateDict } as Saved);
}

/**
 * Makes what can be saved of a tree: objects within objects. Lists become objects with the keys "0", "1" and so on,
 * a training state becomes an object of its fields.
 *
 * @param target - A tree: parameters, a state of an optimiser, a training state.
 * @throws TypeError for a function, or an object of a class that is not registered.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * flax.serialization.toStateDict({ layers: [{ w: 1 }, { w: 2 }] }); // { layers: { 0: { w: 1 }, 1: { w: 2 } } }
 */
export function toStateDict(target: unknown): StateDict {
  return stateOf("toStateDict", target);
}

/**
 * Makes a tree like another of what {@link toStateDict} gave: the values are the saved ones.
 *
 * @param target - A tree that says how the result is built; it stays as it is.
 * @param state - Saved objects within objects.
 * @throws TypeError or RangeError that says at which place something is missing, left over, or of another shape.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * flax.serialization.fromStateDict({ layers: [{ w: 0 }] }, { layers: { 0: { w: 7 } } }); // { layers: [{ w: 7 }] }
 */
export function fromStateDict<T>(target: T, state: StateDict): T {
  return restored("fromStateDict", target, state);
}

/**
 * Writes a tree in Flax's own format, byte by byte: MessagePack, in which arrays are an extension.
 *
 * @param target - A tree: parameters, a training state.
 * @param file - The name of a file that the bytes are written to as well, whole or not at all. Default: none.
 * @throws TypeError for what cannot be saved; Error if the file cannot be written.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * const bytes = flax.serialization.toBytes({ w: jnp.array([1, 2]) });
 * flax.serialization.fromBytes({ w: jnp.zeros(2) }, bytes).w.tolist(); // [1, 2]
 */
export function toBytes(target: unknown, file?: string): Uint8Array {
  const bytes = toMsgpack(stateOf("toBytes", target));
  if (file !== undefined) writeFile("toBytes", checkPath("toBytes", file), bytes);
  return bytes;
}

/**
 * Reads what {@link toBytes} or Flax wrote into a tree like another.
 *
 * @param target - A tree that says how the result is built, or null for objects within objects as they were saved.
 * @param encodedBytes - What was written.
 * @throws FileFormatError if the bytes are broken or of another kind; TypeError or RangeError where they do not fit.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * const bytes = flax.serialization.toBytes([1, { a: 2 }]);
 * flax.serialization.fromBytes(null, bytes); // { 0: 1, 1: { a: 2 } }
 */
export function fromBytes<T>(target: T, encodedBytes: Uint8Array): T extends null ? Nested : T {
  const state = fromMsgpack("fromBytes", "the data", checkBytes("fromBytes", encodedBytes));
  return (target === null ? state : restored("fromBytes", target, state)) as T extends null ? Nested : T;
}
