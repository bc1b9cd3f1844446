import { erfc, scaledErfc } from "./special";

/** The logarithm of the share of the normal distribution below x. */
export function logNormalShare(x: number): number {
  if (x > -1) return Math.log1p(-erfc(x / Math.SQRT2) / 2);
  return -(x * x) / 2 + Math.log(scaledErfc(-x / Math.SQRT2) / 2);
}

/** Where the normal distribution has a share p below: Newton's steps on the logarithm, which is concave. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return p === 1 ? Infinity : -normalQuantile(1 - p);
  const target = Math.log(p);
  let x = -Math.sqrt(-2 * target);
  for (let i = 0; i < 50; i++) {
    const share = logNormalShare(x);
    const step = (target - share) * Math.sqrt(2 * Math.PI) * Math.exp(share + (x * x) / 2);
    x += step;
    if (Math.abs(step) < 1e-15 * Math.max(1e-3, Math.abs(x))) break;
  }
  return x;
}
