/** Complex numbers by their parts. */
export interface Complex {
  re: Float64Array;
  im: Float64Array;
}

/** Transforms in place a list whose length is a power of two. */
function powerOfTwo({ re, im }: Complex): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const angle = (-2 * Math.PI * k) / size;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let a = k; a < n; a += size) {
        const b = a + half;
        const [x, y] = [re[b] * cos - im[b] * sin, re[b] * sin + im[b] * cos];
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
      }
    }
  }
}

/** The transform of a list of any length, as a convolution with a chirp: Bluestein's algorithm. */
function anyLength(values: Float64Array): Complex {
  const n = values.length;
  const size = 2 ** Math.ceil(Math.log2(2 * n - 1));
  const list = () => ({ re: new Float64Array(size), im: new Float64Array(size) });
  const [signal, chirp] = [list(), list()];
  // k² is taken modulo 2n, beyond which angles would lose digits.
  const turn = (k: number) => (Math.PI * ((k * k) % (2 * n))) / n;
  for (let k = 0; k < n; k++) {
    const [cos, sin] = [Math.cos(turn(k)), Math.sin(turn(k))];
    signal.re[k] = values[k] * cos;
    signal.im[k] = -values[k] * sin;
    chirp.re[k] = chirp.re[(size - k) % size] = cos;
    chirp.im[k] = chirp.im[(size - k) % size] = sin;
  }
  powerOfTwo(signal);
  powerOfTwo(chirp);
  const product = list();
  for (let k = 0; k < size; k++) {
    product.re[k] = signal.re[k] * chirp.re[k] - signal.im[k] * chirp.im[k];
    // The inverse transform is the transform of the conjugate.
    product.im[k] = -(signal.re[k] * chirp.im[k] + signal.im[k] * chirp.re[k]);
  }
  powerOfTwo(product);
  const result = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let k = 0; k < n; k++) {
    const [x, y] = [product.re[k] / size, -product.im[k] / size];
    const [cos, sin] = [Math.cos(turn(k)), Math.sin(turn(k))];
    result.re[k] = x * cos + y * sin;
    result.im[k] = y * cos - x * sin;
  }
  return result;
}

/**
 * The discrete Fourier transform of real numbers.
 *
 * $$X_k = \sum_n x_n e^{-2πikn/N}$$
 */
export function fft(values: Float64Array): Complex {
  const n = values.length;
  if (n === 0) return { re: new Float64Array(), im: new Float64Array() };
  const result =
    (n & (n - 1)) === 0 ? { re: Float64Array.from(values), im: new Float64Array(n) } : anyLength(values);
  if ((n & (n - 1)) === 0) powerOfTwo(result);
  // Of real numbers these parts are real, without what rounding leaves.
  result.im[0] = 0;
  if (n % 2 === 0) result.im[n / 2] = 0;
  return result;
}
