import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import { checkBytes, readFile } from "../files/reading";
import { fromSafetensors, toSafetensors, type Metadata, type Tensors } from "../files/safetensors";
import { checkPath, writeFile } from "../files/writing";
import { stateOf } from "./stateDict";
import { checkObject, flattened, unflattened, type Nested } from "./flattening";

export type { Metadata } from "../files/safetensors";

/** Options of {@link loadFile} and {@link load}. */
export interface LoadOptions {
  /** What stands between keys in the names of tensors, or null to leave the names as they are. Default: ".". */
  sep?: string | null;
}

/** The arrays of a tree by their names, the keys on the way to them joined by dots. */
function named(functionName: string, tree: unknown, metadata: unknown): Tensors {
  const state = stateOf(functionName, tree);
  checkObject(functionName, state);
  const texts = metadata ?? {};
  if (!isPlainObject(texts) || Object.values(texts).some((text) => typeof text !== "string")) {
    throw new TypeError(
      `${functionName}: expected metadata to be an object of texts, got ${describe(texts)}`,
    );
  }
  const tensors = new Map<string, ndarray>();
  for (const [name, leaf] of Object.entries(flattened(functionName, state, ".", false))) {
    if (leaf !== null) tensors.set(name, toArray(functionName, leaf));
  }
  return { tensors, metadata: texts as Metadata };
}

/** The arrays of a file as objects within objects. */
function nested(
  functionName: string,
  file: string,
  bytes: Uint8Array,
  options: LoadOptions | undefined,
): Nested {
  const { sep } = readOptions<LoadOptions>(functionName, options, { sep: "." });
  const { tensors } = fromSafetensors(functionName, file, bytes);
  const flat = Object.fromEntries(tensors);
  return sep === null || sep === undefined ? flat : unflattened(functionName, flat, sep);
}

/**
 * Writes a tree of arrays to a safetensors file, which Python, PyTorch and Rust read. The names of the tensors are the
 * keys on the way to them, joined by dots; the file is written whole or not at all.
 *
 * @param tensors - A tree of arrays, such as the variables of a module.
 * @param filename - The name of the file.
 * @param metadata - Texts that go along. Default: none.
 * @throws TypeError for a leaf that is not an array, or a key with a dot; Error if the file cannot be written.
 * @see https://huggingface.co/docs/safetensors/api/flax
 * @example
 * safetensors.saveFile({ params: { w: np.eye(2) } }, "model.safetensors");
 * safetensors.loadFile("model.safetensors").params.w.tolist(); // [[1, 0], [0, 1]]
 */
export function saveFile(tensors: object, filename: string, metadata?: Metadata): void {
  const path = checkPath("saveFile", filename);
  writeFile("saveFile", path, toSafetensors(named("saveFile", tensors, metadata)));
}

/**
 * Reads the tensors of a safetensors file into objects within objects: "params.w" becomes `{ params: { w } }`.
 *
 * @param filename - The name of the file.
 * @param options - What stands between keys in the names.
 * @returns Arrays by name. Numbers of 16 bits become float32, whole numbers of 64 bits int32.
 * @throws Error if there is no such file; FileFormatError if it is broken or of another kind.
 * @see https://huggingface.co/docs/safetensors/api/flax
 * @example
 * safetensors.saveFile({ params: { w: np.eye(2) } }, "model.safetensors");
 * Object.keys(safetensors.loadFile("model.safetensors", { sep: null })); // ["params.w"]
 */
export function loadFile(filename: string, options?: LoadOptions): Nested {
  return nested("loadFile", JSON.stringify(filename), readFile("loadFile", filename), options);
}

/**
 * Gives the bytes of a safetensors file that holds a tree of arrays.
 *
 * @param tensors - A tree of arrays.
 * @param metadata - Texts that go along. Default: none.
 * @throws TypeError for a leaf that is not an array, or a key with a dot.
 * @see https://huggingface.co/docs/safetensors/api/flax
 * @example
 * safetensors.save({ w: np.zeros(2) }).length; // 72
 */
export function save(tensors: object, metadata?: Metadata): Uint8Array {
  return toSafetensors(named("save", tensors, metadata));
}

/**
 * Reads the tensors out of the bytes of a safetensors file.
 *
 * @param data - The bytes.
 * @param options - What stands between keys in the names.
 * @throws TypeError if `data` are no bytes; FileFormatError if they are broken or of another kind.
 * @see https://huggingface.co/docs/safetensors/api/flax
 * @example
 * safetensors.load(safetensors.save({ w: np.ones(2) })).w.tolist(); // [1, 1]
 */
export function load(data: Uint8Array, options?: LoadOptions): Nested {
  return nested("load", "the data", checkBytes("load", data), options);
}
