/** Measuring how long code takes, as IPython's `%timeit` does. */

/** How long, in milliseconds, all loops of a run should take at least. */
const enough = 100;

/**
 * What is to be measured, one after the other: yields how many loops to run, and is told how long they took, in
 * milliseconds.
 *
 * @param loops - How many loops a run has; 0 for a power of ten that takes long enough.
 * @param runs - How many runs there are; 0 for seven.
 * @returns What the measurements say.
 */
export function* measurements(loops: number, runs: number): Generator<number, string, number> {
  let each = loops || 1;
  while (loops === 0 && (yield each) < enough) each *= 10;
  const times: number[] = [];
  while (times.length < (runs || 7)) times.push((yield each) / each);
  return describeRuns(times, each);
}

const units: [string, number][] = [
  ["s", 1000],
  ["ms", 1],
  ["µs", 1e-3],
  ["ns", 1e-6],
];

/** A duration in milliseconds, in the unit that fits, with three digits. */
export function durationText(milliseconds: number): string {
  const [unit, size] = units.find(([, least]) => milliseconds >= least) ?? ["ns", 1e-6];
  return `${Number((milliseconds / size).toPrecision(3))} ${unit}`;
}

/** Mean and deviation of what a loop took in several runs, in milliseconds. */
function describeRuns(times: readonly number[], loops: number): string {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const deviation = Math.sqrt(times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length);
  const runs = `${times.length} run${times.length === 1 ? "" : "s"}`;
  const loop = `${loops.toLocaleString("en")} loop${loops === 1 ? "" : "s"} each`;
  return `${durationText(mean)} ± ${durationText(deviation)} per loop (mean ± std. dev. of ${runs}, ${loop})`;
}
