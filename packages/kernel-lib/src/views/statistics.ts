import type { Histogram, Statistics } from "../payloads";

const bins = 40;

/** A number in so many digits. */
export const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** Measures the elements of an array. */
export function statisticsOf(data: ArrayLike<number>): Statistics {
  let [min, max, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (value - value !== 0) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    count++;
  }
  const bad = data.length - count;
  if (count === 0) return { bad };
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    const distance = data[i] - mean;
    if (distance - distance === 0) squares += distance * distance;
  }
  const std = Math.sqrt(squares / count);
  return { min: rounded(min, 6), max: rounded(max, 6), mean: rounded(mean, 5), std: rounded(std, 5), bad };
}

/** Counts the finite elements of an array by where they lie; undefined where all are the same, or there is none. */
export function histogramOf(data: ArrayLike<number>, { min, max }: Statistics): Histogram | undefined {
  if (min === undefined || max === undefined || !(max > min)) return undefined;
  const counts = new Array<number>(bins).fill(0);
  const factor = bins / (max - min);
  for (let i = 0; i < data.length; i++) {
    const at = (data[i] - min) * factor;
    if (at - at === 0) counts[Math.max(0, Math.min(bins - 1, Math.floor(at)))]++;
  }
  return { from: min, to: max, counts };
}
