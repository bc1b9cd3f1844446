// What many numbers take a way of their own for, against plain loops: sums and extremes along axes, axes in another
// order, what is broadcast. Lengths lie on either side of a vector's, of a block's and of what is worth the way.
import fc from "fast-check";
import { expect, test } from "vitest";
import { np } from "../src";

const lengths = [1, 2, 3, 4, 5, 7, 16, 17, 31, 64, 100, 257];
const shapes = fc
  .array(fc.constantFrom(...lengths), { minLength: 1, maxLength: 4 })
  .filter((shape) => shape.reduce((product, length) => product * length, 1) <= 60_000);
const make = (shape: readonly number[], seed = 0) =>
  np
    .array(
      Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i * 0.7 + seed)),
    )
    .reshape(shape);

/** The place in a row-major array. */
const placeOf = (index: readonly number[], shape: readonly number[]): number =>
  shape.reduce((at, length, axis) => at * length + index[axis], 0);

/** Visits all indices of a shape. */
function* indicesOf(shape: readonly number[]): Generator<number[]> {
  const [first, ...rest] = shape;
  if (first === undefined) return yield [];
  for (let i = 0; i < first; i++) for (const index of indicesOf(rest)) yield [i, ...index];
}

const folds = {
  sum: (a: number, b: number) => a + b,
  max: Math.max,
  min: Math.min,
};

test.each(Object.entries(folds))("%s along any axes", (name, fold) => {
  const axes = fc.array(fc.nat(3), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(shapes, axes, fc.boolean(), (shape, given, holdsNaN) => {
      const along = [...new Set(given.map((axis) => axis % shape.length))];
      const x = make(shape);
      if (holdsNaN) x.data[x.size >> 1] = NaN;
      const result = np[name as "sum"](x, { axis: along });
      const kept = shape.filter((_, axis) => !along.includes(axis));
      const expected = new Array<number | undefined>(result.size).fill(undefined);
      for (const index of indicesOf(shape)) {
        const at = placeOf(
          index.filter((_, axis) => !along.includes(axis)),
          kept,
        );
        const value = x.data[placeOf(index, shape)];
        const before = expected[at];
        expected[at] = before === undefined ? value : fold(before, value);
      }
      const tolerance = name === "sum" ? 1e-6 * (x.size / result.size) : 0;
      for (let i = 0; i < result.size; i++) {
        const [got, right] = [result.data[i], expected[i] as number];
        if (!(Math.abs(got - right) <= tolerance) && !Object.is(got, right))
          expect.fail(
            `${name} of [${shape.join()}] along ${along.join()}: ${got} at ${i}, expected ${right}`,
          );
      }
    }),
    { numRuns: 150 },
  );
});

test.each([70_000, 100_001])("a row of %i numbers is taken in parts", (length) => {
  const x = make([2, length]);
  const rows = [x.data.subarray(0, length), x.data.subarray(length)].map((row) => [...row]);
  expect(np.max(x, 1).tolist()).toEqual(rows.map((row) => row.reduce((a, b) => Math.max(a, b))));
  const sums = rows.map((row) => row.reduce((a, b) => a + b, 0));
  np.sum(x, 1)
    .tolist()
    .forEach((sum, i) => expect(sum).toBeCloseTo(sums[i], 3));
  expect(np.sum(make([40, 40_000]), 0).size).toBe(40_000);
});

test.each(["float32", "int32", "uint32", "float64", "bool"] as const)(
  "axes of %s in another order",
  (dtype) => {
    fc.assert(
      fc.property(shapes, fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }), (shape, keys) => {
        const x = make(shape).mul(1000).astype(dtype);
        const order = shape.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
        const moved = np.transpose(x, order);
        expect(moved.shape).toEqual(order.map((axis) => shape[axis]));
        for (const index of indicesOf(moved.shape)) {
          const from = new Array<number>(shape.length);
          order.forEach((axis, i) => (from[axis] = index[i]));
          if (moved.data[placeOf(index, moved.shape)] !== x.data[placeOf(from, shape)])
            expect.fail(`[${shape.join()}] by ${order.join()} differs at ${index.join()}`);
        }
      }),
      { numRuns: 60 },
    );
  },
);

test.each(["float32", "int32", "float64"] as const)("%s is broadcast on either side", (dtype) => {
  const ones = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(shapes, ones, ones, fc.nat(3), (shape, left, right, missing) => {
      const part = (flags: readonly boolean[]) => shape.map((length, axis) => (flags[axis] ? 1 : length));
      const a = make(part(left)).mul(100).astype(dtype);
      const b = make(part(right).slice(Math.min(missing, shape.length - 1)), 1)
        .mul(100)
        .astype(dtype);
      const sum = np.add(a, b);
      const whole = (x: typeof a) => new Array<number>(sum.ndim - x.ndim).fill(1).concat(x.shape);
      for (const index of indicesOf(sum.shape)) {
        const of = (x: typeof a) =>
          x.data[
            placeOf(
              index.map((i, axis) => (whole(x)[axis] === 1 ? 0 : i)),
              whole(x),
            )
          ];
        const expected = of(a) + of(b);
        const got = sum.data[placeOf(index, sum.shape)];
        if (got !== (dtype === "float32" ? Math.fround(expected) : expected))
          expect.fail(
            `[${a.shape.join()}] + [${b.shape.join()}] differs at ${index.join()}: ${got}, ${expected}`,
          );
      }
    }),
    { numRuns: 100 },
  );
});

test.each(["float32", "int32", "uint32", "float64", "bool"] as const)(
  "elements of %s by masks and by places",
  (dtype) => {
    const outside = { float32: NaN, float64: NaN, int32: -2147483648, uint32: 4294967295, bool: 1 }[dtype];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(6),
        (n, count, seed) => {
          const x = make([n], seed).mul(1000).astype(dtype);
          const mask = Array.from({ length: n }, (_, i) => ((i * 7919 + seed) >> (seed % 3)) % 3 === 0);
          expect([...x.at(np.array(mask)).data]).toEqual([...x.data].filter((_, i) => mask[i]));
          expect(np.nonzero(np.array(mask))[0].tolist()).toEqual(mask.flatMap((one, i) => (one ? [i] : [])));
          const places = Int32Array.from({ length: count }, (_, i) => ((i * 7919) % (n + 9)) - 5 - seed);
          const inside = (place: number): number => Math.min(n - 1, Math.max(0, place));
          expect([...np.take(x, places, { mode: "clip" }).data]).toEqual(
            Array.from(places, (place) => x.data[inside(place)]),
          );
          const fromEnd = (place: number): number => (place < 0 ? place + n : place);
          expect([...np.take(x, places, { mode: "fill" }).data]).toEqual(
            Array.from(places, (place) => x.data[fromEnd(place)] ?? outside),
          );
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each(["float32", "int32", "bool"] as const)("parts of %s in steps", (dtype) => {
  const bound = fc.tuple(fc.nat(120), fc.nat(120), fc.constantFrom(1, 1, 2, 3));
  fc.assert(
    fc.property(shapes, fc.array(bound, { minLength: 4, maxLength: 4 }), (shape, bounds) => {
      const x = make(shape).mul(1000).astype(dtype);
      const ends = shape.map((length, axis) => {
        const [a, b, step] = bounds[axis];
        return [Math.min(a % length, b % length), Math.max(a % length, b % length) + 1, step];
      });
      const part = x.at(...ends.map((one) => one.join(":")));
      expect(part.shape).toEqual(ends.map(([from, to, step]) => Math.ceil((to - from) / step)));
      for (const index of indicesOf(part.shape)) {
        const from = index.map((i, axis) => ends[axis][0] + i * ends[axis][2]);
        if (part.data[placeOf(index, part.shape)] !== x.data[placeOf(from, shape)])
          expect.fail(`[${shape.join()}] at ${ends.join(" ")} differs at ${index.join()}`);
      }
    }),
    { numRuns: 60 },
  );
});

test.each(["float32", "int32"] as const)("rows of %s taken, turned round and joined", (dtype) => {
  const widths = fc.constantFrom(1, 23, 24, 25, 64, 65, 255, 256, 258, 300);
  fc.assert(
    fc.property(widths, widths, fc.nat(30), (width, other, seed) => {
      const [x, y] = [make([30, width], seed), make([30, other], seed + 1)].map((one) =>
        one.mul(1000).astype(dtype),
      );
      const rowOf = (of: typeof x, row: number): number[] => [
        ...of.data.subarray(row * of.shape[1], (row + 1) * of.shape[1]),
      ];
      const places = Array.from({ length: 40 }, (_, i) => (i * 7 + seed) % 30);
      expect([...np.take(x, places, { axis: 0 }).data]).toEqual(places.flatMap((row) => rowOf(x, row)));
      expect([...np.flip(x, 0).data]).toEqual(places.slice(0, 30).flatMap((_, i) => rowOf(x, 29 - i)));
      expect([...np.concatenate([x, y], 1).data]).toEqual(
        places.slice(0, 30).flatMap((_, i) => [...rowOf(x, i), ...rowOf(y, i)]),
      );
    }),
    { numRuns: 60 },
  );
});

/** Numbers of all kinds, a few of them again and again. */
const unordered = fc
  .array(
    fc.oneof(fc.double({ noDefaultInfinity: false }), fc.integer({ min: -5, max: 5 }), fc.constant(-0)),
    {
      minLength: 1100,
      maxLength: 3000,
      size: "max",
    },
  )
  .map((numbers) => Float64Array.from(numbers));

test.each(["float32", "int32", "uint32", "uint8", "bool"] as const)("long rows of %s are sorted", (dtype) => {
  fc.assert(
    fc.property(unordered, fc.boolean(), (numbers, descending) => {
      const x = np.array(numbers).astype(dtype);
      const order = Array.from(x.data, (_, i) => i).sort((a, b) => {
        const [left, right] = [x.data[a], x.data[b]];
        if (left !== left || right !== right) return Number(left !== left) - Number(right !== right) || a - b;
        return (descending ? right - left : left - right) || a - b;
      });
      const sorted = np.sort(x, { descending }).data;
      const places = np.argsort(x, { descending }).data;
      for (let i = 0; i < order.length; i++) {
        const right = x.data[order[i]];
        if (sorted[i] !== right && !(sorted[i] !== sorted[i] && right !== right))
          expect.fail(`${sorted[i]} at ${i}, expected ${right}`);
        if (places[i] !== order[i]) expect.fail(`place ${places[i]} at ${i}, expected ${order[i]}`);
      }
    }),
    { numRuns: 30 },
  );
});
