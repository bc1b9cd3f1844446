import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as np from "../src/np";
import { ConcretizationTypeError } from "../src/ops/tracer";
import { grad, jit, vmap } from "../src/transform";
import { exempt, ofElements } from "./functionCalls";
import { callOf, differences, exportedFunctions, score, type Case } from "./functionCases";
import { reference, unstored, type Stored } from "./stored";

type Called = Case & ReturnType<typeof callOf>;
const casesOf = new Map<string, Called[]>();
for (const file of readdirSync(new URL("../../../reference/data", import.meta.url))) {
  const module = /^(functions-.*)\.json$/.exec(file)?.[1];
  if (module === undefined) continue;
  const [{ inputs }, ...cases] = reference<[{ inputs: Record<string, Stored> }, ...Case[]]>(module);
  for (const one of cases) {
    casesOf.set(one.name, [...(casesOf.get(one.name) ?? []), { ...one, ...callOf(one, inputs) }]);
  }
}

test("every exported function has an entry, or a reason to have none", () => {
  const missing = exportedFunctions().filter(
    (names) => !names.some((name) => casesOf.has(name) || name in exempt),
  );
  expect(missing.map((names) => names.join(" or "))).toEqual([]);
});

test("what has a reason is exported, and has no entry", () => {
  const names = new Set(exportedFunctions().flat());
  expect(Object.keys(exempt).filter((name) => !names.has(name) || casesOf.has(name))).toEqual([]);
});

/** What NumPy and JAX disagree about in dtype alone: truth values and counts. */
const sameKind = (got: string, wanted: string): boolean =>
  got === wanted || (got === "int32" && ["uint8", "int64"].includes(wanted));

const isFloat = ({ dtype }: np.ndarray): boolean => dtype.startsWith("float");

/** Other values of an array, which lie where its own do. */
const changed = (x: np.ndarray): np.ndarray =>
  x.dtype === "bool" ? np.logicalNot(x) : isFloat(x) ? np.multiply(x, 0.5) : np.flip(x);

/** How the sum of results changes along a direction: by differences in float64, and by a gradient. */
function slopes(call: (...arrays: np.ndarray[]) => np.ndarray[], arrays: readonly np.ndarray[]): number[] {
  const places = arrays.flatMap((x, i) => (isFloat(x) ? [i] : []));
  const wide = arrays.map((x) => (isFloat(x) ? np.astype(x, "float64") : x));
  const directions = places.map((i) => np.sin(np.arange(1, arrays[i].size + 1)).reshape(arrays[i].shape));
  const f = (...xs: np.ndarray[]): np.ndarray => score(call(...xs));
  const isWide = call(...wide).every((x) => x.dtype !== "float32");
  const step = isWide ? 1e-5 : 4e-3;
  const at = (by: number): number => {
    const moved = [...wide];
    places.forEach((i, k) => (moved[i] = np.add(wide[i], np.multiply(directions[k], by))));
    return f(...moved).item();
  };
  const gradients = grad(f as (x: np.ndarray) => np.ndarray, places)(...(wide as [np.ndarray]));
  const along = (gradients as unknown as np.ndarray[]).map((g, k) =>
    np.sum(np.multiply(g, directions[k])).item(),
  );
  return [
    (at(step) - at(-step)) / (2 * step),
    along.reduce((sum, one) => sum + one, 0),
    isWide ? 1e-5 : 2e-2,
  ];
}

describe.each([...casesOf.keys()])("%s", (name) => {
  const all = casesOf.get(name) as Called[];
  const good = all.filter(({ error }) => error === undefined);
  /** Runs a check on each case and gathers what it finds, with the arguments. */
  const each = (some: readonly Called[], check: (one: Called) => readonly string[]): string[] =>
    some.flatMap((one) => {
      const label = `(${[...one.args, one.options, one.how].map((x) => JSON.stringify(x)).join(", ")})`;
      try {
        return check(one).map((line) => `${name}${label}: ${line}`);
      } catch (error) {
        return [`${name}${label}: ${String(error)}`];
      }
    });

  test("gives JAX's values, and refuses what JAX refuses", () => {
    const wrong = each(all, ({ call, arrays, error, results = [], slack = 1 }) => {
      if (error !== undefined) {
        try {
          call(...arrays);
        } catch {
          return [];
        }
        return [`is no error, in JAX: ${error}`];
      }
      const [got, wanted] = [call(...arrays), results.map(unstored)];
      const kinds = got.flatMap((x, i) =>
        wanted[i] && !sameKind(x.dtype, wanted[i].dtype) ? [`${x.dtype} for ${wanted[i].dtype}`] : [],
      );
      return [...kinds, ...differences(got, wanted, 4e-6 * slack)];
    });
    expect(wrong).toEqual([]);
  });

  const differing = good.filter(({ grads }) => grads);
  const placesOf = ({ arrays }: Called): number[] => arrays.flatMap((x, i) => (isFloat(x) ? [i] : []));
  type Gradients = (...xs: readonly np.ndarray[]) => np.ndarray[];
  const gradientsOf = (f: Gradients, places: readonly number[]): Gradients =>
    grad((...xs: np.ndarray[]) => score(f(...xs)), places as [number]) as unknown as Gradients;

  test.runIf(differing.length > 0)("has JAX's gradients, and those of differences", () => {
    const wrong = each(differing, (one) => {
      const { call, arrays, grads, smooth, slack = 1 } = one;
      const lines = differences(
        gradientsOf(call, placesOf(one))(...arrays),
        (grads ?? []).map(unstored),
        2e-4 * slack,
      );
      if (smooth === false) return lines;
      const [quotient, slope, tolerance] = slopes(call, arrays);
      if (Math.abs(quotient - slope) <= tolerance * Math.max(1, Math.abs(slope))) return lines;
      // Where there is no slope, it is JAX's that counts.
      return Number.isNaN(quotient) || Number.isNaN(slope)
        ? lines
        : [...lines, `a slope of ${slope}, by differences ${quotient}`];
    });
    expect(wrong).toEqual([]);
  });

  const twice = good.filter(({ seconds }) => seconds);
  test.runIf(twice.length > 0)("has JAX's second derivatives", () => {
    const wrong = each(twice, (one) => {
      const places = placesOf(one);
      const second = gradientsOf(gradientsOf(one.call, places), places);
      return differences(second(...one.arrays), (one.seconds ?? []).map(unstored), 1e-3 * (one.slack ?? 1));
    });
    expect(wrong).toEqual([]);
  });

  const followed = good.filter(({ arrays }) => arrays.length > 0);
  test.runIf(followed.length > 0 && ofElements.has(name))("compiled, is refused", () => {
    const [{ call, arrays }] = followed;
    expect(() => (jit(call) as typeof call)(...arrays)).toThrow(ConcretizationTypeError);
  });

  test.runIf(followed.length > 0 && !ofElements.has(name))("compiled, is the same", () => {
    const wrong = each(followed, ({ call, arrays }) =>
      differences((jit(call) as typeof call)(...arrays), call(...arrays), 4e-6),
    );
    expect(wrong).toEqual([]);
  });

  test.runIf(followed.length > 0 && !ofElements.has(name))(
    "mapped over each argument and axis, is the same",
    () => {
      const wrong = each(followed, ({ call, arrays }) => {
        const plain = call(...arrays);
        const expectBoth = (where: string, both: np.ndarray[], second: np.ndarray[]): string[] =>
          [plain, second].flatMap((wanted, i) =>
            differences(
              both.map((x) => np.take(x, i, 0)),
              wanted,
              4e-6,
            ).map((line) => `${where}, example ${i}: ${line}`),
          );
        const others = arrays.map(changed);
        const lines = arrays.flatMap((x, k) => {
          const second = call(...arrays.map((y, i) => (i === k ? others[k] : y)));
          return Array.from({ length: x.ndim + 1 }, (_, axis) => {
            const inAxes = arrays.map((_x, i) => (i === k ? axis : null));
            const batch = arrays.map((y, i) => (i === k ? np.stack([x, others[k]], axis) : y));
            const both = vmap(call as (x: np.ndarray) => np.ndarray[], { inAxes })(
              ...(batch as [np.ndarray]),
            );
            return expectBoth(`argument ${k}, axis ${axis}`, both, second);
          }).flat();
        });
        if (arrays.length === 1) return lines;
        const batch = arrays.map((x, k) => np.stack([x, others[k]], -1));
        const together = vmap(call as (x: np.ndarray) => np.ndarray[], { inAxes: arrays.map(() => -1) });
        return [
          ...lines,
          ...expectBoth("all at once", together(...(batch as [np.ndarray])), call(...others)),
        ];
      });
      expect(wrong).toEqual([]);
    },
  );
});
