/**
 * exp(−|x|) times Bessel's function Iₙ(x), for n = 0 or 1: its series, all of whose terms have one sign, and from 30 on
 * its asymptotic one.
 *
 * @see https://dlmf.nist.gov/10.25.E2
 * @see https://dlmf.nist.gov/10.40.E1
 */
export function scaledBessel(order: 0 | 1, x: number): number {
  const size = Math.abs(x);
  if (size > 30) {
    let [term, sum] = [1, 1];
    for (let k = 1; k < 30 && Math.abs(term) > 1e-17 * sum; k++) {
      term *= ((2 * k - 1) ** 2 - 4 * order) / (8 * k * size);
      sum += term;
    }
    const value = sum / Math.sqrt(2 * Math.PI * size);
    return order === 1 && x < 0 ? -value : value;
  }
  return Math.exp(-size) * besselSeries(order, x);
}

/** Bessel's function Iₙ for n = 0 or 1. */
export function bessel(order: 0 | 1, x: number): number {
  if (Math.abs(x) === Infinity) return order === 1 ? x : Infinity;
  return Math.abs(x) > 30 ? scaledBessel(order, x) * Math.exp(Math.abs(x)) : besselSeries(order, x);
}

function besselSeries(order: 0 | 1, x: number): number {
  const quarter = (x * x) / 4;
  let term = order === 0 ? 1 : x / 2;
  let sum = term;
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}
