import { classified, unpacked, type Bunch } from "./packed";
import { packedIris } from "./packedIris";

let loaded: Bunch | undefined;

/**
 * Gives Fisher's 150 irises of three species, four lengths of each in cm: scikit-learn's `load_iris`. They come with the
 * library.
 *
 * @returns `data` of shape `[150, 4]`, `target` (50 of each of 0, 1 and 2), and names.
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.datasets.load_iris.html
 * @example
 * const { data: x, targetNames } = data.iris();
 * targetNames; // ["setosa", "versicolor", "virginica"]
 */
export function iris(): Bunch {
  return (loaded ??= load());
}

function load(): Bunch {
  const { target, rows } = packedIris();
  return {
    ...classified(
      unpacked(target),
      Float32Array.from(unpacked(rows), (tenths) => tenths / 10),
      4,
    ),
    targetNames: ["setosa", "versicolor", "virginica"],
    featureNames: ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"],
    description:
      "Iris plants. R. A. Fisher, 1936. UCI Machine Learning Repository, CC BY 4.0; as corrected by scikit-learn, " +
      "BSD-3-Clause.",
  };
}
