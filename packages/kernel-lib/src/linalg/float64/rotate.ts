/** Turns two vectors of `n` numbers within the plane they span: (x, y) becomes (c x − s y, s x + c y). */
export function rotate(
  data: Float64Array,
  x: number,
  y: number,
  n: number,
  cosine: number,
  sine: number,
): void {
  for (let i = 0; i < n; i++) {
    const [a, b] = [data[x + i], data[y + i]];
    data[x + i] = cosine * a - sine * b;
    data[y + i] = sine * a + cosine * b;
  }
}
