import process from "node:process";
import { getHeapStatistics } from "node:v8";

/**
 * How many bytes JavaScript objects may take before the engine ends the process. Its own number counts what is reserved
 * for young objects as well, of which later engines reserve more; the limit that was asked for is the one that holds.
 */
export function heapLimit(): number {
  const options = `${process.env.NODE_OPTIONS ?? ""} ${process.execArgv.join(" ")}`;
  const [, megabytes] = /--max[-_]old[-_]space[-_]size[= ](\d+)/.exec(options) ?? [];
  const asked = megabytes === undefined ? Infinity : Number(megabytes) * 2 ** 20;
  return Math.min(asked, getHeapStatistics().heap_size_limit);
}
