/** B₂ₖ / (2k (2k − 1)), the coefficients of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
/** B₂ₖ / 2k. */
const bernoulliHalves = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
/** B₂ₖ / (2k)!. */
const bernoulliFactorials = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
];

/** Whether Γ has a pole there. */
const isPole = (x: number): boolean => x <= 0 && Number.isInteger(x);

/** sin(πx), exact at whole numbers. */
function sinPi(x: number): number {
  const rest = x - 2 * Math.round(x / 2);
  return Math.sin(Math.PI * (Math.abs(rest) > 0.5 ? Math.sign(rest) - rest : rest));
}

/** π / tan(πx), for x that is no whole number. */
function piCot(x: number): number {
  const rest = x - Math.round(x);
  return Math.PI / Math.tan(Math.PI * rest);
}

/**
 * log |Γ(x)|: Stirling's series from 10 on, smaller arguments by way of Γ(x + 1) = x Γ(x), negative ones by reflection.
 *
 * @see https://dlmf.nist.gov/5.11.E1
 */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) === Infinity || isPole(x)) return Infinity;
  if (x < 0.5) return Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
  if (x === 1 || x === 2) return 0;
  let product = 1;
  while (x < 10) product *= x++;
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * square + stirling[k];
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + sum / x - Math.log(product);
}

/** The sign of Γ(x); NaN where it has none. */
export function gammaSign(x: number): number {
  if (Number.isNaN(x) || x === -Infinity || (x < 0 && isPole(x))) return NaN;
  if (x === 0) return Object.is(x, -0) ? -1 : 1;
  return x > 0 || Math.floor(x) % 2 === 0 ? 1 : -1;
}

/**
 * ψ(x), the derivative of log Γ(x): its asymptotic series from 10 on, and its recurrence and reflection.
 *
 * @see https://dlmf.nist.gov/5.11.E2
 */
export function digamma(x: number): number {
  if (Number.isNaN(x) || isPole(x)) return NaN;
  if (x < 0.5) return digamma(1 - x) - piCot(x);
  let sum = 0;
  for (; x < 10; x++) sum -= 1 / x;
  const square = 1 / (x * x);
  let series = 0;
  for (let k = bernoulliHalves.length - 1; k >= 0; k--) series = (series + bernoulliHalves[k]) * square;
  return sum + Math.log(x) - 0.5 / x - series;
}

/**
 * Hurwitz's zeta function, the sum of (q + k)⁻ˢ for k = 0, 1, … with s > 1: its first terms, then Euler and Maclaurin's
 * formula.
 *
 * @see https://dlmf.nist.gov/25.11.E5
 */
export function zeta(s: number, q: number): number {
  if (s === 1) return Infinity;
  if (!(s > 1) || Number.isNaN(q)) return NaN;
  if (isPole(q)) return Infinity;
  if (q < 0 && !Number.isInteger(s)) return NaN;
  let sum = 0;
  let at = q;
  for (; at < 10; at++) sum += at ** -s;
  if (at === Infinity) return 0;
  const power = at ** -s;
  sum += (power * at) / (s - 1) + power / 2;
  let factor = (s * power) / at;
  bernoulliFactorials.forEach((coefficient, k) => {
    sum += coefficient * factor;
    factor *= ((s + 2 * k + 1) * (s + 2 * k + 2)) / (at * at);
  });
  return sum;
}

/** The derivative of ψ(x) of a whole order: (−1)ⁿ⁺¹ n! ζ(n + 1, x). */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  if (!(n > 0) || !Number.isInteger(n)) return NaN;
  return (n % 2 === 0 ? -1 : 1) * Math.exp(lgamma(n + 1)) * zeta(n + 1, x);
}
