import { describe, expect, test } from "vitest";
import * as np from "../src/np";
import * as products from "../src/np/products";
import * as vectorProducts from "../src/np/vectorProducts";
import * as einsums from "../src/np/einsum";
import { grad, jit, jvp, vmap } from "../src/transform";
import { reference, unstored, type Stored } from "./stored";

interface Case {
  name: string;
  inputs: string[];
  args: unknown[];
  options: object | null;
  /** What stands before the arrays. */
  first: unknown;
  /** The namespace within np. */
  within: string | null;
  /** Which results are known but for their sign, so that their squares are compared. */
  squared: number[];
  /** Whether the arrays are given as one list. */
  list: boolean;
  results: Stored[];
  gradient?: Stored[];
  change?: Stored[];
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

const [{ inputs: storedInputs }, ...cases] =
  reference<[{ inputs: Record<string, Stored> }, ...Case[]]>("linalg");
const inputs = Object.fromEntries(Object.entries(storedInputs).map(([name, x]) => [name, unstored(x)]));

/** The arrays of a result: one, a list, or an object of them. */
const listed = (result: unknown): np.ndarray[] =>
  result instanceof np.ndarray ? [result] : (Object.values(result as object) as np.ndarray[]);

/** The numbers cos(step · (i + 1)), as the script makes them. */
function wave(shape: readonly number[], step: number, dtype: np.DType): np.ndarray {
  const size = shape.reduce((product, length) => product * length, 1);
  return np.array(
    new np.ndarray(
      Float64Array.from({ length: size }, (_, i) => Math.cos(step * (i + 1))),
      shape,
      "float64",
    ),
    dtype,
  );
}

/** Floats agree to a tolerance times the largest of them, everything else exactly; loosely, what is not finite, too. */
function expectSame(got: np.ndarray, wanted: np.ndarray, tolerance: number, isLoose = false): void {
  expect(got.shape).toEqual(wanted.shape);
  if (!wanted.dtype.startsWith("float")) {
    expect(got.dtype).toBe(wanted.dtype);
    return expect(got.data).toEqual(wanted.data);
  }
  const scale = Math.max(1, ...Array.from(wanted.data, Math.abs).filter(Number.isFinite));
  for (let i = 0; i < wanted.size; i++) {
    const [a, b] = [got.data[i], wanted.data[i]];
    if (Object.is(a, b) || a === b || (isLoose && !Number.isFinite(a) && !Number.isFinite(b))) continue;
    expect(Math.abs(a - b), `element ${i}: ${a} for ${b}`).toBeLessThanOrEqual(tolerance * scale);
  }
}

/** JSON knows no infinity. */
const revived = (x: unknown): unknown => {
  if (x === "inf" || x === "-inf") return x === "inf" ? Infinity : -Infinity;
  if (Array.isArray(x) || x === null || typeof x !== "object") return x;
  return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, revived(value)]));
};

const label = ({ name, within, first, inputs: names, args, options }: Case): string =>
  `${within ? `${within}.` : ""}${name}(${[first, ...names, ...args, options]
    .filter((x) => x !== null)
    .map((x) => (typeof x === "string" ? x : JSON.stringify(x)))
    .join(", ")})`;

describe.each(["float32", "float64"] as const)("as JAX computes, in %s", (dtype) => {
  const [close, closer] = dtype === "float32" ? [3e-6, 3e-5] : [1e-12, 1e-10];
  test.each(cases.map((one) => [label(one), one] as const))("%s", (_, one) => {
    const { name, within, first, args, options, squared, list } = one;
    const functions = (within ? (np as unknown as Record<string, Functions>)[within] : np) as Functions;
    const given = one.inputs.map((input) =>
      inputs[input].dtype === "float32" ? np.array(inputs[input], dtype) : inputs[input],
    );
    const rest = [...args, ...(options === null ? [] : [options])].map(revived);
    const call = (...arrays: unknown[]): np.ndarray[] =>
      listed(functions[name](...(first === null ? [] : [first]), ...(list ? [arrays] : arrays), ...rest)).map(
        (x, i) => (squared.includes(i) ? np.square(x) : x),
      );
    const results = call(...given);
    // Of integers alone JAX makes float64 here, this library float32.
    const tolerance = given.some((x) => x.dtype === dtype) ? close : 1e-6;
    expect(results.length).toBe(one.results.length);
    results.forEach((x, i) => expectSame(x, unstored(one.results[i]), tolerance));
    if (given.some((x) => x.dtype === dtype)) {
      for (const x of results) if (x.dtype.startsWith("float")) expect(x.dtype).toBe(dtype);
    }
    // Compiled, the same to the last bit or nearly so.
    (jit(call) as typeof call)(...given).forEach((x, i) => expectSame(x, results[i], close));
    // Mapped over each argument: twice the same example, and one after the other.
    given.forEach((x, i) => {
      const other = x.dtype === "bool" ? x : np.flip(x);
      const axes = given.map((_, k) => (k === i ? x.ndim : null));
      const stacked = given.map((y, k) => (k === i ? np.stack([x, other], { axis: x.ndim }) : y));
      const mapped = listed((vmap(call, axes as never) as (...a: unknown[]) => unknown)(...stacked));
      const apart = call(...given.map((y, k) => (k === i ? other : y)));
      mapped.forEach((y, k) => {
        expectSame(y.at(0) as np.ndarray, results[k], close * 3);
        if (Number.isFinite(Number(np.sum(apart[k])))) expectSame(y.at(1) as np.ndarray, apart[k], close * 3);
      });
    });
    if (!one.gradient || !one.change) return;
    const floating = given.flatMap((x, i) => (x.dtype === dtype ? [i] : []));
    const loss = (...xs: np.ndarray[]): np.ndarray => {
      const full = [...given];
      floating.forEach((i, k) => (full[i] = xs[k]));
      const outs = call(...full).filter((x) => x.dtype.startsWith("float"));
      return outs
        .map((x, k) => np.sum(np.multiply(x, wave(x.shape, k + 1, dtype))))
        .reduce((a, b) => np.add(a, b));
    };
    const slope = grad(loss, { argnums: floating.map((_, k) => k) }) as unknown as (
      ...xs: np.ndarray[]
    ) => np.ndarray[];
    const xs = floating.map((i) => given[i]);
    const directions = xs.map((x) => wave(x.shape, 0.7, dtype));
    const [gradient, change] = jvp(slope, xs, directions);
    gradient.forEach((x, i) => expectSame(x, unstored((one.gradient as Stored[])[i]), close * 5));
    change.forEach((x, i) => expectSame(x, unstored((one.change as Stored[])[i]), closer, true));
  });
});

test("every function of these families is compared", () => {
  const compared = new Set(cases.map(({ name, within }) => `${within ?? ""}.${name}`));
  for (const [within, family] of [
    ["", { ...products, ...vectorProducts, ...einsums }],
    ["linalg", np.linalg],
  ] as const) {
    for (const [name, f] of Object.entries(family)) {
      if (typeof f !== "function") continue;
      expect(compared, name).toContain(`${within}.${name}`);
    }
  }
});
