import { rotate } from "./rotate";

/** Eigenvalues in rising order, and eigenvectors, one after the other. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Each eigenvalue takes two or three steps; a matrix that takes this many holds what is not a number. */
const mostSteps = 50;

/** Finds eigenvalues and eigenvectors of a symmetric matrix: reduced to three diagonals, then by QL with shifts. */
export function eigenOfSymmetric(a: Float64Array, n: number): Eigen {
  if (!a.every(Number.isFinite)) {
    return { values: new Float64Array(n).fill(NaN), vectors: new Float64Array(n * n).fill(NaN) };
  }
  const { diagonal, beside, vectors } = tridiagonal(a.slice(), n);
  for (let first = 0; first < n; first++) {
    for (let step = 0; step < mostSteps; step++) {
      const last = endOfBlock(diagonal, beside, first, n);
      if (last === first) break;
      chase(diagonal, beside, vectors, first, last, n);
    }
  }
  const order = Array.from(diagonal.keys()).sort((i, k) => diagonal[i] - diagonal[k]);
  const sorted = new Float64Array(n * n);
  order.forEach((from, to) => sorted.set(vectors.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (i) => diagonal[i]), vectors: sorted };
}

/** Where the block that begins at `first` ends: the element beside the diagonal is negligible there. */
function endOfBlock(diagonal: Float64Array, beside: Float64Array, first: number, n: number): number {
  let last = first;
  while (last < n - 1) {
    const size = Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]);
    if (Math.abs(beside[last]) <= Number.EPSILON * size) break;
    last++;
  }
  return last;
}

/** One implicit step of QL on the block from `first` to `last`; vectors turn along. */
function chase(
  diagonal: Float64Array,
  beside: Float64Array,
  vectors: Float64Array,
  first: number,
  last: number,
  n: number,
): void {
  const half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
  const root = Math.hypot(half, 1);
  let bulge = diagonal[last] - diagonal[first] + beside[first] / (half + (half < 0 ? -root : root));
  let [sine, cosine, shift] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const [f, b] = [sine * beside[i], cosine * beside[i]];
    const length = Math.hypot(f, bulge);
    beside[i + 1] = length;
    if (length === 0) {
      diagonal[i + 1] -= shift;
      beside[last] = 0;
      return;
    }
    [sine, cosine] = [f / length, bulge / length];
    const moved = diagonal[i + 1] - shift;
    const across = (diagonal[i] - moved) * sine + 2 * cosine * b;
    shift = sine * across;
    diagonal[i + 1] = moved + shift;
    bulge = cosine * across - b;
    rotate(vectors, i * n, (i + 1) * n, n, cosine, sine);
  }
  diagonal[first] -= shift;
  beside[first] = bulge;
  beside[last] = 0;
}

/** Reduces a symmetric matrix to its diagonal and the one beside it by reflections; the vectors are rows. */
function tridiagonal(
  a: Float64Array,
  n: number,
): { diagonal: Float64Array; beside: Float64Array; vectors: Float64Array } {
  const beside = new Float64Array(n);
  const reflections: { v: Float64Array; factor: number; start: number }[] = [];
  for (let k = 0; k < n - 1; k++) {
    const start = k + 1;
    const size = n - start;
    let rest = 0;
    for (let i = 1; i < size; i++) rest = Math.hypot(rest, a[(start + i) * n + k]);
    const first = a[start * n + k];
    if (rest === 0) {
      beside[k] = first;
      continue;
    }
    const length = Math.hypot(first, rest);
    const reached = first > 0 ? -length : length;
    const v = new Float64Array(size).fill(1);
    for (let i = 1; i < size; i++) v[i] = a[(start + i) * n + k] / (first - reached);
    const factor = (reached - first) / reached;
    beside[k] = reached;
    reflectBothSides(a, n, start, v, factor);
    reflections.push({ v, factor, start });
  }
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  // The rows of vectors are the columns of the product of all reflections.
  for (const { v, factor, start } of reflections.reverse()) {
    for (let row = start; row < n; row++) {
      const at = row * n + start;
      let along = 0;
      for (let i = 0; i < v.length; i++) along += v[i] * vectors[at + i];
      for (let i = 0; i < v.length; i++) vectors[at + i] -= factor * along * v[i];
    }
  }
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * (n + 1)]), beside, vectors };
}

/** Applies a reflection to rows and columns from `start` on. */
function reflectBothSides(a: Float64Array, n: number, start: number, v: Float64Array, factor: number): void {
  const size = v.length;
  const w = new Float64Array(size);
  let along = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = 0, at = (start + i) * n + start; k < size; k++) sum += a[at + k] * v[k];
    w[i] = factor * sum;
    along += w[i] * v[i];
  }
  for (let i = 0; i < size; i++) w[i] -= 0.5 * factor * along * v[i];
  for (let i = 0; i < size; i++) {
    const at = (start + i) * n + start;
    for (let k = 0; k < size; k++) a[at + k] -= v[i] * w[k] + w[i] * v[k];
  }
}
