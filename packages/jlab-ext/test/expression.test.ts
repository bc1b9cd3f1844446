import { expect, test } from "vitest";
import { nn, np, jax } from "tslinen";
import { formula } from "../src/explorer/expression";

const xs = Float32Array.from({ length: 201 }, (_, index) => (index - 100) / 10);
type Call = (x: np.ndarray) => np.ndarray;

const elementwise = nn.activations.filter(({ kind }) => kind === "elementwise");

test.each(elementwise.map((activation) => [activation.name, activation] as const))(
  "computes %s and its derivative from its Vega expression as the library does",
  (_, activation) => {
    const expressions = activation.vega();
    if (!expressions) throw new Error("every elementwise activation has an expression");
    const call = activation as unknown as Call;
    const defaults = Object.fromEntries(activation.parameters.map((one) => [one.name, one.default]));
    const expected = {
      value: call(np.asarray(xs)).data,
      derivative: jax.vmap(jax.grad(call))(np.asarray(xs)).data,
    };
    for (const key of ["value", "derivative"] as const) {
      const compute = formula(expressions[key]);
      xs.forEach((x, index) => {
        const reference = expected[key][index];
        const got = compute(x, defaults);
        const atKink = key === "derivative" && activation.kinks.includes(x);
        if (Number.isFinite(reference) && !atKink) {
          expect(Math.abs(got - reference)).toBeLessThan(1e-5 * Math.max(1, Math.abs(reference)));
        }
      });
    }
  },
);

test.each([
  ["datum.y", /only datum.x/],
  ["datum['x']", /only datum.x/],
  ["window", /unknown name window/],
  ["constructor", /unknown name constructor/],
  ["fetch('a')", /unknown function fetch/],
  ["toString()", /unknown function toString/],
  ["[1, 2]", /ArrayExpression/],
  ["{a: 1}", /ObjectExpression/],
])("refuses %s", (expression, message) => {
  expect(() => formula(expression)(1, {})).toThrow(message);
});
