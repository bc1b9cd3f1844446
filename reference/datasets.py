"""Packs scikit-learn's digits and iris for packages/kernel-lib/src/data, and writes what the sets of points are.

    python reference/datasets.py      (with the packages of reference/requirements.txt)

Both sets come with scikit-learn (BSD-3-Clause) and are those of the UCI Machine Learning Repository (CC BY 4.0).
"""

import base64
import hashlib
import json
import zlib
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits, load_iris, make_blobs, make_circles, make_moons
from sklearn.model_selection import train_test_split

from stored import stored, write

SRC = Path(__file__).resolve().parent.parent / "packages/kernel-lib/src/data"


def packed(array):
    """Bytes, compressed, in base64."""
    return base64.b64encode(zlib.compress(np.ascontiguousarray(array, np.uint8).tobytes(), 9)).decode()


def write_packed(name, source, classes, rows, what):
    """A function that gives the text: the engine reads over it until it is called."""
    lines = [
        f"// Written by reference/datasets.py from scikit-learn's {source}.",
        f"/** {what} */",
        f"export const {name} = (): {{ target: string; rows: string }} => ({{",
        f'  target: "{packed(classes)}",',
        f'  rows: "{packed(rows)}",',
        "});",
    ]
    path = SRC / f"{name}.ts"
    path.write_text("\n".join(lines) + "\n")
    print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")


digits, iris = load_digits(), load_iris()
# Sorted by digit, pixel by pixel, they compress best; the order of the rows is in the digits.
by_digit = np.argsort(digits.target, kind="stable")
write_packed(
    "packedDigits",
    "load_digits",
    digits.target,
    digits.data[by_digit].T,
    "The digit of each image, and the pixels: of every place, those of all images sorted by digit.",
)
write_packed("packedIris", "load_iris", iris.target, np.rint(iris.data * 10), "The species, and the rows in millimetres.")

sha = lambda array, dtype: hashlib.sha256(np.ascontiguousarray(array, dtype).tobytes()).hexdigest()
describe = lambda bunch: {
    "data": {"shape": bunch.data.shape, "sha256": sha(bunch.data, "<f4")},
    "target": {"shape": bunch.target.shape, "sha256": sha(bunch.target, "<i4")},
    "targetNames": [str(name) for name in bunch.target_names],
    "featureNames": list(bunch.feature_names),
}
centers = [[0, 0], [3, -1], [-2, 4]]
blobs = make_blobs(7, centers=np.array(centers), cluster_std=0, shuffle=False)
labels = np.repeat([0, 1, 2], [50, 30, 20])
stratified = [
    [int(size), np.bincount(train_test_split(labels, test_size=size, stratify=labels, random_state=0)[1]).tolist()]
    for size in (10, 20, 50)
]
write(
    "datasets",
    {
        "digits": describe(digits),
        "iris": describe(iris),
        "moons": [[n, [stored(part) for part in make_moons(n, shuffle=False)]] for n in (10, 7)],
        "circles": [[n, [stored(part) for part in make_circles(n, shuffle=False, factor=0.5)]] for n in (10, 7)],
        "blobs": {"centers": centers, "points": [stored(part) for part in blobs]},
        "stratified": stratified,
        "sizes": [[n, size, len(train_test_split(range(n), test_size=size)[1])] for n, size in ((10, 0.25), (7, 0.5), (150, 0.2), (9, 4))],
    },
)
