import { unzlibSync } from "fflate";
import { ndarray } from "../array/ndarray";
import { fromBase64 } from "../files/base64";

/** Compressed bytes in base64, as reference/datasets.py writes them. */
export const unpacked = (text: string): Uint8Array => unzlibSync(fromBase64(text));

/** A set of examples with their classes, as scikit-learn gives it. */
export interface Bunch {
  /** The examples, a row of features each. */
  readonly data: ndarray;
  /** The class of each example. */
  readonly target: ndarray;
  /** What the classes are called. */
  readonly targetNames: readonly string[];
  /** What the features are called. */
  readonly featureNames: readonly string[];
  /** Where the set is from, and its licence. */
  readonly description: string;
}

/** Puts classes and rows together. */
export const classified = (target: Uint8Array, rows: Float32Array, features: number) => ({
  data: new ndarray(rows, [target.length, features], "float32"),
  target: new ndarray(Int32Array.from(target), [target.length], "int32"),
});
