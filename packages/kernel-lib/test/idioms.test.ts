import { expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";

const x = np.ones([4, 3]);

test("layers of a chain are called one by one", () => {
  const chain = new nn.Sequential([nn.relu, (x: np.ndarray) => x.mul(3)]);
  let h = x;
  for (const layer of chain.layers) h = layer(h) as np.ndarray;
  expect(h.at(0).tolist()).toEqual([3, 3, 3]);
});

test("a range has ends that were computed", () => {
  expect(np.arange(x.min().sub(1), x.max().add(1)).tolist()).toEqual([0, 1]);
  expect(() => np.arange(0, x)).toThrow("arange");
});

test("a parameter's shape may be one number", () => {
  class Shift extends nn.Module {
    override __call__(x: np.ndarray) {
      const mean = this.variable("batch_stats", "mean", (s: number[]) => np.zeros(s), x.shape.slice(1));
      return x.sub(mean.value).add(this.param("bias", nn.initializers.ones, x.shape[1]));
    }
  }
  const shift = new Shift();
  const variables = shift.init(jax.random.key(0), x);
  expect(shift.apply(variables, x).at(0).tolist()).toEqual([2, 2, 2]);
});

test("a tree of any is mapped", () => {
  const layers: ReturnType<JSON["parse"]>[] = [{ w: x }];
  expect(jax.tree.map((a: np.ndarray) => a.shape, layers)[0].w).toEqual([4, 3]);
});
