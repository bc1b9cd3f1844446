import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/**
 * Collects garbage now. A program that is given up leaves tens of megabytes, which the engine would let lie until it
 * has several times as many.
 */
export const collectGarbage = runInNewContext("gc") as () => void;
