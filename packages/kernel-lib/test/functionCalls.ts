import * as lax from "../src/lax";
import * as np from "../src/np";
import * as scipyLinalg from "../src/scipyLinalg";
import { vmap } from "../src/transform";

export type Call = (...args: never[]) => unknown;

const { add, multiply, sin, cos, square } = np;
type X = np.ndarray;

/** Runs a collective over the rows of an array. */
const overRows =
  (collective: (x: X, name: string) => X) =>
  (x: X): unknown =>
    vmap((row: X) => multiply(row, collective(row, "rows")), { axisName: "rows" })(x);

/** Reduces windows, whose lengths and steps come from a case. */
const overWindows =
  (initial: number, f: (a: X, b: X) => X) =>
  (x: X, ...windows: [number[], number[], "SAME"]): unknown =>
    lax.reduceWindow(x, initial, f, ...windows);

/** A cube of four equations for four numbers, from a square matrix or from 24 numbers. */
const cube = (x: X): X => np.reshape(x, [2, 2, 4]);

/** How functions are called that need more than their arguments: the same as in reference/functions. */
export const written: Readonly<Record<string, Call>> = {
  "lax.scan: running sums": (x: X) =>
    lax.scan(
      (carry: X, row: X) => [add(carry, row), sin(carry)],
      x.shape[0] ? multiply(x.at(0), 0.5) : np.ones(x.shape.slice(1), x.dtype),
      x,
    ),
  "lax.map: squared sines": (x: X) => lax.map((row: X) => square(sin(row)), x),
  "lax.psum: over rows": overRows(lax.psum),
  "lax.pmean: over rows": overRows(lax.pmean),
  "lax.pmax: over rows": overRows(lax.pmax),
  "lax.pmin: over rows": overRows(lax.pmin),
  "lax.axisIndex: times rows": (x: X) =>
    x.shape[0] ? vmap((row: X) => multiply(row, lax.axisIndex("r")), { axisName: "r" })(x) : x,
  "lax.cond: sine or square": (p: X, x: X) => lax.cond(p, sin, square, x),
  "lax.switch: three ways": (i: number, x: X) => lax.switch(i, [sin, square, cos], x),
  "lax.foriLoop: sine thrice": (x: X) => lax.foriLoop(0, 3, (i: X, y: X) => add(sin(y), i), x),
  "lax.whileLoop: doubling": (x: X) =>
    x.size
      ? lax.whileLoop(
          (y: X) => np.less(np.sum(y), 50),
          (y: X) => add(multiply(y, 2), 3),
          np.abs(x),
        )
      : x,
  "lax.reduce: products": (x: X, one: number, axes: number[]) =>
    lax.reduce(x, one, (a, b) => multiply(a, b), axes),
  "lax.reduce: sums": (x: X, zero: number, axes: number[]) => lax.reduce(x, zero, lax.add, axes),
  "lax.associativeScan: products": (x: X, options: { axis: number }) =>
    lax.associativeScan(multiply, x, options),
  "lax.associativeScan: lines": (x: X, y: X) =>
    lax.associativeScan((a: X[], b: X[]) => [multiply(b[0], a[0]), add(multiply(b[0], a[1]), b[1])], [x, y], {
      reverse: true,
    }),
  "scipyLinalg.choFactor: factor": (a: X, lower: boolean) => scipyLinalg.choFactor(a, lower)[0],
  "scipyLinalg.eigh: squared": (a: X) => square(scipyLinalg.eigh(a)[1]),
  "scipyLinalg.choSolve: of a factor": (a: X, b: X, lower: boolean) =>
    scipyLinalg.choSolve(scipyLinalg.choFactor(a, lower), b),
  "scipyLinalg.luSolve: of factors": (a: X, b: X, trans: 0 | 1) =>
    scipyLinalg.luSolve(scipyLinalg.luFactor(a), b, trans),
  "scipyLinalg.expm: stacked": scipyLinalg.expm,
  "scipyLinalg.qr: product": (a: X, options: { mode: "economic" }) =>
    np.matmul(...scipyLinalg.qr(a, options)),
  "lax.batchMatmul: transposed": (x: X, y: X) => lax.batchMatmul(x, np.matrixTranspose(y)),
  "lax.reduceWindow: add": overWindows(0, lax.add),
  "lax.reduceWindow: max": overWindows(-Infinity, lax.max),
  "lax.reduceWindow: min": overWindows(Infinity, lax.min),
  "lax.reduceWindow: mul": overWindows(1, lax.mul),
  "applyAlongAxis: softmax of rows": (x: X) =>
    np.applyAlongAxis((row) => np.divide(np.exp(row), np.sum(np.exp(row))), 0, x),
  "applyOverAxes: sums": (x: X) =>
    np.applyOverAxes((y, axis) => np.sum(y, { axis, keepdims: true }), x, x.ndim > 1 ? [0, -1] : [0]),
  "vectorize: cubes": (x: X) => np.vectorize((y: X) => multiply(y, multiply(y, y)))(x),
  "diagIndicesFrom: square part": (x: X) => np.diagIndicesFrom(x.at(":", "0:3")),
  "takeAlongAxis: in its own order": (x: X, options: { axis: number }) =>
    np.takeAlongAxis(x, np.argsort(x, options), options),
  "piecewise: halves": (x: X) =>
    np.piecewise(
      x,
      [np.less(x, 0), np.greaterEqual(x, 1)],
      [(y) => multiply(y, y), 7, (y) => np.negative(y)],
    ),
  "fromfunction: sum of places": (shape: number[]) =>
    np.fromfunction((i, j) => add(i, multiply(j, 10)), shape),
  "linalg.solve: transposed": (a: X, b: X) => np.linalg.solve(a, np.matrixTranspose(b)),
  "linalg.eigh: squared": (a: X) => square(np.linalg.eigh(a)[1]),
  "linalg.svd: values": (a: X) => np.linalg.svd(a, { fullMatrices: false })[1],
  "linalg.qr: product": (a: X) => {
    const [q, r] = np.linalg.qr(a);
    return np.matmul(q, r);
  },
  "linalg.lstsq: solution": (a: X, b: X) => np.linalg.lstsq(a, b)[0],
  "linalg.tensorinv: of a cube": (x: X, options: { ind: number }) =>
    np.linalg.tensorinv(add(cube(np.reshape(x, [4, 6]).at(":", "0:4")), cube(np.eye(4))), options),
  "linalg.tensorsolve: of a cube": (a: X, b: X) => np.linalg.tensorsolve(cube(a), np.reshape(b, [2, 2])),
};

/** Functions without an entry, and why. */
export const exempt: Readonly<Record<string, string>> = {
  getPrintoptions: "how arrays are printed",
  setPrintoptions: "how arrays are printed",
  arrayStr: "text",
  arrayRepr: "text",
  save: "files",
  savez: "files",
  savezCompressed: "files",
  load: "files",
  ndarray: "the class itself",
  resultType: "dtypes alone",
  promoteTypes: "dtypes alone",
  canCast: "dtypes alone",
  isdtype: "dtypes alone",
  iinfo: "dtypes alone",
  finfo: "dtypes alone",
  isscalar: "asks what a value is",
  iterable: "asks what a value is",
  broadcastShapes: "shapes alone",
  shape: "shapes alone",
  size: "shapes alone",
  ndim: "shapes alone",
};

/** Functions whose results have a shape, or are plain values, that depend on elements: no program can be made of them. */
export const ofElements = new Set(
  `bincount place union1d intersect1d setdiff1d setxor1d unique uniqueAll uniqueValues uniqueCounts uniqueInverse
  flatnonzero nonzero argwhere trimZeros polydiv extract allclose
  arrayEqual arrayEquiv`.split(/\s+/),
);
