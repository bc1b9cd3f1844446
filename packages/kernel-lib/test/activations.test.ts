import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { camelCase } from "../src/array/options";
import { derivative, type Expr, type Formula } from "../src/expr";
import { makeLoop } from "../src/expr/loop";
import { compile } from "../src/expr/program";
import * as nn from "../src/nn";
import { formulaOf } from "../src/nn/define";
import * as np from "../src/np";
import { grad, vmap } from "../src/transform";
import { readFloats, referenceData, tiny, ulps } from "./floats";

interface Case {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number | boolean>>;
  readonly step: number;
  readonly size: number;
  readonly value: number;
  readonly derivative: number;
}

const reference = JSON.parse(readFileSync(referenceData("activations.json"), "utf8")) as {
  readonly points: { readonly size: number };
  readonly cases: readonly Case[];
  readonly dtypes: Readonly<
    Record<string, Readonly<Record<string, "error" | [string, (number | string)[]]>>>
  >;
};
const values = readFloats("activations.values.bin");
const derivatives = readFloats("activations.derivatives.bin");
const points = values.subarray(0, reference.points.size);

type Call = (x: np.ArrayLike, parameters?: object) => np.ndarray;
const functions = nn.activations.filter((f) => f.kind === "elementwise");
const named = new Map(functions.map((f) => [f.name, f as unknown as Call]));

const near = (y: number, z: number, tolerance: number): boolean =>
  Object.is(y, z) || Math.abs(y - z) <= tolerance * Math.max(1, Math.abs(z));

/** Below, an intermediate result may be subnormal, which XLA takes for 0. */
const vanishing = 128 * tiny;

/** Where cancellation costs JAX itself digits: erfc and 1 + tanh nearly 0, √(x² + b) nearly −x. */
const looseTail = (name: string, x: number): boolean => /gelu|squareplus/.test(name) && x < -1;

/** The values that differ from JAX's by more than 1e-6, or by more than 8 ulp from both JAX's and the exact ones. */
function wrongValues(one: Case, at: Float32Array, got: ArrayLike<number>, exact: Float64Array): string[] {
  return complaints(one, at, got, values.subarray(one.value), (x, y, z, i) => {
    const close = ulps(y, z) <= 8 || ulps(y, exact[i]) <= 8 || Math.abs(y - z) <= vanishing;
    return near(y, z, 1e-6) && (close || looseTail(one.name, x));
  });
}

/**
 * The derivatives that differ from JAX's by more than 1e-6; in the tails, where JAX's own are that far from the exact
 * ones, those that differ from the exact ones by as much.
 */
function wrongDerivatives(
  one: Case,
  at: Float32Array,
  got: ArrayLike<number>,
  exact: Float64Array,
): string[] {
  return complaints(one, at, got, derivatives.subarray(one.derivative), (x, y, z, i) => {
    const beyondJax = one.name === "sparse_plus" && Math.abs(x) === Infinity && Number.isNaN(z);
    return near(y, z, 1e-6) || (near(y, z, 1e-5) && near(y, exact[i], 1e-6)) || (beyondJax && y === exact[i]);
  });
}

function complaints(
  one: Case,
  at: Float32Array,
  got: ArrayLike<number>,
  wanted: Float32Array,
  right: (x: number, y: number, z: number, i: number) => boolean,
): string[] {
  const wrong: string[] = [];
  for (let i = 0; i < at.length; i++) {
    const [x, y, z] = [at[i], got[i], wanted[i]];
    if (!right(x, y, z, i)) wrong.push(`at ${x}: ${y}, expected ${z}, ${ulps(y, z)} ulp`);
  }
  expect(got.length).toBe(one.size);
  return wrong;
}

/** Computes an expression by steps in float32, or in double precision as the exact value. */
function loop<T extends Float32Array | Float64Array>(
  e: Expr,
  formula: Formula,
  one: Case,
  at: ArrayLike<number>,
  out: T,
): T {
  const type = out instanceof Float32Array ? "float32" : "float64";
  const { parameters } = named.get(formula.name) as unknown as nn.ActivationInfo;
  const numbers = formula.inputs.slice(1).map(({ name }) => {
    const given = Object.entries(one.parameters).find(([key]) => camelCase(key) === name)?.[1];
    return Math.fround(Number(given ?? parameters.find((parameter) => parameter.name === name)?.default));
  });
  const types = formula.inputs.map(() => type as "float32" | "float64");
  makeLoop(compile(e, formula.inputs, types))(
    [type === "float32" ? Float32Array.from(at) : Float64Array.from(at), ...numbers],
    out,
  );
  return out;
}

describe.each(reference.cases)("$name $parameters", (one) => {
  const name = camelCase(one.name);
  const f = named.get(name) as Call;
  const parameters = Object.fromEntries(Object.entries(one.parameters).map(([k, v]) => [camelCase(k), v]));
  const at = points.filter((_, i) => i % one.step === 0);
  const formula = formulaOf(f, parameters) as Formula;
  const slope = derivative(formula.expression, formula.inputs[0]);
  const f0 = f as unknown as nn.ActivationInfo;
  const wide = (e: Expr, xs: Float32Array, by: number) =>
    loop(
      e,
      formula,
      one,
      Float64Array.from(xs, (x) => x + by),
      new Float64Array(xs.length),
    );
  const exact = (e: Expr) => loop(e, formula, one, at, new Float64Array(at.length));
  const single = (e: Expr) => loop(e, formula, one, at, new Float32Array(at.length));

  test("gives JAX's values", () => {
    expect(wrongValues(one, at, f(at, parameters).data, exact(formula.expression))).toEqual([]);
  });

  test("gives JAX's values on the reference path", () => {
    expect(wrongValues(one, at, single(formula.expression), exact(formula.expression))).toEqual([]);
  });

  test("gives JAX's derivative", () => {
    const got = vmap(grad((x) => f(x, parameters)))(at).data;
    expect(wrongDerivatives(one, at, got, exact(slope))).toEqual([]);
  });

  test("gives JAX's derivative on the reference path", () => {
    expect(wrongDerivatives(one, at, single(slope), exact(slope))).toEqual([]);
  });

  test("shows formulas of the same values", () => {
    const inside = at.filter((x) => Math.abs(x) > 1e-2 && Math.abs(x) < 15 && !f0.kinks.includes(x));
    const wrong: string[] = [];
    for (const [shown, meant] of [
      [formula.textbook, formula.expression],
      [formula.textbookDerivative, slope],
    ]) {
      const [ys, zs] = [wide(shown, inside, 0), wide(meant, inside, 0)];
      inside.forEach((x, i) => {
        if (!near(ys[i], zs[i], 1e-6)) wrong.push(`at ${x}: ${ys[i]} instead of ${zs[i]}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  test("has the derivative that central differences give", () => {
    const wrong: string[] = [];
    const inside = at.filter(
      (x) => Math.abs(x) < 20 && Math.abs(x) > 1e-4 && f0.kinks.every((kink) => Math.abs(x - kink) > 1e-3),
    );
    const step = 1e-5;
    const value = (by: number) => wide(formula.expression, inside, by);
    const [before, here, after] = [-step, 0, step].map(value);
    const middle = wide(slope, inside, 0);
    for (let i = 0; i < inside.length; i++) {
      const difference = (after[i] - before[i]) / (2 * step);
      const bend = Math.abs(after[i] - 2 * here[i] + before[i]) / step;
      const allowed = 1e-6 * Math.max(1, Math.abs(middle[i])) + bend;
      if (!(Math.abs(difference - middle[i]) <= allowed) && !Number.isNaN(difference)) {
        wrong.push(`at ${inside[i]}: ${middle[i]}, by differences ${difference}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What JAX makes of these types by wrapping −1 and −x around 255, or refuses though it means a number. */
const ownWay = new Set([
  "hard_tanh uint8",
  "log_sigmoid uint8",
  "log1mexp uint8",
  "log_sigmoid bool",
  "log1mexp bool",
]);

describe.each(Object.entries(reference.dtypes))("%s of other types", (name, byType) => {
  const f = named.get(camelCase(name)) as Call;
  const cases = Object.entries(byType).filter(([key]) => !ownWay.has(`${name} ${key.replace("empty ", "")}`));

  test.each(cases)("%s", (key, wanted) => {
    const dtype = key.replace("empty ", "") as np.DType;
    const x = np.array(key.startsWith("empty") ? [] : [0, 1, 1], dtype);
    if (wanted === "error") {
      expect(() => f(x)).toThrow(
        new TypeError(`${camelCase(name)}: expected floating-point numbers, got ${dtype}`),
      );
      return;
    }
    const got = f(x);
    expect(got.dtype).toBe(wanted[0]);
    wanted[1].forEach((y, i) => expect(near(got.data[i], Number(y), 1e-6)).toBe(true));
    expect(got.size).toBe(wanted[1].length);
  });
});
