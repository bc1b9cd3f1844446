import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import { fromNpy, isNpy, toNpy } from "../files/npy";
import { readFile, wrongFile } from "../files/reading";
import { checkPath, writeFile } from "../files/writing";
import { fromZip, isZip, toZip } from "../files/zip";

/** Arrays by name, as {@link load} gives what {@link savez} wrote. */
export type NamedArrays = Record<string, ndarray>;

/** What a file holds, as far as its name tells. */
export type Loaded<F extends string> = F extends `${string}.npz`
  ? NamedArrays
  : F extends `${string}.npy`
    ? ndarray
    : ndarray | NamedArrays;

const withEnding = (path: string, ending: string): string => (path.endsWith(ending) ? path : path + ending);

/**
 * Writes an array to a file, as NumPy reads it. The file is written whole or not at all.
 *
 * @param file - The name of the file; `.npy` is added where it is missing.
 * @param arr - The array.
 * @throws TypeError if `arr` is not an array; Error if the file cannot be written.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.save.html
 * @example
 * np.save("weights.npy", np.arange(3));
 * np.load("weights.npy").tolist(); // [0, 1, 2]
 */
export function save(file: string, arr: ArrayLike): void {
  const path = withEnding(checkPath("save", file), ".npy");
  writeFile("save", path, toNpy(toArray("save", arr)));
}

/** The arrays that are to be saved, by name: those without are `arr_0`, `arr_1` and so on. */
function namedArrays(
  functionName: string,
  arrays: readonly (ArrayLike | Readonly<Record<string, ArrayLike>>)[],
): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  let unnamed = 0;
  for (const given of arrays) {
    const named = isPlainObject(given) ? given : { [`arr_${unnamed++}`]: given };
    for (const [name, array] of Object.entries(named)) {
      const entry = `${name}.npy`;
      if (entries.has(entry)) {
        throw new TypeError(`${functionName}: expected each name once, got ${describe(name)} twice`);
      }
      entries.set(entry, toNpy(toArray(functionName, array)));
    }
  }
  return entries;
}

/**
 * Writes several arrays to one file, as NumPy reads it. The file is written whole or not at all.
 *
 * @param file - The name of the file; `.npz` is added where it is missing.
 * @param arrays - Arrays by name; those without a name are called `arr_0`, `arr_1` and so on.
 * @throws TypeError if something is not an array; Error if the file cannot be written.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.savez.html
 * @example
 * np.savez("layer.npz", { kernel: np.eye(2), bias: np.zeros(2) });
 * np.load("layer.npz").bias.tolist(); // [0, 0]
 */
export function savez(file: string, ...arrays: (ArrayLike | Readonly<Record<string, ArrayLike>>)[]): void {
  const path = withEnding(checkPath("savez", file), ".npz");
  writeFile("savez", path, toZip("savez", namedArrays("savez", arrays), false));
}

/**
 * Writes several arrays to one compressed file, as {@link savez} does.
 *
 * @param file - The name of the file; `.npz` is added where it is missing.
 * @param arrays - Arrays by name; those without a name are called `arr_0`, `arr_1` and so on.
 * @throws TypeError if something is not an array; Error if the file cannot be written.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.savez_compressed.html
 * @example
 * np.savezCompressed("zeros.npz", { x: np.zeros([10, 10]) });
 * np.load("zeros.npz").x.shape; // [10, 10]
 */
export function savezCompressed(
  file: string,
  ...arrays: (ArrayLike | Readonly<Record<string, ArrayLike>>)[]
): void {
  const path = withEnding(checkPath("savezCompressed", file), ".npz");
  writeFile("savezCompressed", path, toZip("savezCompressed", namedArrays("savezCompressed", arrays), true));
}

/**
 * Reads what {@link save}, {@link savez} or NumPy wrote. Whole numbers of 64 bits become int32 (or uint32), half
 * precision becomes float32, as in JAX.
 *
 * @param file - The name of the file.
 * @returns The array of an `.npy` file, the arrays of an `.npz` file by name.
 * @throws Error if there is no such file; FileFormatError if it is broken, of another kind, or holds no numbers.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.load.html
 * @example
 * np.save("x.npy", [[1, 2], [3, 4]]);
 * np.load("x.npy").shape; // [2, 2]
 */
export function load<F extends string>(file: F): Loaded<F> {
  const bytes = readFile("load", file);
  const name = JSON.stringify(file);
  if (isNpy(bytes)) return fromNpy("load", name, bytes) as Loaded<F>;
  if (!isZip(bytes)) throw wrongFile("load", name, "is neither an npy nor an npz file");
  const arrays: NamedArrays = {};
  for (const [entry, content] of fromZip("load", name, bytes)) {
    arrays[entry.replace(/\.npy$/, "")] = fromNpy("load", `${entry} in ${name}`, content);
  }
  return arrays as Loaded<F>;
}
