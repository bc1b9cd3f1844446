import type { Typing } from "../array/asarray";
import { checkNumber } from "../array/checks";
import { readTyping } from "../array/coerce";
import { full } from "../np/creation";
import { shaped, type ShapedInitializer } from "./initializer";

/**
 * Makes an initializer that fills with one value.
 *
 * @param value - The value.
 * @param typing - The dtype where the layer asks for none. Default: float32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.constant.html
 * @example
 * nn.initializers.constant(7)(jax.random.PRNGKey(0), [2]).tolist(); // [7, 7]
 */
export function constant(value: number, typing?: Typing): ShapedInitializer {
  const own = readTyping("constant", typing) ?? "float32";
  const number = checkNumber("constant", "value", value);
  return shaped("constant", (_key, shape, dtype = own) => full(shape, number, dtype));
}

/**
 * Fills with zeros; itself an initializer.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.zeros.html
 * @example
 * nn.initializers.zeros(jax.random.PRNGKey(0), [2]).tolist(); // [0, 0]
 */
export const zeros: ShapedInitializer = shaped("zeros", function (_key, shape, dtype) {
  return full(shape, 0, dtype);
});

/**
 * Fills with ones; itself an initializer.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.ones.html
 * @example
 * nn.initializers.ones(jax.random.PRNGKey(0), [2]).tolist(); // [1, 1]
 */
export const ones: ShapedInitializer = shaped("ones", function (_key, shape, dtype) {
  return full(shape, 1, dtype);
});

/**
 * Gets the initializer {@link zeros}.
 *
 * @example
 * nn.initializers.zerosInit()(jax.random.PRNGKey(0), [2]).tolist(); // [0, 0]
 */
export function zerosInit(): ShapedInitializer {
  return zeros;
}

/**
 * Gets the initializer {@link ones}.
 *
 * @example
 * nn.initializers.onesInit()(jax.random.PRNGKey(0), [2]).tolist(); // [1, 1]
 */
export function onesInit(): ShapedInitializer {
  return ones;
}
