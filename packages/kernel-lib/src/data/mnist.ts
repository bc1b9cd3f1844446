import { formatShape } from "../array/broadcast";
import { convertStorage } from "../array/traits";
import { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { FetchError, fetchBytes, isAddress } from "../files/fetching";
import { fileSystem } from "../files/fileSystem";
import { hasNode, nodeModules } from "../files/nodeModules";
import { readFile } from "../files/reading";
import { checkPath, makeFolder, writeFile } from "../files/writing";
import { fromIdx } from "./idx";

/** Images and the class of each. */
export interface Labelled {
  /** The images: uint8 from 0 to 255, of shape `[n, 28, 28]`. */
  readonly image: ndarray;
  /** The classes: int32 from 0 to 9. */
  readonly label: ndarray;
}

/** Options of {@link mnist}. */
export interface MnistOptions {
  /** The folder where what was downloaded is kept. Default: `.cache/tslinen` in the home folder. */
  cache?: string;
}

const parts = {
  train: { image: "train-images", label: "train-labels" },
  test: { image: "t10k-images", label: "t10k-labels" },
} as const;

/** What a file may be called: the first name is the usual one. */
const namesOf = (part: string): string[] => {
  const ending = part.endsWith("images") ? "idx3-ubyte" : "idx1-ubyte";
  return [`${part}-${ending}.gz`, `${part}-${ending}`, `${part}.${ending}.gz`, `${part}.${ending}`];
};

/** Reads the files of MNIST, or of a set built like it, one after the other. */
type ReadPart = (part: string) => ndarray | Promise<ndarray>;

/** Reads files of a folder; undefined where it has none of the names. */
function inFolder(folder: string, part: string): ndarray | undefined {
  const { files, path } = fileSystem("mnist");
  const found = namesOf(part)
    .map((name) => path.join(folder, name))
    .find(files.existsSync);
  return found === undefined ? undefined : fromIdx("mnist", JSON.stringify(found), readFile("mnist", found));
}

const fromFolder =
  (folder: string): ReadPart =>
  (part) => {
    const found = inFolder(folder, part);
    if (found) return found;
    const { files } = fileSystem("mnist");
    const problem = files.existsSync(folder) ? `has no file ${namesOf(part)[0]}` : "does not exist";
    throw new Error(`mnist: the folder ${JSON.stringify(folder)} ${problem}`);
  };

/** Where what comes from an address is kept. */
function cacheFolder(address: string, cache: string | undefined): string | undefined {
  if (!hasNode()) return undefined;
  const { path, cacheFolder } = nodeModules("mnist");
  const own = address.replace(/^\w+:\/+|\/+$/g, "").replace(/[^\w.-]+/g, "-");
  return path.join(cache ?? cacheFolder(), own);
}

const fromAddress =
  (address: string, cache: string | undefined): ReadPart =>
  async (part) => {
    const kept = cache === undefined ? undefined : inFolder(cache, part);
    if (kept) return kept;
    for (const name of namesOf(part)) {
      const file = `${address.replace(/\/+$/, "")}/${name}`;
      try {
        const bytes = await fetchBytes("mnist", file);
        const array = fromIdx("mnist", file, bytes);
        if (cache !== undefined) {
          makeFolder("mnist", cache);
          writeFile("mnist", fileSystem("mnist").path.join(cache, name), bytes);
        }
        return array;
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        if (error.status !== undefined) continue;
        const where = cache === undefined ? "" : `; nothing is kept in ${JSON.stringify(cache)} either`;
        throw new Error(
          `${error.message}${where}. Give a folder with the four files, or run this once with a network`,
          {
            cause: error,
          },
        );
      }
    }
    throw new Error(`mnist: ${address} has no file ${namesOf(part)[0]}`);
  };

/**
 * Reads the handwritten digits of MNIST, or a set built like it (Fashion-MNIST, KMNIST), from its four IDX files.
 *
 * @param source - The folder where the files are, gzipped or not, or the address below which they can be fetched; what
 * was fetched is kept, so that the next call needs no network.
 * @param options - Where fetched files are kept.
 * @returns A promise of `{ train, test }`, each with `image` (uint8, `[n, 28, 28]`) and `label` (int32, `[n]`).
 * @throws Error if a file is missing or nobody answers; FileFormatError if one is broken.
 * @see https://www.tensorflow.org/datasets/catalog/mnist
 * @example
 * const load = () => data.mnist("mnist");
 * // const { train, test } = await load();
 */
export async function mnist(
  source: string,
  options?: MnistOptions,
): Promise<{ train: Labelled; test: Labelled }> {
  const name = checkPath("mnist", source);
  const { cache } = readOptions<MnistOptions>("mnist", options, { cache: undefined });
  const read = isAddress(name) ? fromAddress(name, cacheFolder(name, cache)) : fromFolder(name);
  const labelled = async (files: { image: string; label: string }): Promise<Labelled> => {
    const image = await read(files.image);
    const label = await read(files.label);
    if (image.length !== label.length) {
      throw new Error(
        `mnist: expected a label for each image, got shapes ${formatShape(image.shape)} and ${formatShape(label.shape)}`,
      );
    }
    const classes = convertStorage(label.data, label.dtype, "int32");
    return { image, label: new ndarray(classes, label.shape, "int32") };
  };
  return { train: await labelled(parts.train), test: await labelled(parts.test) };
}
