import { sizeOf } from "../array/broadcast";
import type { DType, Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { emptyStorage, isFloating } from "../array/traits";
import { front, transpose } from "./layout";
import { add } from "./map";
import { bindOne, Linear, type Aval, type Primitive, type Tangent } from "./primitive";

/** Which axes of two operands are paired: those that are multiplied and added up, and those that stay once for both. */
export interface DotParams {
  readonly contract: readonly [readonly number[], readonly number[]];
  readonly batch: readonly [readonly number[], readonly number[]];
}

/** The axes of an operand that are paired with none. */
function rest(x: Aval, side: 0 | 1, { contract, batch }: DotParams): number[] {
  return [...x.shape.keys()].filter((axis) => !contract[side].includes(axis) && !batch[side].includes(axis));
}

const lengths = (x: Aval, axes: readonly number[]): number[] => axes.map((axis) => x.shape[axis]);
const product = (sizes: readonly number[]): number => sizes.reduce((total, length) => total * length, 1);
const range = (start: number, count: number): number[] => Array.from({ length: count }, (_, i) => start + i);

/** Multiplies along pairs of axes and adds up: the axes of the result are the common ones, those of a, those of b. */
const dotPrimitive: Primitive<DotParams> = {
  name: "dot",
  shape: ([a, b], params) => [
    {
      shape: [
        ...lengths(a, params.batch[0]),
        ...lengths(a, rest(a, 0, params)),
        ...lengths(b, rest(b, 1, params)),
      ],
      dtype: a.dtype,
    },
  ],
  run: ([a, b], params) => [contracted(a, b, params)],
  jvp: ([a, b], [t, u], params) => {
    const left = t && dot(t, b, params);
    const right = u && dot(a, u, params);
    return { outputs: [dot(a, b, params)], tangents: [left && right ? add(left, right) : (left ?? right)] };
  },
  transpose: ([ct], [a, b], params) => {
    if (!ct) return [null, null];
    return [
      a instanceof Linear ? towards(0, ct, a, b as ndarray, params) : null,
      b instanceof Linear ? towards(1, ct, b, a as ndarray, params) : null,
    ];
  },
  batch: ([a, b], [axisA, axisB], _, { contract, batch }) => {
    const up = (axes: readonly number[]): number[] => axes.map((axis) => axis + 1);
    if (axisA !== null && axisB !== null) {
      const params: DotParams = {
        contract: [up(contract[0]), up(contract[1])],
        batch: [
          [0, ...up(batch[0])],
          [0, ...up(batch[1])],
        ],
      };
      return { outputs: [dot(front(a, axisA), front(b, axisB), params)], axes: [0] };
    }
    if (axisA !== null) {
      const params: DotParams = { contract: [up(contract[0]), contract[1]], batch: [up(batch[0]), batch[1]] };
      return { outputs: [dot(front(a, axisA), b, params)], axes: [batch[0].length] };
    }
    const params: DotParams = { contract: [contract[0], up(contract[1])], batch: [batch[0], up(batch[1])] };
    const own = a.ndim - contract[0].length;
    return { outputs: [dot(a, front(b, axisB), params)], axes: [own] };
  },
  print: ({ contract, batch }) => ({ contract, ...(batch[0].length > 0 && { batch }) }),
};

/** The cotangent of one operand, from that of the result and the other operand. */
function towards(side: 0 | 1, ct: ndarray, own: Aval, other: ndarray, params: DotParams): Tangent {
  const { contract, batch } = params;
  const otherSide = side === 0 ? 1 : 0;
  const [ownRest, otherRest] = [rest(own, side, params), rest(other, otherSide, params)];
  const common = batch[0].length;
  const otherStart = common + (side === 0 ? ownRest.length : 0);
  const result = dot(ct, other, {
    contract: [range(otherStart, otherRest.length), otherRest],
    batch: [range(0, common), batch[otherSide]],
  });
  // The result has the common axes, then those of `own` that stayed, then those that were added up, in the order in
  // which the other operand has them.
  const added = [...contract[otherSide].keys()].sort(
    (i, k) => contract[otherSide][i] - contract[otherSide][k],
  );
  const places = [...batch[side], ...ownRest, ...added.map((i) => contract[side][i])];
  return transpose(
    result,
    places.map((_, axis) => places.indexOf(axis)),
  );
}

/** Multiplies along pairs of axes and adds up. Both operands have one dtype. */
export function dot(a: ndarray, b: ndarray, params: DotParams): ndarray {
  return bindOne(dotPrimitive, [a, b], params);
}

function contracted(a: ndarray, b: ndarray, params: DotParams): ndarray {
  const { contract, batch } = params;
  const [restA, restB] = [rest(a, 0, params), rest(b, 1, params)];
  const shape = [...lengths(a, batch[0]), ...lengths(a, restA), ...lengths(b, restB)];
  const [stack, m, k, n] = [
    product(lengths(a, batch[0])),
    product(lengths(a, restA)),
    product(lengths(a, contract[0])),
    product(lengths(b, restB)),
  ];
  const left = transpose(a, [...batch[0], ...restA, ...contract[0]]).data;
  const right = transpose(b, [...batch[1], ...restB, ...contract[1]]).data;
  const out = emptyStorage(a.dtype, sizeOf("dot", shape));
  const times = isFloating(a.dtype) ? floatTimes : integerTimes(a.dtype);
  for (let i = 0; i < stack; i++) {
    const columns = right.subarray(i * k * n, (i + 1) * k * n);
    for (let row = 0; row < m; row++) {
      const start = (i * m + row) * k;
      times(left.subarray(start, start + k), columns, k, n, out, (i * m + row) * n);
    }
  }
  return new ndarray(out, shape, a.dtype);
}

/** Multiplies a row of `k` elements with `n` columns of as many, one behind the other, into `out` from `at` on. */
type RowTimes = (row: Storage, columns: Storage, k: number, n: number, out: Storage, at: number) => void;

/** Four columns at once, so that each element of the row is read but once for them. */
const floatTimes: RowTimes = (row, columns, k, n, out, at) => {
  let column = 0;
  for (; column + 4 <= n; column += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    const first = column * k;
    const [second, third, fourth] = [first + k, first + 2 * k, first + 3 * k];
    for (let i = 0; i < k; i++) {
      const x = row[i];
      a += x * columns[first + i];
      b += x * columns[second + i];
      c += x * columns[third + i];
      d += x * columns[fourth + i];
    }
    out[at + column] = a;
    out[at + column + 1] = b;
    out[at + column + 2] = c;
    out[at + column + 3] = d;
  }
  for (; column < n; column++) {
    let sum = 0;
    for (let i = 0, place = column * k; i < k; i++) sum += row[i] * columns[place + i];
    out[at + column] = sum;
  }
};

/** Integers wrap; the sum of products of truth values is whether one of them is true. */
const integerTimes =
  (dtype: DType): RowTimes =>
  (row, columns, k, n, out, at) => {
    for (let column = 0; column < n; column++) {
      let sum = 0;
      for (let i = 0, place = column * k; i < k; i++) sum = (sum + Math.imul(row[i], columns[place + i])) | 0;
      out[at + column] = dtype === "bool" ? Math.sign(sum) : sum;
    }
  };
