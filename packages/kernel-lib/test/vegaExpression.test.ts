import * as vega from "vega";
import { describe, expect, test } from "vitest";
import * as e from "../src/expr";
import { input, isPrimitive, type Constructor } from "../src/expr/expr";
import { makeLoop } from "../src/expr/loop";
import { compile } from "../src/expr/program";
import { vegaExpression } from "../src/expr/vega";
import * as nn from "../src/nn";
import { formulaOf } from "../src/nn/define";

/** Points that no function has a kink at. */
const between = Array.from({ length: 401 }, (_, i) => -20 + i / 10 + 0.013);
/** Those, and the whole numbers where functions of nn have their kinks. */
const xs = [...between, ...Array.from({ length: 13 }, (_, i) => i - 6)];

/** Evaluates expressions at all xs by a Vega dataflow, given the values of its signals. */
async function inVega(
  expressions: Readonly<Record<string, string>>,
  signals: Readonly<Record<string, number | boolean>> = {},
  values: readonly object[] = xs.map((x) => ({ x })),
): Promise<Record<string, number>[]> {
  const view = new vega.View(
    vega.parse({
      signals: Object.entries(signals).map(([name, value]) => ({ name, value })),
      data: [
        {
          name: "table",
          values: values.map((value) => ({ ...value })),
          transform: Object.entries(expressions).map(([as, expr]) => ({
            type: "formula" as const,
            as,
            expr,
          })),
        },
      ],
    }),
  );
  await view.runAsync();
  const rows = view.data("table") as Record<string, number>[];
  view.finalize();
  return rows;
}

const elementwise = nn.activations.filter((f) => f.kind === "elementwise");

describe.each(elementwise.map((f) => [f.name, f] as const))("the Vega expressions of %s", (name, f) => {
  const flags = f.parameters.filter((one) => typeof one.default === "boolean").map((one) => one.name);
  const settings = flags.length === 0 ? [{}] : [true, false].map((on) => ({ [flags[0]]: on }));

  test.each(settings)("give its values and derivatives at %j", async (setting: Record<string, boolean>) => {
    const formula = formulaOf(f, setting);
    const expressions = f.vega();
    if (!formula || !expressions) throw new Error(`${name} has no formula`);
    const numbers = formula.inputs.slice(1).map(({ name }) => {
      return [name, Number(f.parameters.find((one) => one.name === name)?.default) * 0.7] as const;
    });
    const rows = await inVega(expressions as unknown as Record<string, string>, {
      ...Object.fromEntries(numbers),
      ...setting,
    });
    const types = formula.inputs.map(() => "float64" as const);
    const at = (expression: e.Expr): Float64Array => {
      const out = new Float64Array(xs.length);
      const sources = [Float64Array.from(xs), ...numbers.map(([, value]) => value)];
      makeLoop(compile(expression, formula.inputs, types))(sources, out);
      return out;
    };
    const value = at(formula.expression);
    const slope = at(e.derivative(formula.expression, formula.inputs[0]));
    const wrong: string[] = [];
    rows.forEach((row, i) => {
      const far = (y: number, z: number) =>
        !Object.is(y, z) && !(Math.abs(y - z) <= 4e-6 * Math.max(1, Math.abs(z)));
      if (far(row.value, value[i])) wrong.push(`at ${xs[i]}: ${row.value}, expected ${value[i]}`);
      if (far(row.derivative, slope[i]))
        wrong.push(`at ${xs[i]}: slope ${row.derivative}, expected ${slope[i]}`);
    });
    expect(wrong).toEqual([]);
  });
});

const constructors = Object.entries(e).filter(
  (entry): entry is [string, Constructor] => typeof entry[1] === "function" && "operation" in entry[1],
);
/** What Vega has no function for, and cannot compute without a loop. */
const beyondVega = [
  "digamma",
  "erfinv",
  "gammaSign",
  "gcd",
  "i0",
  "i0e",
  "i1",
  "i1e",
  "lgamma",
  "logNdtr",
  "lowerGamma",
  "ndtri",
  "polygamma",
  "upperGamma",
  "zeta",
];
/** Choices have tests of their own. */
const others = ["where", ...beyondVega];
const primitives = constructors.filter(
  ([name, { operation }]) => isPrimitive(operation) && operation.kind === "number" && !others.includes(name),
);

test.each(beyondVega)("%s is refused by name, as Vega cannot compute it", (name) => {
  const construct = new Map<string, Constructor>(constructors).get(name);
  if (!construct) throw new Error(`there is no ${name}`);
  const inputs = ["x", "y"].slice(0, construct.operation.arity).map((one) => input(one));
  const message = `${construct.operation.name}: a figure cannot compute it by itself`;
  expect(() => vegaExpression(construct(...inputs), new Map())).toThrow(message);
});

describe.each(primitives)("the Vega expression of %s", (name, construct) => {
  test("gives its values", async () => {
    const inputs = [input("x"), input("y")].slice(0, construct.operation.arity);
    const expression = construct(...inputs);
    const names = new Map(inputs.map((one) => [one, `datum.${one.name}`]));
    const rows = between.map((x, i) => ({ x: x / 4, y: between[(i * 7) % between.length] / 5 }));
    const got = await inVega({ value: vegaExpression(expression, names) }, {}, rows);
    const out = new Float64Array(between.length);
    const columns = [Float64Array.from(rows, ({ x }) => x), Float64Array.from(rows, ({ y }) => y)];
    makeLoop(
      compile(
        expression,
        inputs,
        inputs.map(() => "float64" as const),
      ),
    )(columns.slice(0, inputs.length), out);
    const wrong: string[] = [];
    got.forEach((row, i) => {
      const near = Math.abs(row.value - out[i]) <= 2e-6 * Math.max(1, Math.abs(out[i]));
      if (!near && !Object.is(row.value, out[i]))
        wrong.push(`${name}(${rows[i].x}, ${rows[i].y}) = ${row.value}, not ${out[i]}`);
    });
    expect(wrong).toEqual([]);
  });
});
