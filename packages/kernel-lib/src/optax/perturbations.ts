import type { Anything } from "../array/anything";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { mean } from "../np/statistics";
import { divide, exp, multiply, negative, square, subtract } from "../np/ufuncs";
import { stopGradient } from "../ops/map";
import { gumbel } from "../random/gumbel";
import { split, type Key } from "../random/keys";
import { normal } from "../random/normal";
import { vmap } from "../transform/vmap";
import { overTrees } from "./transformation";
import { addScale, randomLike, scale, sum } from "./trees";

/** Noise: what draws it, and the logarithm of its density but for a constant. */
export interface Noise {
  sample(key: Key, sampleShape?: readonly number[], dtype?: DType): ndarray;
  logProb(inputs: ndarray): ndarray;
}

/**
 * Noise of the normal distribution.
 *
 * @see https://optax.readthedocs.io/en/latest/api/perturbations.html
 * @example
 * new optax.perturbations.Normal().logProb(jnp.array(2)).item(); // -2
 */
export class Normal implements Noise {
  /** Draws. */
  sample(key: Key, sampleShape: readonly number[] = [], dtype: DType = "float32"): ndarray {
    return normal(key, sampleShape, dtype);
  }

  /** The logarithm of the density, but for a constant. */
  logProb(inputs: ndarray): ndarray {
    return multiply(-0.5, square(inputs));
  }
}

/**
 * Noise of the Gumbel distribution.
 *
 * @see https://optax.readthedocs.io/en/latest/api/perturbations.html
 * @example
 * new optax.perturbations.Gumbel().logProb(jnp.array(0)).item(); // -1
 */
export class Gumbel implements Noise {
  /** Draws. */
  sample(key: Key, sampleShape: readonly number[] = [], dtype: DType = "float32"): ndarray {
    return gumbel(key, sampleShape, dtype);
  }

  /** The logarithm of the density, but for a constant. */
  logProb(inputs: ndarray): ndarray {
    return subtract(negative(inputs), exp(negative(inputs)));
  }
}

/** Options of {@link makePerturbedFun}. */
export interface PerturbedOptions {
  /** How many draws are averaged. Default: 1000. */
  numSamples?: number;
  /** How large the noise is. Default: 0.1. */
  sigma?: number;
  /** The noise. Default: {@link Gumbel}. */
  noise?: Noise;
  /** Whether the gradient is measured from the value without noise, which makes it less noisy. Default: true. */
  useBaseline?: boolean;
}

/**
 * Makes of any function one that has gradients: the mean of its values at places near by.
 *
 * @param fun - A function from a tree to a tree, which may be flat in places: `jnp.argmax`.
 * @param options - See {@link PerturbedOptions}.
 * @returns A function of a key and the tree.
 * @throws TypeError if `fun` is not a function.
 * @see https://arxiv.org/abs/2002.08676
 * @example
 * const hard = (x: np.ndarray) => jax.nn.oneHot(jnp.argmax(x), 3);
 * const soft = optax.perturbations.makePerturbedFun(hard, { numSamples: 100 });
 * soft(jax.random.key(0), jnp.array([1, 2, 9])).tolist(); // [0, 0, 1]
 */
export function makePerturbedFun<X = ndarray, Y = ndarray>(
  fun: (inputs: X) => Y,
  options?: Spelled<PerturbedOptions>,
): (key: Key, inputs: X) => Y {
  const name = "makePerturbedFun";
  if (typeof fun !== "function") throw new TypeError(`${name}: expected a function, got ${describe(fun)}`);
  const usual: Required<PerturbedOptions> = {
    numSamples: 1000,
    sigma: 0.1,
    noise: new Gumbel(),
    useBaseline: true,
  };
  const { numSamples, sigma, noise, useBaseline } = readOptions(name, options, usual);
  const still = (tree: unknown): unknown => overTrees(name, stopGradient, tree);
  return (key, inputs) => {
    const baseline = useBaseline ? fun(still(inputs) as X) : undefined;
    const one = (own: Key): Anything => {
      const draws = randomLike(own, inputs, (k, shape, dtype) => noise.sample(k, shape, dtype as DType));
      const moved = still(addScale(inputs, sigma, draws));
      const noises = overTrees(name, (x, y) => divide(subtract(y, x), sigma), inputs, moved);
      const chance = sum(overTrees(name, (z) => noise.logProb(z), noises));
      // 1, with the derivative of the logarithm of the density.
      const box = exp(subtract(chance, stopGradient(chance)));
      const value = scale(box, fun(moved as X)) as unknown;
      return useBaseline ? addScale(value, subtract(1, box), baseline) : value;
    };
    const values = vmap(one as never)(split(key, numSamples) as never) as unknown;
    return overTrees(name, (x) => mean(x, { axis: 0 }), values) as Y;
  };
}
