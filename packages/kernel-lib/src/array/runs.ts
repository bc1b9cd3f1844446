import type { Storage } from "./dtype";

/** Copies `count` runs of `run` elements, `step` apart, to a place of another array, one behind the other. */
type CopyRuns = (from: number, to: number, run: number, count?: number, step?: number) => void;

/** Shorter runs are copied sooner element by element. */
const worthView = 24;
/** Runs up to so many floats are copied sooner in pairs than through a view. */
const longestOfPairs = 256;

/**
 * Gives what copies runs of neighbouring elements from one storage to another of its type: once for all the runs of an
 * array. Floats that begin at even places are copied two at a time, as the float64 that they make together.
 */
export function runCopier(data: Storage, out: Storage): CopyRuns {
  const target = out.length < 512 ? undefined : pairsOf(out);
  const source = target && pairsOf(data);
  return (from, to, run, count = 1, step = 0) => {
    if (run < worthView) copyEach(data, from, step, out, to, run, count);
    else if (!source || run > longestOfPairs || (from | to | run | step) & 1) {
      for (let i = 0, at = from, place = to; i < count; i++, at += step, place += run) {
        out.set(data.subarray(at, at + run), place);
      }
    } else copyEach(source, from >> 1, step >> 1, target, to >> 1, run >> 1, count);
  };
}

/** Pairs of floats as float64, where they can be seen so. */
function pairsOf(data: Storage): Float64Array | undefined {
  if (!(data instanceof Float32Array) || data.byteOffset % 8 !== 0) return undefined;
  return new Float64Array(data.buffer, data.byteOffset, data.length >> 1);
}

/** Four elements a turn: a turn's own cost would otherwise be most of it. */
function copyEach(
  ...[data, from, step, out, to, run, count]: [
    ...source: [data: Storage, from: number, step: number],
    ...target: [out: Storage, to: number],
    ...sizes: [run: number, count: number],
  ]
): void {
  for (let k = 0, at = from, place = to; k < count; k++, at += step, place += run) {
    let i = 0;
    for (; i + 4 <= run; i += 4) {
      out[place + i] = data[at + i];
      out[place + i + 1] = data[at + i + 1];
      out[place + i + 2] = data[at + i + 2];
      out[place + i + 3] = data[at + i + 3];
    }
    for (; i < run; i++) out[place + i] = data[at + i];
  }
}
