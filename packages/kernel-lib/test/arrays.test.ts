import { describe, expect, test } from "vitest";
import * as np from "../src/np";
import { mostUlps, reference, resolving, unstored, type Stored } from "./stored";

interface Case {
  name: string;
  args: unknown[];
  options: object | null;
  results: Stored[];
  list: boolean;
}

const functions = np as unknown as Record<string, (...args: unknown[]) => unknown>;
const [{ inputs: storedInputs }, ...cases] =
  reference<[{ inputs: Record<string, Stored> }, ...Case[]]>("arrays");
const resolved = resolving(storedInputs);

/** Floats agree to a millionth (a float64 to a billionth of that), everything else exactly. */
function expectSame(got: np.ndarray, wanted: np.ndarray): void {
  expect(got).toBeInstanceOf(np.ndarray);
  expect(got.dtype).toBe(wanted.dtype);
  expect(got.shape).toEqual(wanted.shape);
  const tolerance = { float32: 1e-6, float64: 1e-14 }[wanted.dtype as "float32"];
  if (tolerance === undefined) return expect(got.data).toEqual(wanted.data);
  for (let i = 0; i < wanted.size; i++) {
    const [a, b] = [got.data[i], wanted.data[i]];
    if (Object.is(a, b) || a === b) continue;
    expect(Math.abs(a - b), `element ${i}: ${a} for ${b}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(b)),
    );
  }
}

describe("as JAX and NumPy compute", () => {
  for (const { name, args, options, results, list } of cases) {
    const given = options === null ? args : [...args, options];
    test(`${name}(${given.map((x) => JSON.stringify(x)).join(", ")})`, () => {
      const values = given.map(resolved);
      const methodOnly = !(name in np);
      const [x, ...rest] = values;
      const result = methodOnly
        ? (x as unknown as typeof functions)[name](...rest)
        : functions[name](...values);
      const got = list ? (result as np.ndarray[]) : [result as np.ndarray];
      expect(got.length).toBe(results.length);
      got.forEach((array, i) => expectSame(array, unstored(results[i])));
      // The same as a method, where arrays have it.
      if (!methodOnly && x instanceof np.ndarray && name in np.ndarray.prototype) {
        const method = (x as unknown as typeof functions)[name](...rest);
        expect(String(method)).toBe(String(result));
      }
    });
  }
});

describe("evenly spaced numbers are NumPy's, bit by bit", () => {
  const spaced = reference<{ name: string; args: unknown[]; result: Stored; ulps: number }[]>("ranges");
  for (const { name, args, result, ulps } of spaced) {
    test(`${name}(${args.map((x) => JSON.stringify(x)).join(", ")})`, () => {
      const [got, wanted] = [functions[name](...args) as np.ndarray, unstored(result)];
      expect(got.dtype).toBe(wanted.dtype);
      expect(got.shape).toEqual(wanted.shape);
      expect(mostUlps(got.data, wanted.data, got.dtype)).toBeLessThanOrEqual(ulps);
    });
  }
});

describe("arrays print as NumPy's", () => {
  const printed = reference<{ array: Stored; options: object; str: string; repr: string }[]>("printing");
  printed.forEach(({ array, options, str, repr }, i) => {
    const x = unstored(array);
    test(`${i}: ${x.dtype} of shape ${JSON.stringify(x.shape)} ${JSON.stringify(options)}`, () => {
      const before = np.getPrintoptions();
      np.setPrintoptions(options);
      try {
        expect(np.arrayStr(x)).toBe(str);
        expect(np.arrayRepr(x)).toBe(repr);
      } finally {
        np.setPrintoptions(before);
      }
    });
  });
});

describe("dtypes are promoted as JAX's", () => {
  const pairs = reference<{ operands: (np.DType | number | boolean)[]; result: np.DType }[]>("promotion");
  for (const { operands, result } of pairs) {
    test(operands.map(String).join(" and "), () => expect(np.resultType(...operands)).toBe(result));
  }
});
