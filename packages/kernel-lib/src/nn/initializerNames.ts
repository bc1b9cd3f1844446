import { glorotNormal, glorotUniform, heNormal, heUniform } from "./fanInitializers";

/**
 * The same as {@link glorotNormal}, by the first name of its author.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.glorot_normal.html
 * @example
 * nn.initializers.xavierNormal()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export const xavierNormal: typeof glorotNormal = glorotNormal;

/**
 * The same as {@link glorotUniform}, by the first name of its author.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.glorot_uniform.html
 * @example
 * nn.initializers.xavierUniform()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export const xavierUniform: typeof glorotUniform = glorotUniform;

/**
 * The same as {@link heNormal}, by the first name of its author.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.he_normal.html
 * @example
 * nn.initializers.kaimingNormal()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export const kaimingNormal: typeof heNormal = heNormal;

/**
 * The same as {@link heUniform}, by the first name of its author.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.initializers.he_uniform.html
 * @example
 * nn.initializers.kaimingUniform()(jax.random.PRNGKey(0), [3, 4]).shape; // [3, 4]
 */
export const kaimingUniform: typeof heUniform = heUniform;
