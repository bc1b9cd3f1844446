import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import type { ActivationInfo } from "./activation";
import * as axiswise from "./axiswise";
import * as exponential from "./exponential";
import * as rectified from "./rectified";
import * as sigmoidal from "./sigmoidal";

/** Any activation in the table, whatever parameters it has. */
export type AnyActivation = ActivationInfo & { readonly name: string } & ((
    x: ArrayLike,
    ...parameters: never[]
  ) => ndarray);

/**
 * All activation functions, each once, in the order of their families.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/activation_functions.html
 * @example
 * nn.activations.filter((f) => f.kinks.length === 0).map((f) => f.name);
 */
export const activations: readonly AnyActivation[] = [
  ...new Set<AnyActivation>(
    [rectified, sigmoidal, exponential, axiswise].flatMap(
      (family) => Object.values(family) as AnyActivation[],
    ),
  ),
];
