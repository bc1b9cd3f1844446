/**
 * Estimates a density by Gaussian kernels about values.
 *
 * @param values - The values.
 * @param bandwidth - Width of the kernels in standard deviations of the values. Default: by Scott's rule, n^(-1/5).
 * @returns The density at a point.
 * @see https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.gaussian_kde.html
 */
export function gaussianDensity(values: Float64Array, bandwidth?: number): (at: number) => number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const width = (bandwidth ?? n ** -0.2) * Math.sqrt(variance);
  const scale = 1 / (n * width * Math.sqrt(2 * Math.PI));
  return (at) => {
    let sum = 0;
    for (const value of values) sum += Math.exp(-(((at - value) / width) ** 2) / 2);
    return scale * sum;
  };
}
