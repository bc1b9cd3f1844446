import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as e from "../src/expr";
import type { Constructor, Expr } from "../src/expr/expr";
import { latex } from "../src/expr/latex";
import { makeLoop } from "../src/expr/loop";
import { compile } from "../src/expr/program";
import { fitsLanes, makeLanes } from "../src/expr/simd/run";
import { simplify } from "../src/expr/simplify";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { grad, jit, vmap } from "../src/transform";
import { tiny } from "./floats";

const float = fc.float({ noDefaultInfinity: false, noNaN: false });
/** Numbers of everyday size; a product of subnormal ones says nothing. */
const tame = fc.float({ min: -20, max: 20, noNaN: true }).map((v) => (Math.abs(v) < 1e-12 ? 0 : v));

/** Any elementwise function of np or nn with how many arrays it takes. */
const functions: readonly [string, (...x: np.ArrayLike[]) => np.ndarray, number][] = [
  ...["negative", "abs", "exp", "tanh", "log1p", "sqrt", "sign", "square", "floor"].map(
    (name) => [name, 1] as const,
  ),
  ...["add", "subtract", "multiply", "divide", "maximum", "minimum", "logaddexp", "greater"].map(
    (name) => [name, 2] as const,
  ),
].map(([name, arity]) => [name, np[name as "add"] as never, arity]);

/** A random expression of two inputs, numbers throughout. */
const x = e.input("x");
const y = e.input("y");
const unary = [
  e.negative,
  e.abs,
  e.exp,
  e.tanh,
  e.logistic,
  e.expm1,
  e.square,
  e.sqrt,
  e.log1p,
] as readonly ((a: Expr) => Expr)[];
const binary: readonly Constructor[] = [e.add, e.subtract, e.multiply, e.divide, e.maximum, e.minimum];
const { expression } = fc.letrec<{ expression: Expr }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<Expr>(x, y),
    fc.integer({ min: -3, max: 3 }).map((n) => e.constant(n)),
    fc.tuple(fc.constantFrom(...unary), tie("expression")).map(([f, a]) => f(a)),
    fc.tuple(fc.constantFrom(...binary), tie("expression"), tie("expression")).map(([f, a, b]) => f(a, b)),
    fc
      .tuple(tie("expression"), tie("expression"), tie("expression"))
      .map(([a, b, c]) => e.where(e.greater(a, 0), b, c)),
  ),
}));

const columns = fc.array(fc.tuple(tame, tame), { minLength: 1, maxLength: 40 });

function evaluate(
  expr: Expr,
  rows: readonly (readonly [number, number])[],
  type: "float32" | "float64",
): number[] {
  const make = type === "float32" ? Float32Array : Float64Array;
  const out = new make(rows.length);
  const sources = [0, 1].map((i) => make.from(rows.map((row) => row[i])));
  makeLoop(compile(expr, [x, y], [type, type]))(sources, out);
  return [...out];
}

describe("any expression", () => {
  test("means the same on both paths", () => {
    fc.assert(
      fc.property(expression, columns, (expr, rows) => {
        const program = compile(expr, [x, y], ["float32", "float32"]);
        expect(fitsLanes(program)).toBe(true);
        const got = new Float32Array(rows.length);
        makeLanes(program)?.(
          [0, 1].map((i) => Float32Array.from(rows, (row) => row[i])),
          got,
        );
        const single = evaluate(expr, rows, "float32");
        const exact = evaluate(expr, rows, "float64");
        got.forEach((value, i) => {
          // Where float32 itself is far from exact, a last digit decides, and the paths may take different sides.
          const scale = Math.max(tiny, Math.abs(single[i]), Math.abs(exact[i]));
          const shaky = !(Math.abs(single[i] - exact[i]) <= 1e-6 * scale);
          const near = Object.is(value, single[i]) || Math.abs(value - single[i]) <= 1e-4 * scale;
          if (!shaky) expect(near, `${value} or ${single[i]} at ${rows[i]}`).toBe(true);
        });
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test("means the same simplified, and prints", () => {
    // At 0 a quotient such as x²/x is none, which its simplified form does not show.
    const apart = columns.filter((rows) => rows.every(([a, b]) => a * b * (a - b) * (a + b) !== 0));
    fc.assert(
      fc.property(expression, apart, (expr, rows) => {
        expect(latex(expr)).not.toMatch(/undefined|\[object/);
        const simple = evaluate(simplify(expr), rows, "float64");
        evaluate(expr, rows, "float64").forEach((value, i) => {
          if (!Number.isFinite(value) || !Number.isFinite(simple[i])) return;
          expect(Math.abs(value - simple[i]), `${latex(expr)} at ${rows[i]}`).toBeLessThanOrEqual(
            1e-5 * Math.max(1, Math.abs(value)),
          );
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test("has a derivative that differences confirm", () => {
    fc.assert(
      fc.property(expression, columns, (expr, rows) => {
        const step = 1e-6;
        const at = (f: Expr, by: number) =>
          evaluate(
            f,
            rows.map(([a, b]) => [a + by, b] as const),
            "float64",
          );
        const slope = e.derivative(expr, x);
        const [before, nearBefore, nearAfter, after] = [-step, -step / 2, step / 2, step].map((by) =>
          at(expr, by),
        );
        const [left, middle, right] = [at(slope, -step), at(slope, 0), at(slope, step)];
        middle.forEach((value, i) => {
          const difference = (after[i] - before[i]) / (2 * step);
          const size = Math.max(1, Math.abs(value), Math.abs(after[i]));
          const smooth = Math.max(Math.abs(left[i] - value), Math.abs(right[i] - value)) < 1e-4 * size;
          // A jump of the function makes its quotients grow as the step shrinks.
          const steady = Math.abs((nearAfter[i] - nearBefore[i]) / step - difference) < 1e-4 * size;
          if (!smooth || !steady || size > 1e4 || !Number.isFinite(difference)) return;
          expect(Math.abs(value - difference), `${latex(expr)} at ${rows[i]}`).toBeLessThanOrEqual(
            1e-3 * size,
          );
        });
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe("any call", () => {
  const shape = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });
  const dtype = fc.constantFrom<np.DType>("float32", "float64", "int32", "uint8", "bool");
  const array = fc.tuple(shape, dtype).chain(([lengths, type]) => {
    const size = lengths.reduce((a, b) => a * b, 1);
    const values = fc.array(type.startsWith("float") ? float : fc.integer({ min: 0, max: 1 }), {
      minLength: size,
      maxLength: size,
    });
    return values.map((list) => np.reshape(np.array(list, type), lengths));
  });

  test.each(functions)("of %s gives an array or an error of its own name", (name, f, arity) => {
    fc.assert(
      fc.property(array, array, (a, b) => {
        const given = [a, b].slice(0, arity);
        try {
          const result = f(...given);
          expect(result.size).toBe(result.shape.reduce((p, q) => p * q, 1));
          const many = arity === 1 ? a.shape : undefined;
          if (many) expect(result.shape).toEqual(many);
        } catch (error) {
          expect((error as Error).message).toMatch(new RegExp(`^${name}: `));
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test.each(functions.map(([name]) => name))("of %s refuses what is no array", (name) => {
    const nonsense = fc.oneof(
      fc.string(),
      fc.constantFrom(null, undefined, {}, [[1], [1, 2]], ["1"], new Map(), () => 1, 10n),
    );
    const f = np[name as "add"] as (...x: unknown[]) => unknown;
    fc.assert(
      fc.property(nonsense, (value) => {
        expect(() => f(value, value)).toThrow(new RegExp(`^${name}: `));
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  test("of an activation is finite where its argument is", () => {
    const finite = nn.activations.filter(
      ({ name, kind }) => kind === "elementwise" && !/log1mexp/.test(name),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...finite),
        fc.array(fc.float({ min: -1e4, max: 1e4, noNaN: true })),
        (f, list) => {
          const call = f as unknown as (x: np.ArrayLike) => np.ndarray;
          const values = call(list).data;
          const slopes = vmap(grad((a) => call(a)))(np.array(list, np.float32)).data;
          for (const numbers of [values, slopes])
            numbers.forEach((v) => expect(Number.isFinite(v), f.name).toBe(true));
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test("fused is the call itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...functions.filter(([, , arity]) => arity === 2)),
        array,
        array,
        ([, f], a, b) => {
          const attempt = (g: () => np.ndarray): unknown => {
            try {
              const result = g();
              return [result.dtype, result.shape, [...result.data]];
            } catch (error) {
              return (error as Error).message;
            }
          };
          expect(attempt(() => jit(f)(a, b))).toEqual(attempt(() => f(a, b)));
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});
