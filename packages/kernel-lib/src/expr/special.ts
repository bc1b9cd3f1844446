/**
 * The error function in double precision: its series of positive terms near 0, beyond that 1 − erfc.
 *
 * @see https://dlmf.nist.gov/7.6.E2
 */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a > 2) return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
  if (!(a > 0)) return x;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/**
 * The complementary error function in double precision: 1 − erf near 0, beyond that its continued fraction.
 *
 * @see https://dlmf.nist.gov/7.9.E1
 */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < 0) return x < -6 ? 2 : 2 - erfc(-x);
  if (x < 0.5) return 1 - erf(x);
  if (x > 27.3) return 0;
  return gaussian(x) * scaledErfc(x);
}

/** exp(x²) erfc(x) for x ≥ 1/2, by a continued fraction with terms enough for its argument. */
export function scaledErfc(x: number): number {
  let tail = x;
  for (let n = Math.ceil(10 + 160 / (x * x)); n > 0; n--) tail = x + n / 2 / tail;
  return 1 / (Math.sqrt(Math.PI) * tail);
}

/** exp(−x²) without the rounding of x²: the square of x's leading half is exact. */
function gaussian(x: number): number {
  const head = Math.fround(x);
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
}
