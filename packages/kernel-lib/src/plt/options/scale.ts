import { option, type OptionsOf } from "./option";
import { choice, number } from "./readers";

export const scaleOptions = {
  /** Whether a logarithmic axis draws what is not positive far below, or leaves a gap. Default: "clip". */
  nonpositive: option(choice("clip", "mask"), { default: "clip" }),
  /** Base of the logarithm; 10 is the only one. */
  base: option(number(), { default: 10 }),
};

/** Options of {@link xscale} and {@link yscale}. */
export type ScaleOptions = OptionsOf<typeof scaleOptions>;
