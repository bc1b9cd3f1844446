import { describe, expect, test } from "vitest";
import * as e from "../src/expr";
import { input, isPrimitive, type Constructor, type Expr, type Kind } from "../src/expr/expr";
import { makeLoop, type Column, type Source } from "../src/expr/loop";
import { compile } from "../src/expr/program";
import { fitsLanes, makeLanes } from "../src/expr/simd/run";
import { block, columns as room } from "../src/simd/scratch";
import { readFloats, tiny, ulps } from "./floats";

const points = readFloats("activations.values.bin").subarray(0, 10000);
const others = Float32Array.from(points, (_, i) => points[(i * 7919 + 13) % points.length]);
const truths = Uint8Array.from(points, (_, i) => ((i * 31) % 3) & 1);

/** How far the fast path may be from the correctly rounded result, in ulp; 0 where nothing is said. */
const tolerances: Readonly<Record<string, number>> = {
  exp: 2,
  expm1: 2,
  log: 2,
  log1p: 2,
  tanh: 3,
  logistic: 4,
  erf: 4,
  softTail: 4,
  erfc: 6,
};

const constructors = Object.entries(e).filter(
  (entry): entry is [string, Constructor] => typeof entry[1] === "function" && "operation" in entry[1],
);
const primitives = constructors.filter(([, { operation }]) => isPrimitive(operation) && operation.lanes);

function both(
  expression: Expr,
  inputs: readonly e.Input[],
  sources: readonly Source[],
  size: number,
): [Column, Column] {
  const types = inputs.map(({ kind }) => (kind === "truth" ? ("bool" as const) : ("float32" as const)));
  const program = compile(expression, inputs, types);
  expect(fitsLanes(program)).toBe(true);
  const make = program.types[program.output] === "bool" ? Uint8Array : Float32Array;
  const [expected, got] = [new make(size), new make(size)];
  makeLoop(program)(sources, expected);
  const run = makeLanes(program);
  if (!run) throw new Error("this machine has no WebAssembly SIMD");
  run(sources, got);
  return [expected, got];
}

/** The inputs that an operation takes: numbers, or truth values for the logical ones and as a condition. */
function kindsOf(name: string, arity: number): Kind[] {
  if (name === "where") return ["truth", "number", "number"];
  return new Array<Kind>(arity).fill(/^(and|or|xor|not)$/.test(name) ? "truth" : "number");
}

test("every family has primitives with lanes", () => {
  expect(primitives.length).toBeGreaterThan(30);
});

describe.each(primitives)("%s on four lanes", (name, construct) => {
  const kinds = kindsOf(name, construct.operation.arity);
  const inputs = kinds.map((kind, i) => input(`x${i}`, kind));
  const numbers = [points, others, points];
  const expression = construct(...inputs);
  const tolerance = tolerances[construct.operation.name] ?? 0;

  function compare(sources: readonly Source[]): void {
    const [expected, got] = both(expression, inputs, sources, points.length);
    const wrong: string[] = [];
    for (let i = 0; i < points.length; i++) {
      const [y, z] = [got[i], expected[i]];
      const vanished = tolerance > 0 && Math.abs(y) < tiny && Math.abs(z) < tiny;
      const same = tolerance === 0 ? Object.is(y, z) : ulps(y, z) <= tolerance;
      const zeros = z !== 0 || vanished || Object.is(y, z);
      if (!(same || vanished) || !zeros) wrong.push(`at ${points[i]}, ${others[i]}: ${y}, expected ${z}`);
    }
    expect(wrong).toEqual([]);
  }

  test("agrees with the loop", () => {
    compare(kinds.map((kind, i) => (kind === "truth" ? truths : numbers[i])));
  });

  test.runIf(tolerance > 0)("agrees with the loop on a fine grid", () => {
    const grid = Float32Array.from({ length: 300001 }, (_, i) => (i - 150000) / 12500);
    const [expected, got] = both(expression, inputs, [grid], grid.length);
    const worst = grid.reduce(
      (most, _, i) => (ulps(got[i], expected[i]) > ulps(got[most], expected[most]) ? i : most),
      0,
    );
    expect(ulps(got[worst], expected[worst]), `at ${grid[worst]}`).toBeLessThanOrEqual(tolerance);
  });

  test.runIf(kinds.length > 1)("agrees with the loop where one operand is a number", () => {
    for (let one = 0; one < kinds.length; one++) {
      for (const value of [0, 1, -2.5, NaN, Infinity]) {
        const source = (kind: Kind, i: number): Source => {
          if (i === one) return kind === "truth" ? (value ? 1 : 0) : value;
          return kind === "truth" ? truths : numbers[i];
        };
        compare(kinds.map(source));
      }
    }
  });
});

describe("a kernel over blocks", () => {
  const x = input("x");
  const y = input("y");
  const sum = e.add(e.multiply(x, 3), y);

  test.each([1, 2, 7, 15, 16, 17, 31, 33, block - 1, block, block + 1, 2 * block, 3 * block + 5])(
    "of %i elements",
    (size) => {
      const a = Float32Array.from({ length: size }, (_, i) => i % 1000);
      const b = Float32Array.from({ length: size }, (_, i) => (i * 7) % 911);
      const [expected, got] = both(sum, [x, y], [a, b], size);
      expect(got).toEqual(expected);
      const [truth, mask] = both(e.greater(x, y), [x, y], [a, b], size);
      expect(mask).toEqual(truth);
    },
  );

  const sumOf = (inputs: readonly Expr[]): Expr => inputs.reduce((left, right) => e.add(left, right));

  test("takes as many operands as there is room for, beside the result", () => {
    const inputs = Array.from({ length: room - 1 }, (_, i) => input(`x${i}`));
    const columns = inputs.map((_, i) => Float32Array.from({ length: block + 3 }, (__, j) => i + j / 8));
    const [expected, got] = both(sumOf(inputs), inputs, columns, block + 3);
    expect(got).toEqual(expected);
    const more = [...inputs, x];
    expect(fitsLanes(compile(sumOf(more), more, new Array<"float32">(room).fill("float32")))).toBe(false);
  });

  test("is left to the loop where a step has no lanes or a type is no float32", () => {
    expect(fitsLanes(compile(e.sin(x), [x], ["float32"]))).toBe(false);
    expect(fitsLanes(compile(e.add(x, 1), [x], ["float64"]))).toBe(false);
    expect(fitsLanes(compile(e.add(x, 1), [x], ["int32"]))).toBe(false);
  });
});
