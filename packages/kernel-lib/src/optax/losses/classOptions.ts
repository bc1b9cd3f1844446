import type { ArrayLike } from "../../array/asarray";
import type { Axis } from "../../array/rows";

/** Options of the losses over classes. */
export interface ClassOptions {
  /** The axis of the classes. Default: -1. */
  axis?: Axis;
  /** Which classes take part. Default: all. */
  where?: ArrayLike | null;
}

export const usual: Required<ClassOptions> = { axis: -1, where: null };
