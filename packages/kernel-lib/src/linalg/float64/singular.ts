import { columnsOfQ, factorizeQr, rowsOfR, transposedOf } from "./qr";
import { rotate } from "./rotate";

/** Singular values in falling order; left and right vectors one after the other, m and n numbers each. */
export interface Singular {
  readonly values: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Five or six rounds are the rule. */
const mostRounds = 60;

/**
 * Finds singular values and vectors of an m × n matrix: QR first, then rotations that make the rows of R orthogonal.
 *
 * @param isFull - Whether there are to be m left and n right vectors, instead of min(m, n) of both.
 */
export function singularOf(a: Float64Array, m: number, n: number, isFull: boolean): Singular {
  if (m < n) {
    const { values, left, right } = singularOf(transposedOf(a, m, n), n, m, isFull);
    return { values, left: right, right: left };
  }
  const leftCount = isFull ? m : n;
  if (!a.every(Number.isFinite)) {
    return {
      values: new Float64Array(n).fill(NaN),
      left: new Float64Array(leftCount * m).fill(NaN),
      right: new Float64Array(n * n).fill(NaN),
    };
  }
  const reflections = factorizeQr(a, m, n);
  const q = columnsOfQ(reflections, m, leftCount);
  const { rows, turns, scale } = orthogonalRows(rowsOfR(reflections, m, n, n), n);
  const lengths = Float64Array.from({ length: n }, (_, i) => lengthOf(rows.subarray(i * n, (i + 1) * n)));
  const order = Array.from(lengths.keys()).sort((i, k) => lengths[k] - lengths[i]);
  const [left, right] = [q.slice(), new Float64Array(n * n)];
  order.forEach((from, to) => {
    for (let i = 0; i < m; i++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += q[k * m + i] * turns[from * n + k];
      left[to * m + i] = sum;
    }
    right.set(rows.subarray(from * n, (from + 1) * n), to * n);
    normalize(right, to, n, lengths[from]);
  });
  return { values: Float64Array.from(order, (i) => lengths[i] * scale), left, right };
}

function lengthOf(x: Float64Array): number {
  let sum = 0;
  for (const one of x) sum += one * one;
  return Math.sqrt(sum);
}

/** Turns pairs of rows, scaled, until all are orthogonal; the same turns of the rows of the identity. */
function orthogonalRows(
  r: Float64Array,
  n: number,
): { rows: Float64Array; turns: Float64Array; scale: number } {
  const largest = r.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = largest === 0 ? 1 : largest;
  const rows = r.map((x) => x / scale);
  const turns = new Float64Array(n * n);
  for (let i = 0; i < n; i++) turns[i * n + i] = 1;
  for (let round = 0; round < mostRounds; round++) {
    let isTurned = false;
    for (let i = 0; i < n - 1; i++) {
      for (let k = i + 1; k < n; k++) {
        const turn = turnOf(rows, i * n, k * n, n);
        if (!turn) continue;
        isTurned = true;
        rotate(rows, i * n, k * n, n, turn[0], turn[1]);
        rotate(turns, i * n, k * n, n, turn[0], turn[1]);
      }
    }
    if (!isTurned) break;
  }
  return { rows, turns, scale };
}

/** The cosine and sine of the turn that makes two rows orthogonal, the longer one first; undefined where they are. */
function turnOf(rows: Float64Array, x: number, y: number, n: number): [number, number] | undefined {
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [a, b] = [rows[x + i], rows[y + i]];
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  if (Math.abs(xy) <= Number.EPSILON * Math.sqrt(xx * yy)) return undefined;
  const half = (yy - xx) / (2 * xy);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(1, half));
  const cosine = 1 / Math.hypot(1, tangent);
  return [cosine, cosine * tangent];
}

/** Divides a vector by its length; one of length 0 becomes any that is orthogonal to those before it. */
function normalize(vectors: Float64Array, which: number, n: number, length: number): void {
  const own = vectors.subarray(which * n, (which + 1) * n);
  const divide = (by: number): void => {
    for (let i = 0; i < n; i++) own[i] /= by;
  };
  if (length > 0) return divide(length);
  for (let axis = 0; axis < n; axis++) {
    own.fill(0);
    own[axis] = 1;
    removeAlong(vectors, which, n, own);
    const rest = lengthOf(own);
    // At least one axis has so much that is along none of those before.
    if (rest < 0.5 / Math.sqrt(n)) continue;
    divide(rest);
    removeAlong(vectors, which, n, own);
    return divide(lengthOf(own));
  }
}

/** Takes out of a vector what is along the first `count` others. */
function removeAlong(vectors: Float64Array, count: number, n: number, own: Float64Array): void {
  for (let k = 0; k < count; k++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += own[i] * vectors[k * n + i];
    for (let i = 0; i < n; i++) own[i] -= along * vectors[k * n + i];
  }
}
