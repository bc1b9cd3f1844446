import type { Anything } from "../array/anything";
import { describe } from "../array/options";
import type { ndarray } from "../array/ndarray";
import { firstField } from "./fields";
import { Module } from "./module";

/** A module, or any other function of arrays. */
export type Layer = (...args: never[]) => unknown;

/**
 * Several layers, each applied to what the one before gives (to all of it, where that is a list).
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/_autosummary/flax.linen.Sequential.html
 * @example
 * const model = new nn.Sequential([new nn.Dense(4), nn.relu, new nn.Dense(2)]);
 * const variables = model.init(jax.random.PRNGKey(0), np.ones([1, 3]));
 * Object.keys(variables.params); // ["layers_0", "layers_2"]
 */
export class Sequential extends Module {
  /** The layers in order. */
  readonly layers: readonly ((...inputs: Anything[]) => Anything)[] = [];

  /**
   * Makes a chain of layers.
   *
   * @param layers - Modules and other functions; or all fields by name, `{ layers }`.
   * @param fields - The name of the module.
   * @throws TypeError for a layer that cannot be called.
   */
  constructor(
    layers: readonly Layer[] | { layers: readonly Layer[]; name?: string },
    fields?: { name?: string },
  ) {
    const given = firstField("layers", layers, fields);
    if (!Array.isArray(given.layers)) {
      throw new TypeError(`Sequential: expected a list of layers, got ${describe(given.layers)}`);
    }
    given.layers.forEach((layer: unknown, i) => {
      if (typeof layer === "function") return;
      throw new TypeError(
        `Sequential: expected layer ${i} to be a module or a function, got ${describe(layer)}`,
      );
    });
    super(given);
  }

  /** Applies the layers one after the other. */
  override __call__(...inputs: unknown[]): ndarray {
    if (this.layers.length === 0) throw new RangeError("Sequential: expected at least one layer, got none");
    const last = this.layers.reduce<unknown>((outputs, layer, i) => {
      const call = layer as (...args: unknown[]) => unknown;
      return i > 0 && !Array.isArray(outputs) ? call(outputs) : call(...(outputs as unknown[]));
    }, inputs);
    return last as ndarray;
  }
}
