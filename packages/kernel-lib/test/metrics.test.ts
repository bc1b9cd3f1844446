import { describe, expect, test } from "vitest";
import * as jax from "../src/jax";
import * as metrics from "../src/metrics";
import * as np from "../src/np";
import { reference, unstored, type Stored } from "./stored";

const sklearn = reference<{
  truth: Stored;
  scores: Stored;
  accuracy: number;
  confusion: number[][];
  "some classes": number[][];
  normalized: Record<"true" | "pred" | "all", Stored>;
}>("metrics");
const [truth, scores] = [unstored(sklearn.truth), unstored(sklearn.scores)];

describe("metrics are scikit-learn's", () => {
  test("accuracy, of classes and of scores, alone and compiled", () => {
    const predicted = np.argmax(scores, { axis: -1 });
    for (const given of [predicted, scores]) {
      expect(metrics.accuracy(truth, given).item()).toBeCloseTo(sklearn.accuracy, 6);
      expect(jax.jit(metrics.accuracy)(truth, given).item()).toBeCloseTo(sklearn.accuracy, 6);
    }
  });

  test("confusion matrices", () => {
    const own = metrics.confusionMatrix(truth, scores);
    expect([own.dtype, own.tolist()]).toEqual(["int32", sklearn.confusion]);
    expect(metrics.confusionMatrix(truth, scores, { labels: [3, 1] }).tolist()).toEqual(
      sklearn["some classes"],
    );
    for (const normalize of ["true", "pred", "all"] as const) {
      const wanted = unstored(sklearn.normalized[normalize]);
      expect(np.allclose(metrics.confusionMatrix(truth, scores, { normalize }), wanted)).toBe(true);
    }
    const compiled = jax.jit((y: np.ndarray, s: np.ndarray) =>
      metrics.confusionMatrix(y, s, { labels: np.arange(5) }),
    );
    expect(compiled(truth, scores).tolist()).toEqual(sklearn.confusion);
  });

  test("refuse what does not fit", () => {
    expect(() => metrics.accuracy([0, 1], [0, 1, 2])).toThrow(
      /^accuracy: expected a prediction for each class.*\(2,\) and \(3,\)/,
    );
    expect(() => metrics.confusionMatrix([0], [0], { normalize: "rows" as never })).toThrow(
      /^confusionMatrix: expected normalize/,
    );
    expect(() => metrics.confusionMatrix([0], [0], { labels: 3 })).toThrow(
      /^confusionMatrix: expected labels in a row/,
    );
  });
});
