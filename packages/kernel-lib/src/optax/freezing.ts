import { readOptions, type Spelled } from "../array/options";
import { map as mapTrees } from "../transform/treeFunctions";
import { masked, partition, type Mask } from "./combining";
import { setToZero } from "./scaling";
import type { GradientTransformation } from "./transformation";

/**
 * Sets the updates of some parameters to 0, so that they stay as they are.
 *
 * @param mask - Which parameters stay, as for `optax.masked`: a tree of truth values, or a function of the parameters.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.chain(optax.sgd(0.5), optax.freeze({ w: true, b: false }));
 * const params = { w: jnp.array([1]), b: jnp.array([1]) };
 * tx.update(params, tx.init(params))[0].w.item(); // 0
 */
export function freeze(mask: Mask): GradientTransformation {
  return masked(setToZero(), mask);
}

/** Options of {@link selectiveTransform}. */
export interface SelectiveOptions {
  /** Which parameters stay as they are: one truth value, or a tree of them. */
  freezeMask?: unknown;
}

/**
 * Trains some parameters with an optimiser, which carries nothing along for the others; these stay as they are.
 *
 * @param optimizer - The optimiser.
 * @param options - Which parameters stay: `{ freezeMask }`.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.selectiveTransform(optax.sgd(0.5), { freezeMask: { w: true, b: false } });
 * const params = { w: jnp.array([1]), b: jnp.array([1]) };
 * tx.update(params, tx.init(params))[0].b.item(); // -0.5
 */
export function selectiveTransform(
  optimizer: GradientTransformation,
  options: Spelled<SelectiveOptions>,
): GradientTransformation {
  const { freezeMask } = readOptions<Required<SelectiveOptions>>("selectiveTransform", options, {
    freezeMask: false,
  });
  const labels = mapTrees((stays: unknown) => (stays === true ? "freeze" : "train"), freezeMask as never);
  return partition({ train: optimizer, freeze: setToZero() }, labels);
}
