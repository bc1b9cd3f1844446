// Operands that are used again and again have a copy where kernels work. Nobody may notice but by the clock.
import { afterEach, expect, test } from "vitest";
import { jax, nn, np } from "../src";
import type { ndarray } from "../src/array/ndarray";
import { theArena } from "../src/simd/arena";
import { emptyStorage } from "../src/array/traits";
import { fewest, forgetCopies, note, placeOf, residentBytes } from "../src/simd/resident";

afterEach(forgetCopies);

const [rows, columns] = [160, 130];
const numbers = (size = rows * columns, seed = 0): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => Math.sin(i * 0.7 + seed));
const make = (seed = 0): ndarray => np.array(numbers(rows * columns, seed)).reshape([rows, columns]);
const other = np.array(numbers(columns, 3));
const uses = 20;

const places = np.array(Int32Array.from({ length: 100 }, (_, i) => (i * 37) % rows));
const outside = np.array(Int32Array.from({ length: 100 }, (_, i) => i * 7 - 300));

/** What reads its operand from the arena. */
const functions: Record<string, (x: ndarray) => ndarray> = {
  "sum of all": (x) => np.sum(x),
  "sum over rows": (x) => np.sum(x, { axis: 1 }),
  "largest of columns": (x) => np.max(x, { axis: 0 }),
  "elementwise, one operand": (x) => np.tanh(x),
  "elementwise, a row beside it": (x) => x.mul(other),
  "elementwise, twice the same": (x) => x.mul(x),
  "truth values": (x) => x.greater(0.1),
  "product, on the left": (x) => np.matmul(x, other),
  "product, on the right": (x) => np.matmul(x.T, x),
  softmax: (x) => nn.softmax(x),
  logSoftmax: (x) => nn.logSoftmax(x),
  "rows by their places": (x) => x.at(places),
  "rows by their places, clipped": (x) => np.take(x, outside, { axis: 0, mode: "clip" }),
  "rows by their places, filled": (x) => np.take(x, outside, { axis: 0, mode: "fill" }),
  compiled: jax.jit((x: ndarray) => np.sum(np.exp(x).mul(x), { axis: 0 })),
};
const bytesOf = ({ data }: ndarray): string =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64");

test.each(Object.entries(functions))("%s is the same once there is a copy", (_, f) => {
  const x = make();
  const first = bytesOf(f(x));
  for (let i = 1; i < uses; i++) expect(bytesOf(f(x))).toBe(first);
  expect(residentBytes()).toBe(4 * rows * columns);
});

test.each(Object.entries(functions))("%s sees what is written into x.data", (_, f) => {
  const x = make();
  for (let i = 0; i < uses; i++) f(x);
  x.data.set(numbers(rows * columns, 1));
  expect(bytesOf(f(x))).toBe(bytesOf(f(make(1))));
  for (let i = 0; i < uses; i++) f(x);
  expect(residentBytes()).toBe(0);
  x.data[7] = 5;
  const changed = numbers(rows * columns, 1);
  changed[7] = 5;
  expect(bytesOf(f(x))).toBe(bytesOf(f(np.array(changed).reshape([rows, columns]))));
});

test("rows by their places are those rows, the last one or NaN outside", () => {
  const x = make();
  const [clipped, filled] = [
    functions["rows by their places, clipped"],
    functions["rows by their places, filled"],
  ];
  const row = (i: number): number[] => [...x.data.slice(i * columns, (i + 1) * columns)];
  const wanted = [...outside.data];
  for (let i = 0; i < uses; i++) clipped(x);
  expect(clipped(x).tolist()).toEqual(wanted.map((i) => row(Math.max(0, Math.min(rows - 1, i)))));
  const isInside = (i: number): boolean => i >= -rows && i < rows;
  expect(filled(x).tolist()).toEqual(
    wanted.map((i) => (isInside(i) ? row((i + rows) % rows) : new Array(columns).fill(NaN))),
  );
});

test("a typed array that an array shares may be written into at any time", () => {
  for (const shared of [
    (own: Float32Array) => np.asarray(own),
    (own: Float32Array) => new np.ndarray(own, [own.length], "float32"),
  ]) {
    const own = numbers();
    const x = shared(own);
    for (let i = 0; i < uses; i++) np.sum(x.reshape([rows, columns]), { axis: 0 });
    own.fill(2);
    expect(np.sum(x).item()).toBe(2 * own.length);
    own.fill(1);
    expect(np.sum(own).item()).toBe(own.length);
    expect(residentBytes()).toBe(0);
  }
});

test("another array of the same elements sees what is written into one's data", () => {
  const x = make();
  const flat = x.reshape([rows * columns]);
  for (let i = 0; i < uses; i++) np.sum(x);
  expect(residentBytes()).toBeGreaterThan(0);
  flat.data.fill(1);
  expect(np.sum(x).item()).toBe(rows * columns);
});

test("printing, listing and looking at one element leave a copy where it is", () => {
  const x = make();
  for (let i = 0; i < uses; i++) np.sum(x);
  expect([String(x), x.tolist(), [...x][0].item, x.at(0, 0).item(), JSON.stringify(x)]).toHaveLength(5);
  expect(residentBytes()).toBe(4 * rows * columns);
});

test("elements have no copy before they are those of an array: until then they are written", () => {
  const data = emptyStorage("float32", fewest);
  for (let i = 0; i < uses; i++) note(data);
  expect(placeOf(data)).toBeUndefined();
  const x = new np.ndarray(data, [fewest], "float32");
  for (let i = 0; i < uses; i++) np.sum(x);
  expect(placeOf(data)).toBeDefined();
});

test("the oldest copies go when there is no room, and nothing else changes", () => {
  const size = 1 << 20;
  const all = Array.from({ length: 24 }, (_, i) => np.array(numbers(size, i)));
  const first = all.map((x) => np.sum(x).item());
  for (let i = 0; i < uses; i++) {
    expect(all.map((x) => np.sum(x).item())).toEqual(first);
    expect(residentBytes()).toBeLessThanOrEqual(1 << 26);
  }
  expect(residentBytes()).toBe(1 << 26);
  const huge = np.array(numbers(5 << 20));
  for (let i = 0; i < uses; i++) np.sum(huge);
  expect(residentBytes()).toBe(1 << 26);
});

test("few elements, and what is new in each step, get no copy", () => {
  const few = np.array(numbers(fewest - 1));
  let parameters = make();
  const step = jax.jit((w: ndarray, x: ndarray) => {
    const gradient = jax.grad((v: ndarray) => np.mean(np.square(np.matmul(x, v))))(w);
    return w.sub(gradient.mul(0.01));
  });
  const x = np.array(numbers(16 * rows)).reshape([16, rows]);
  for (let i = 0; i < uses; i++) {
    np.sum(few);
    parameters = step(parameters, x);
  }
  expect(residentBytes()).toBe(0);
});

test("the memory of kernels stays as large as it is, over ten thousand steps", () => {
  let w = np.array(numbers(128 * 128)).reshape([128, 128]);
  const x = np.array(numbers(128 * 4)).reshape([4, 128]);
  const step = jax.jit((v: ndarray) => {
    const pulled = np.tanh(np.matmul(x, v)).sum().mul(1e-6);
    return v.mul(0.999).add(pulled);
  });
  let before = 0;
  for (let i = 0; i < 10_000; i++) {
    w = step(w);
    // Every result is an operand often enough to get a copy, now and then.
    if (i % 10 === 0) for (let k = 0; k < 8; k++) np.sum(w);
    if (i === 5000) before = theArena()?.size ?? 0;
  }
  expect(theArena()?.size).toBe(before);
  expect(residentBytes()).toBeLessThanOrEqual(1 << 26);
});

test("a loop's memory, which is used again, has no copy", () => {
  const size = 1 << 14;
  const run = jax.jit((start: ndarray) =>
    jax.lax.foriLoop(
      0,
      12,
      (_: ndarray, carry: ndarray) => carry.mul(0.5).add(np.sum(carry).mul(1e-4)),
      start,
    ),
  );
  const start = np.array(numbers(size));
  const expected = bytesOf(run(start));
  for (let i = 0; i < uses; i++) expect(bytesOf(run(start))).toBe(expected);
  const parts = jax.lax.scan(
    (carry: ndarray, x: ndarray): [ndarray, ndarray] => [carry.add(x), carry.mul(x)],
    np.zeros([size]),
    np.array(numbers(8 * size)).reshape([8, size]),
  );
  const sums = bytesOf(np.sum(parts[1], { axis: 0 }));
  for (let i = 0; i < uses; i++) expect(bytesOf(np.sum(parts[1], { axis: 0 }))).toBe(sums);
});

test("after an interrupt there are no copies, and results are right", () => {
  const x = make();
  const expected = bytesOf(np.sum(x, { axis: 0 }));
  for (let i = 0; i < uses; i++) np.sum(x, { axis: 0 });
  const symbol = Symbol.for("tslinen.interrupted");
  for (const restore of (globalThis as unknown as Record<symbol, (() => void)[]>)[symbol]) restore();
  expect(residentBytes()).toBe(0);
  for (let i = 0; i < uses; i++) expect(bytesOf(np.sum(x, { axis: 0 }))).toBe(expected);
});
