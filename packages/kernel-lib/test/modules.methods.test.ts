import { expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";

class Coder extends nn.Module {
  encoder!: nn.Dense;
  override setup() {
    this.encoder = new nn.Dense(2);
  }
  override __call__(x: np.ndarray) {
    return this.encoder(x);
  }
  encode(x: np.ndarray) {
    return this.encoder(x).mul(2);
  }
  loss(variables: nn.Variables, x: np.ndarray) {
    return this.apply(variables, x).sum();
  }
}

const x = np.ones([4, 3]);
const coder = new Coder();
const variables = coder.init(jax.random.key(0), x);
const wanted = coder.apply(variables, x);

test("a method read off a module runs on the one that has variables", () => {
  const doubled = wanted.mul(2);
  expect(np.allclose(coder.apply(variables, x, { method: coder.encode }), doubled)).toBe(true);
  const call = (own: Coder, x: np.ndarray) => own.encode(x);
  expect(np.allclose(coder.apply(variables, x, { method: call }), doubled)).toBe(true);
});

test("a field that only setup fills does not keep a method from calling apply", () => {
  expect(coder.loss(variables, x).item()).toBeCloseTo(wanted.sum().item(), 5);
});

test("a part of a module with variables is taken out with its own", () => {
  const [encoder, own] = coder.bind(variables).encoder.unbind();
  expect(np.allclose(encoder.apply(own, x), wanted)).toBe(true);
  expect(() => coder.unbind()).toThrow(/unbind\(\) on Coder/);
});
