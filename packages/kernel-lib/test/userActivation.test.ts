import { describe, expect, test } from "vitest";
import { displaySymbol } from "../src/display";
import * as jnp from "../src/np";
import * as nn from "../src/nn";
import { grad, vmap } from "../src/transform";

const leaky = nn.activation(
  "leakyTanh",
  (x, { slope }) => jnp.where(jnp.greater(x, 0), jnp.tanh(x), x.mul(slope)),
  {
    parameters: { slope: { default: 0.1, min: 0, max: 1 } },
    summary: "Hyperbolic tangent on the right, a line on the left.",
    kinks: [0],
  },
);

describe("an activation of one's own", () => {
  test("is called as those of nn are", () => {
    expect(leaky([-1, 0, 20]).tolist()).toEqual([Math.fround(-0.1), 0, 1]);
    expect(leaky([-1, 20], 0.5).tolist()).toEqual([-0.5, 1]);
    expect(leaky(jnp.array([-1, 20]), { slope: 0.25 }).tolist()).toEqual([-0.25, 1]);
    expect(leaky(jnp.array([-4, 20], jnp.float64), 0.3).tolist()).toEqual([-1.2, 1]);
  });

  test.each<[name: string, f: (x: jnp.ndarray) => jnp.ndarray, derivative: string]>([
    [
      "swish",
      (x) => x.div(jnp.exp(x.neg()).add(1)),
      "\\frac{1}{e^{-x} + 1} + \\frac{x \\, e^{-x}}{\\left(e^{-x} + 1\\right)^{2}}",
    ],
    [
      "isru",
      (x) => x.div(jnp.sqrt(jnp.square(x).add(1))),
      "\\frac{1}{\\sqrt{x^{2} + 1}} - \\frac{x^{2}}{\\sqrt{x^{2} + 1} \\left(x^{2} + 1\\right)}",
    ],
    [
      "sinc",
      (x) => jnp.sin(x).div(x),
      "\\frac{\\cos\\left(x\\right)}{x} - \\frac{\\sin\\left(x\\right)}{x^{2}}",
    ],
    [
      "scaled",
      (x) => x.mul(x.mul(3).tanh()),
      "\\tanh\\left(3 x\\right) + 3 \\, x \\left(1 - \\tanh^{2}\\left(3 x\\right)\\right)",
    ],
  ])("has a derivative written as by hand: %s", (name, f, derivative) => {
    expect(nn.activation(name, f).derivativeLatex).toBe(`\\mathrm{${name}}'(x) = ${derivative}`);
  });

  test("has a formula, a derivative and Vega expressions", () => {
    expect(leaky.latex).toBe(
      "\\mathrm{leaky\\_tanh}(x) = \\begin{cases} \\tanh\\left(x\\right), & x > 0 \\\\ x \\, \\mathrm{slope}, & x \\le 0 \\end{cases}",
    );
    expect(leaky.derivativeLatex).toContain("1 - \\tanh^{2}\\left(x\\right), & x > 0");
    expect(leaky.vega({ slope: "s" })?.value).toBe(
      "((datum.x > 0) ? (1 - 2 / (exp(2 * datum.x) + 1)) : (datum.x * s))",
    );
    expect(vmap(grad((x) => leaky(x, 0.5)))([-1, 0, 200]).tolist()).toEqual([0.5, 0.5, 0]);
  });

  test("is displayed as a card", () => {
    const bundle = leaky[displaySymbol]();
    expect(bundle["application/vnd.tslinen.activation.v1+json"]).toMatchObject({
      name: "leakyTanh",
      signature: "leakyTanh(x, slope = 0.1)",
      parameters: [{ name: "slope", default: 0.1, min: 0, max: 1, step: 0.01 }],
      kinks: [0],
    });
    expect(bundle["text/plain"]).toBe(
      "leakyTanh(x, slope = 0.1): Hyperbolic tangent on the right, a line on the left.",
    );
    expect(bundle["text/html"]).toBeUndefined();
    expect(nn.userActivations.get("leakyTanh")).toBe(leaky);
  });

  test("may have flags, and be made of other activations", () => {
    const f = nn.activation(
      "half",
      (x, { smooth }) => (smooth ? nn.softplus(x) : nn.relu(x)).mul(jnp.array(0.5)),
      {
        parameters: { smooth: { default: false } },
      },
    );
    expect(f([-2, 4]).tolist()).toEqual([0, 2]);
    expect(f([-2000, 4000], { smooth: true }).tolist()).toEqual([0, 2000]);
    expect(f.latex).toContain("\\max\\left(x, 0\\right)");
    expect(vmap(grad((x) => f(x)))([-2, 0, 4]).tolist()).toEqual([0, 0, 0.5]);
  });

  test.each([
    [
      "a name with a space",
      () => nn.activation("my f", (x) => x),
      'activation: expected a name of letters and digits, got "my f"',
    ],
    ["no function", () => nn.activation("f", 3 as never), "activation: expected a function, got 3"],
    [
      "a reduction",
      () => nn.activation("f", (x) => jnp.sum(x)),
      /f: expected an elementwise function, three elements give shape \(\)/,
    ],
    [
      "a plain comparison",
      () => nn.activation("f", (x) => (Number(x) > 0 ? x : 0)),
      /Number: the values of x are not known while f follows it/,
    ],
    [
      "an array from outside",
      () => nn.activation("f", (x) => x.mul([1, 2])),
      "f: expected an elementwise function, one element gives shape (2,)",
    ],
    [
      "text",
      () => nn.activation("f", () => "x" as never),
      'f: expected an elementwise function, one element gives "x"',
    ],
    [
      "a parameter without range",
      () => nn.activation("f", (x) => x, { parameters: { a: { default: 1 } as never } }),
      /expected parameter a to be \{ default, min, max \}/,
    ],
    [
      "an unknown option",
      () => nn.activation("f", (x) => x, { sumary: "" } as never),
      'activation: unknown option "sumary"; did you mean "summary"?',
    ],
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});
