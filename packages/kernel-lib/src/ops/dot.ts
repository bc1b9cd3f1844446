import { sizeOf } from "../array/broadcast";
import type { DType, Storage } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { emptyStorage } from "../array/traits";
import { matmulF32, matmulF64 } from "../simd/matmul/matmul";
import { front, transpose } from "./layout";
import { add } from "./map";
import { bindOne } from "./bind";
import { lengthOf, Linear, type Aval, type Primitive, type Tangent } from "./primitive";

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

/**
 * The same product of an operand before its axes were put in another order; undefined where the axes of the result would
 * come in another order, too.
 */
export function beforeTranspose(
  side: 0 | 1,
  order: readonly number[],
  { contract, batch }: DotParams,
): DotParams | undefined {
  const own = order.filter((_, axis) => !contract[side].includes(axis) && !batch[side].includes(axis));
  if (own.some((axis, i) => i > 0 && axis < own[i - 1])) return undefined;
  const replaced = ([left, right]: DotParams["batch"]): DotParams["batch"] => {
    const back = (axes: readonly number[]): number[] => axes.map((axis) => order[axis]);
    return side === 0 ? [back(left), right] : [left, back(right)];
  };
  return { contract: replaced(contract), batch: replaced(batch) };
}

/** Multiplies along pairs of axes and adds up: the axes of the result are the common ones, those of a, those of b. */
export const dotPrimitive: Primitive<DotParams> = {
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
  flops: ([a], [result], { contract }) => 2 * lengthOf(result) * product(lengths(a, contract[0])),
  print: ({ contract, batch }) => ({ contract, ...(batch[0].length > 0 && { batch }) }),
};

/** The cotangent of one operand, from that of the result and the other operand. */
function towards(side: 0 | 1, ct: ndarray, own: Aval, other: ndarray, params: DotParams): Tangent {
  const { contract, batch } = params;
  const otherSide = side === 0 ? 1 : 0;
  const [ownRest, otherRest] = [rest(own, side, params), rest(other, otherSide, params)];
  const common = batch[0].length;
  const otherAxes = range(common + (side === 0 ? ownRest.length : 0), otherRest.length);
  // What was added up comes in the order in which the other operand has it.
  const added = [...contract[otherSide].keys()]
    .sort((i, k) => contract[otherSide][i] - contract[otherSide][k])
    .map((i) => contract[side][i]);
  // Of the two orders of a product, the one that needs no transposing where there is one.
  const otherFirst = [...batch[side], ...added, ...ownRest];
  if (otherFirst.every((axis, i) => axis === i)) {
    return dot(other, ct, { contract: [otherRest, otherAxes], batch: [batch[otherSide], range(0, common)] });
  }
  const result = dot(ct, other, {
    contract: [otherAxes, otherRest],
    batch: [range(0, common), batch[otherSide]],
  });
  const places = [...batch[side], ...ownRest, ...added];
  return transpose(
    result,
    places.map((_, axis) => places.indexOf(axis)),
  );
}

/** Multiplies along pairs of axes and adds up. Both operands have one dtype. */
export function dot(a: ndarray, b: ndarray, params: DotParams): ndarray {
  return bindOne(dotPrimitive, [a, b], params);
}

/** A stack of matrices within an operand: its elements, and whether each lies there transposed. */
interface Stack {
  readonly data: Storage;
  readonly transposed: boolean;
}

/** Sees an operand as matrices whose rows and columns are those axes; copies it only where it is neither one nor the other way round. */
function stackOf(
  x: ndarray,
  common: readonly number[],
  rows: readonly number[],
  columns: readonly number[],
): Stack {
  const isInOrder = (order: readonly number[]): boolean => order.every((axis, i) => axis === i);
  if (isInOrder([...common, ...columns, ...rows])) return { data: elementsOf(x), transposed: true };
  return { data: elementsOf(transpose(x, [...common, ...rows, ...columns])), transposed: false };
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
  const out = emptyStorage(a.dtype, sizeOf("dot", shape));
  const left = stackOf(a, batch[0], restA, contract[0]);
  const right = stackOf(b, batch[1], contract[1], restB);
  for (let i = 0; i < stack; i++) {
    multiplyInto(a.dtype, left, i * m * k, right, i * k * n, out, i * m * n, m, k, n);
  }
  return new ndarray(out, shape, a.dtype);
}

/** Multiplies two matrices of a stack. */
function multiplyInto(
  ...[dtype, a, aAt, b, bAt, out, at, m, k, n]: [
    dtype: DType,
    ...matrices: [a: Stack, aAt: number, b: Stack, bAt: number, out: Storage, at: number],
    ...sizes: [m: number, k: number, n: number],
  ]
): void {
  if (dtype === "float32") {
    const [x, y, z] = [a.data, b.data, out] as Float32Array[];
    matmulF32(x, aAt, a.transposed, y, bAt, b.transposed, z, at, m, k, n);
  } else if (dtype === "float64") {
    const [x, y, z] = [a.data, b.data, out] as Float64Array[];
    matmulF64(x, aAt, a.transposed, y, bAt, b.transposed, z, at, m, k, n);
  } else integerProduct(dtype, a, aAt, b, bAt, out, at, m, k, n);
}

/** Integers wrap; the sum of products of truth values is whether one of them is true. */
function integerProduct(...[dtype, a, aAt, b, bAt, out, at, m, k, n]: Parameters<typeof multiplyInto>): void {
  const [aRow, aColumn] = a.transposed ? [1, m] : [k, 1];
  const [bRow, bColumn] = b.transposed ? [1, k] : [n, 1];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) {
        sum =
          (sum + Math.imul(a.data[aAt + i * aRow + p * aColumn], b.data[bAt + p * bRow + j * bColumn])) | 0;
      }
      out[at + i * n + j] = dtype === "bool" ? Math.sign(sum) : sum;
    }
  }
}
