import { describe, expect, test } from "vitest";
import { camelCase } from "../src/array/options";
import { erf, erfc } from "../src/np/special";
import * as ufuncs from "../src/np/ufuncs";
import * as np from "../src/np";
import { grad, vmap } from "../src/transform";
import { tiny } from "./floats";
import { reference, ulps, unstored, type Stored } from "./stored";

interface Entry {
  readonly name: string;
  readonly float32: Stored | "error";
  readonly int32: Stored | "error";
  readonly uint8: Stored | "error";
  readonly bool: Stored | "error";
  readonly slopes: readonly Stored[] | null;
}

const [inputs, ...entries] = reference<readonly [Record<string, Stored[]>, ...Entry[]]>("ufuncs");
const functions = { ...ufuncs, erf, erfc } as unknown as Record<string, (...x: np.ndarray[]) => np.ndarray>;
const argumentsOf = (dtype: string, count: number): np.ndarray[] =>
  inputs[dtype].slice(0, count).map(unstored);
/** How many arrays a function takes. */
const arityOf = (name: string): number => {
  const { machine, length } = functions[name] as { machine?: { inputs: readonly unknown[] }; length: number };
  return machine ? machine.inputs.length : length;
};

/** Functions whose JAX version is the less exact one. */
const loose =
  /^(power|exp2|log2|log10|sinh|cosh|arcsinh|arccosh|arctanh|tan|hypot|cbrt|logaddexp2|erfc?|remainder)$/;

/** Where floats differ by more than 8 of them, or by more than 1e-6 relative for the loose ones. */
function differences(
  name: string,
  got: np.ndarray,
  wanted: np.ndarray,
  xs: readonly np.ndarray[],
  isLoose = loose.test(name),
): string[] {
  const wrong: string[] = [];
  for (let i = 0; i < wanted.size; i++) {
    const [y, z] = [got.data[i], wanted.data[i]];
    if (Object.is(y, z) || (Math.abs(y) < 128 * tiny && Math.abs(z) < 128 * tiny)) continue;
    // What JAX computes for sinc's slope near 0 is a difference of large numbers.
    const near = Math.abs(y - z) <= (name === "sinc" && isLoose ? 1e-5 : 1e-6) * Math.max(1, Math.abs(z));
    if (isLoose ? near || Math.abs(y / z - 1) < 4e-6 : ulps(y, z, "float32") <= 8 && near) continue;
    wrong.push(`${name}(${xs.map((x) => x.data[i]).join(", ")}) = ${y}, expected ${z}`);
  }
  return wrong;
}

/** JAX takes whole exponents modulo 64, what it makes of negative ones is no power, and 1 modulo 0 is no remainder. */
const jaxMeansIt = (name: string, xs: readonly np.ndarray[], i: number): boolean => {
  if (name === "fmod") return xs[1].data[i] !== 0;
  return name !== "power" || (xs[1].data[i] >= 0 && xs[1].data[i] < 64);
};

/** Where JAX's derivative is none: NaN, that of a step at NaN, or what is left of exp2(x − 0) at ∞. */
const noDerivative = (name: string, line: string): boolean =>
  line.endsWith("expected NaN") ||
  (name === "heaviside" && line.includes("(NaN")) ||
  (name === "logaddexp2" && line.includes("Infinity"));

test("every elementwise function has reference numbers", () => {
  // A function under several names counts once.
  const names = Object.keys(functions).filter(
    (name, i, all) => name !== "clip" && all.findIndex((other) => functions[other] === functions[name]) === i,
  );
  expect(names.sort()).toEqual(entries.map(({ name }) => camelCase(name)).sort());
});

describe.each(entries)("$name", (entry) => {
  const name = camelCase(entry.name);
  const f = functions[name];
  const arity = arityOf(name);

  test.each(["float32", "int32", "uint8", "bool"] as const)("of %s is JAX's", (dtype) => {
    const xs = argumentsOf(dtype, arity);
    const wanted = entry[dtype];
    if (wanted === "error")
      return expect(() => f(...xs)).toThrow(
        new RegExp(`^${name}: expected (numbers|integers), got ${dtype}$`),
      );
    const [got, expected] = [f(...xs), unstored(wanted)];
    expect([got.dtype, got.shape]).toEqual([expected.dtype, expected.shape]);
    if (expected.dtype === "float32") expect(differences(name, got, expected, xs)).toEqual([]);
    else {
      const meant = Array.from(got.data, (_, i) => i).filter((i) => jaxMeansIt(name, xs, i));
      expect(meant.map((i) => got.data[i])).toEqual(meant.map((i) => expected.data[i]));
    }
  });

  test("of few elements is what it is among many", () => {
    const xs = argumentsOf(entry.float32 === "error" ? "int32" : "float32", arity);
    const many = f(...xs);
    const few = f(...xs.map((x) => new np.ndarray(x.data.slice(0, 9), [9], x.dtype)));
    const part = new np.ndarray(many.data.slice(0, 9), [9], many.dtype);
    expect(differences(name, few, part, xs)).toEqual([]);
  });

  test.runIf(entry.slopes)("has JAX's derivatives", () => {
    const xs = argumentsOf("float32", arity);
    (entry.slopes ?? []).forEach((wanted, i) => {
      const slope = vmap(grad(f as (x: np.ndarray) => np.ndarray, i))(...(xs as [np.ndarray]));
      expect(
        differences(name, slope, unstored(wanted), xs, true).filter((line) => !noDerivative(name, line)),
      ).toEqual([]);
    });
  });
});
