import { describe, expect, test } from "vitest";
import * as np from "../src/np";
import { grad, jit, vmap } from "../src/transform";
import { reference, resolving, unstored, type Stored } from "./stored";

interface Case {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly options: object | null;
  readonly results: readonly Stored[];
  /** Which arguments are arrays in floating point. */
  readonly places: readonly number[];
  /** The gradients by those arguments, where JAX has them. */
  readonly grads: readonly Stored[] | null;
}

const functions = np as unknown as Record<string, (...args: unknown[]) => unknown>;
const [{ inputs: storedInputs }, ...cases] =
  reference<[{ inputs: Record<string, Stored> }, ...Case[]]>("functions");
const resolved = resolving(storedInputs);

/** What NumPy and JAX disagree about in dtype alone: truth values and counts. */
const sameKind = (got: string, wanted: string): boolean =>
  got === wanted || (got === "int32" && ["uint8", "int64"].includes(wanted));

function expectClose(got: np.ndarray, wanted: np.ndarray, tolerance: number): void {
  expect(got.shape).toEqual(wanted.shape);
  for (let i = 0; i < wanted.size; i++) {
    const [a, b] = [Number(got.data[i]), Number(wanted.data[i])];
    if (Object.is(a, b) || a === b) continue;
    expect(Math.abs(a - b), `element ${i}: ${a} for ${b}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(b)),
    );
  }
}

/** The arrays of a result, in their order. */
function arraysIn(result: unknown): np.ndarray[] {
  if (result instanceof np.ndarray) return [result];
  return Object.values(result as object).flatMap(arraysIn);
}

/** The sum of all elements in floating point, each weighed by the cosine of its number. */
function score(results: readonly np.ndarray[]): np.ndarray {
  const floats = results.filter(({ dtype }) => dtype === "float32");
  const each = floats.map((x) => np.sum(np.multiply(x, np.cos(np.arange(x.size)).reshape(x.shape))));
  return each.reduce((sum, one) => np.add(sum, one), np.array(0));
}

/** Functions whose results have a shape that depends on values, so that no program can be made of them. */
const concreteByNature =
  /^(bincount|place|union1d|intersect1d|setdiff1d|setxor1d|unique|flatnonzero|trimZeros|polydiv|histogram2?d?d?$)/;

describe.each(cases.map((one, i) => ({ ...one, title: `${one.name}, case ${i}` })))("$title", (one) => {
  const { name, args, options, places, grads } = one;
  const given = args.map(resolved);
  const last = options === null ? [] : [resolved(options)];
  const arrays = places.map((place) => given[place] as np.ndarray);
  const call = (...xs: np.ndarray[]): np.ndarray[] => {
    const all = [...given];
    places.forEach((place, i) => (all[place] = xs[i]));
    return arraysIn(functions[name](...all, ...last));
  };

  test("gives JAX's values", () => {
    const got = call(...arrays);
    expect(got.length).toBe(one.results.length);
    got.forEach((x, i) => {
      const wanted = unstored(one.results[i]);
      expect(sameKind(x.dtype, wanted.dtype), `${x.dtype} for ${wanted.dtype}`).toBe(true);
      expectClose(x, wanted, 4e-6);
    });
  });

  test.runIf(grads)("has JAX's gradients", () => {
    const wanted = (grads as Stored[]).map(unstored);
    wanted.forEach((one, i) => {
      const f = (x: np.ndarray): np.ndarray => score(call(...arrays.map((y, k) => (k === i ? x : y))));
      expectClose(grad(f)(arrays[i]), one, 2e-4);
    });
  });

  test.runIf(places.length > 0 && !concreteByNature.test(name))("compiled and mapped, is the same", () => {
    const plain = call(...arrays);
    const compiled = (jit(call) as typeof call)(...arrays);
    plain.forEach((x, i) => expectClose(compiled[i], x, 4e-6));
    const [first, ...rest] = arrays;
    const other = np.multiply(first, 0.5);
    const both = vmap((x: np.ndarray) => call(x, ...rest))(np.stack([first, other]));
    call(other, ...rest).forEach((x, i) => expectClose(both[i].at(1), x, 4e-6));
    plain.forEach((x, i) => expectClose(both[i].at(0), x, 4e-6));
  });
});
