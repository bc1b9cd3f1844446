import type { ndarray } from "../array/ndarray";

/** Options of the optimisers with two running means, as Adam. */
export interface AdamOptions {
  /** How much of the mean of gradients stays each step. Default: 0.9. */
  b1?: number | ndarray;
  /** How much of the mean of their squares stays. Default: 0.999. */
  b2?: number | ndarray;
  /** What is added outside the root, so that nothing is divided by 0. Default: 1e-8. */
  eps?: number | ndarray;
  /** What is added inside the root, needed where one differentiates through the optimiser. Default: 0. */
  epsRoot?: number | ndarray;
  /** Whether to look one step ahead, as Nesterov does. Default: false. */
  nesterov?: boolean;
}

export const adamDefaults: Required<AdamOptions> = {
  b1: 0.9,
  b2: 0.999,
  eps: 1e-8,
  epsRoot: 0,
  nesterov: false,
};

/** The options of Adam among those of an optimiser. */
export const adamOf = ({ b1, b2, eps, epsRoot, nesterov }: AdamOptions): AdamOptions => ({
  b1,
  b2,
  eps,
  epsRoot,
  nesterov,
});
