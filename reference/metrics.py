"""Computes metrics with scikit-learn.

    python reference/metrics.py       (with the packages of reference/requirements.txt)
"""

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix

from stored import stored, write

rng = np.random.default_rng(8)
truth = rng.integers(0, 5, 60).astype(np.int32)
scores = (rng.normal(size=(60, 5)) + 1.5 * np.eye(5)[truth]).astype(np.float32)
predicted = scores.argmax(-1).astype(np.int32)
normalized = {how: stored(confusion_matrix(truth, predicted, normalize=how)) for how in ("true", "pred", "all")}
write(
    "metrics",
    {
        "truth": stored(truth),
        "scores": stored(scores),
        "accuracy": accuracy_score(truth, predicted),
        "confusion": confusion_matrix(truth, predicted).tolist(),
        "some classes": confusion_matrix(truth, predicted, labels=[3, 1]).tolist(),
        "normalized": normalized,
    },
)
