import type { DType, Storage } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { sizeOf } from "../array/broadcast";
import { emptyStorage, makeStorage } from "../array/traits";
import { drawMany } from "../simd/threefry";
import { toFront } from "./broadcast";
import { bind, bindOne, noTangent } from "./bind";
import type { Aval, JvpRule, Primitive } from "./primitive";
import { threefry2x32 } from "./threefry";

/** The two words of a key. */
export type Words = readonly [number, number];

/** What is drawn for each key. */
export interface DrawParams {
  readonly shape: readonly number[];
  readonly dtype: DType;
}

/** Draws as many elements as there is room for; `operands` are the elements that belong to them. */
export type Fill = (key: Words, out: Storage, ...operands: readonly Storage[]) => void;

/**
 * Makes a primitive that draws: from keys of shape [..., 2], and operands that have all the axes of the result. The
 * axes of the keys come first in the result, so that each key of a batch draws as it would by itself.
 */
export function drawing(name: string, fill: Fill, jvp?: JvpRule<DrawParams>): Primitive<DrawParams> {
  const primitive: Primitive<DrawParams> = {
    name,
    shape: ([keys], { shape, dtype }) => [{ shape: drawnShape(keys, shape), dtype }],
    run: ([keys, ...operands], { shape, dtype }) => {
      const result = drawnShape(keys, shape);
      const out = emptyStorage(dtype, sizeOf(name, result));
      const count = keys.size / 2;
      const size = out.length / Math.max(1, count);
      for (let i = 0; i < count; i++) {
        const part = (data: Storage): Storage =>
          count === 1 ? data : data.subarray(i * size, (i + 1) * size);
        fill(
          [elementsOf(keys)[2 * i], elementsOf(keys)[2 * i + 1]],
          part(out),
          ...operands.map((x) => part(elementsOf(x))),
        );
      }
      return [new ndarray(out, result, dtype)];
    },
    jvp: jvp ?? noTangent(() => primitive),
    transpose: "none",
    batch: (operands, axes, size, params) => ({
      outputs: bind(
        primitive,
        operands.map((x, i) => toFront(x, axes[i], size)),
        params,
      ),
      axes: [0],
    }),
    print: ({ shape, dtype }) => ({ shape, dtype }),
  };
  return primitive;
}

const drawnShape = (keys: Aval, shape: readonly number[]): readonly number[] =>
  keys.shape.length === 1 ? shape : [...keys.shape.slice(0, -1), ...shape];

const pair = new Uint32Array(2);

/** One random word of 32 bits for each element. */
export function fillWords(key: Words, out: Storage): void {
  if (out instanceof Uint32Array && drawMany(key, out)) return;
  for (let i = 0; i < out.length; i++) {
    threefry2x32(key[0], key[1], 0, i, pair);
    out[i] = pair[0] ^ pair[1];
  }
}

/** Evenly from [0, 1): 23 random bits for a float32, 52 for a float64. */
export function fillFractions(key: Words, out: Storage): void {
  if (out instanceof Float64Array) {
    for (let i = 0; i < out.length; i++) {
      threefry2x32(key[0], key[1], 0, i, pair);
      out[i] = (pair[0] * 2 ** 20 + (pair[1] >>> 12)) * 2 ** -52;
    }
    return;
  }
  if (out instanceof Float32Array && drawMany(key, out)) return;
  for (let i = 0; i < out.length; i++) {
    threefry2x32(key[0], key[1], 0, i, pair);
    out[i] = ((pair[0] ^ pair[1]) >>> 9) * 2 ** -23;
  }
}

const wordsPrimitive = drawing("randomBits", fillWords);
const fractionsPrimitive = drawing("randomFractions", fillFractions);
const keysPrimitive = drawing("split", (key, out) => {
  for (let i = 0; i < out.length; i += 2) {
    threefry2x32(key[0], key[1], 0, i / 2, pair);
    out.set(pair, i);
  }
});

/** Words of 32 random bits. */
export const randomWords = (key: ndarray, shape: readonly number[]): ndarray =>
  bindOne(wordsPrimitive, [key], { shape, dtype: "uint32" });

/** Fractions evenly from [0, 1). */
export const randomFractions = (key: ndarray, shape: readonly number[], dtype: DType): ndarray =>
  bindOne(fractionsPrimitive, [key], { shape, dtype });

/** New keys, of shape [...shape, 2]. */
export const randomKeys = (key: ndarray, shape: readonly number[]): ndarray =>
  bindOne(keysPrimitive, [key], { shape: [...shape, 2], dtype: "uint32" });

/** Makes keys of keys and a number for each, of uint32. */
const foldInPrimitive: Primitive<null> = {
  name: "foldIn",
  shape: ([keys]) => [keys],
  run: ([keys, numbers]) => {
    const out = makeStorage("uint32", keys.size);
    for (let i = 0; i < out.length; i += 2) {
      threefry2x32(elementsOf(keys)[i], elementsOf(keys)[i + 1], 0, elementsOf(numbers)[i / 2], pair);
      out.set(pair, i);
    }
    return [new ndarray(out, keys.shape, "uint32")];
  },
  jvp: noTangent(() => foldInPrimitive),
  transpose: "none",
  batch: (operands, axes, size, params) => ({
    outputs: bind(
      foldInPrimitive,
      operands.map((x, i) => toFront(x, axes[i], size)),
      params,
    ),
    axes: [0],
  }),
};

/** A key made of another and a number of uint32. */
export const foldedKey = (key: ndarray, number: ndarray): ndarray =>
  bindOne(foldInPrimitive, [key, number], null);
