import type { Anything } from "../array/anything";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { cumsum } from "../np/cumulative";
import { arange } from "../np/ranges";
import { sum as total } from "../np/reductions";
import {
  abs,
  divide,
  greater,
  lessEqual,
  maximum,
  minimum,
  multiply,
  sign,
  sqrt,
  square,
  subtract,
} from "../np/ufuncs";
import { where as choose } from "../np/where";
import { concatenate } from "../ops/concatenate";
import { reshape } from "../ops/layout";
import { stopGradient } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { sort } from "../ops/sort";
import { flatten, leavesLike, unflatten } from "../transform/tree";
import { leavesOf, overTrees } from "./transformation";
import { addScale, fullLike, mul, norm, scale as scaled, vdot, where } from "./trees";

/** A tree of arrays. */
type Tree = Anything;

/**
 * Moves numbers below 0 to 0: the nearest point without negative numbers.
 *
 * @param tree - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionNonNegative([jnp.array([-1, 2])])[0].tolist(); // [0, 2]
 */
export function projectionNonNegative(tree: Tree): Tree {
  return overTrees("projectionNonNegative", (x) => choose(greater(x, 0), x, 0), tree);
}

/**
 * Moves numbers outside of bounds to these: the nearest point of a box.
 *
 * @param tree - A tree of arrays.
 * @param lower - The least values: a number, or a tree built like it.
 * @param upper - The largest values, likewise.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionBox([jnp.array([-1, 2])], 0, 1)[0].tolist(); // [0, 1]
 */
export function projectionBox(tree: Tree, lower: Tree, upper: Tree): Tree {
  const name = "projectionBox";
  const [leaves, structure] = flatten(tree);
  const boundsOf = (bound: Tree): unknown[] => {
    const [given, built] = flatten(bound);
    return built.kind === "leaf" ? leaves.map(() => given[0]) : leavesLike(name, bound, structure);
  };
  const [lows, highs] = [boundsOf(lower), boundsOf(upper)];
  const within = leavesOf(name, tree).map((x, i) =>
    minimum(maximum(x, toArray(name, lows[i])), toArray(name, highs[i])),
  );
  return unflatten(structure, within);
}

/**
 * Moves numbers to between 0 and a largest one: the nearest point of a cube.
 *
 * @param tree - A tree of arrays.
 * @param scale - The length of its edges: a number, or a tree built like it.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionHypercube([jnp.array([-1, 2])])[0].tolist(); // [0, 1]
 */
export function projectionHypercube(tree: Tree, scale: Tree = 1): Tree {
  return projectionBox(tree, 0, scale);
}

/** The nearest vector of numbers that are not negative and add up to 1. */
function ontoUnitSimplex(x: ndarray): ndarray {
  const falling = sort(stopGradient(x), 0, true);
  const places = arange(1, x.size + 1, { dtype: x.dtype });
  const means = divide(subtract(cumsum(falling), 1), places);
  const isKept = greater(falling, means);
  const count = total(choose(isKept, 1, 0));
  const least = divide(subtract(total(choose(isKept, falling, 0)), 1), count);
  const kept = greater(x, stopGradient(least));
  // The same threshold again, as a function of those that are kept, for derivatives.
  const threshold = divide(subtract(total(choose(kept, x, 0)), 1), total(choose(kept, 1, 0)));
  return choose(kept, subtract(x, threshold), 0);
}

/**
 * Finds the nearest point without negative numbers whose numbers add up to 1: chances.
 *
 * @param tree - A tree of arrays.
 * @param scale - What they add up to. Default: 1.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionSimplex([jnp.array([2, 1.5])])[0].tolist(); // [0.75, 0.25]
 */
export function projectionSimplex(tree: Tree, scale: number | ndarray = 1): Tree {
  const leaves = leavesOf("projectionSimplex", tree);
  const flat = concatenate(
    leaves.map((x) => reshape(x, [x.size])),
    0,
  );
  const projected = multiply(scale, ontoUnitSimplex(divide(flat, scale)));
  let at = 0;
  const parts = leaves.map(({ shape, size }) => reshape(sliceAxis(projected, 0, at, (at += size)), shape));
  return unflatten(flatten(tree)[1], parts);
}

/**
 * Finds the nearest point whose absolute values add up to a number.
 *
 * @param tree - A tree of arrays.
 * @param scale - The number. Default: 1.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionL1Sphere([jnp.array([-2, 1.5])])[0].tolist(); // [-0.75, 0.25]
 */
export function projectionL1Sphere(tree: Tree, scale: number | ndarray = 1): Tree {
  const name = "projectionL1Sphere";
  return mul(overTrees(name, sign, tree), projectionSimplex(overTrees(name, abs, tree), scale));
}

/**
 * Finds the nearest point whose absolute values add up to a number at most.
 *
 * @param tree - A tree of arrays.
 * @param scale - The number. Default: 1.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionL1Ball([jnp.array([0.5, -0.25])])[0].tolist(); // [0.5, -0.25]
 */
export function projectionL1Ball(tree: Tree, scale: number | ndarray = 1): Tree {
  return where(lessEqual(norm(tree, 1), scale), tree, projectionL1Sphere(tree, scale));
}

/**
 * Scales a tree to a length as one vector.
 *
 * @param tree - A tree of arrays.
 * @param scale - The length. Default: 1.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionL2Sphere([jnp.array([3, 4])], 10)[0].tolist(); // [6, 8]
 */
export function projectionL2Sphere(tree: Tree, scale: number | ndarray = 1): Tree {
  return scaled(divide(scale, norm(tree)), tree);
}

/**
 * Scales a tree down to a length as one vector, if it is longer.
 *
 * @param tree - A tree of arrays.
 * @param scale - The length. Default: 1.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionL2Ball([jnp.array([3, 4])], 10)[0].tolist(); // [3, 4]
 */
export function projectionL2Ball(tree: Tree, scale: number | ndarray = 1): Tree {
  const longest = maximum(norm(tree, { squared: true }), square(scale));
  return scaled(divide(scale, sqrt(longest)), tree);
}

/**
 * Moves numbers to between −scale and scale: the nearest point none of whose numbers is larger.
 *
 * @param tree - A tree of arrays.
 * @param scale - The largest absolute value. Default: 1.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionLinfBall([jnp.array([-3, 0.5])])[0].tolist(); // [-1, 0.5]
 */
export function projectionLinfBall(tree: Tree, scale: number | ndarray = 1): Tree {
  return projectionBox(tree, fullLike(tree, multiply(-1, scale)), fullLike(tree, scale));
}

/**
 * Finds the nearest multiple of a tree: ⟨x, a⟩ / ⟨a, a⟩ · a.
 *
 * @param x - A tree of arrays.
 * @param a - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionVector([jnp.array([3, 4])], [jnp.array([2, 0])])[0].tolist(); // [3, 0]
 */
export function projectionVector(x: Tree, a: Tree): Tree {
  return scaled(divide(vdot(x, a), vdot(a, a)), a);
}

/** How much of a is to be added to x, so that ⟨a, x⟩ = b. */
const distance = (x: Tree, a: Tree, b: number | ndarray): ndarray =>
  divide(subtract(b, vdot(x, a)), vdot(a, a));

/**
 * Finds the nearest point of a plane: of those with ⟨a, y⟩ = b.
 *
 * @param x - A tree of arrays.
 * @param a - One built like it.
 * @param b - A number.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionHyperplane([jnp.array([3, 4])], [jnp.array([2, 0])], 2)[0].tolist(); // [1, 4]
 */
export function projectionHyperplane(x: Tree, a: Tree, b: number | ndarray): Tree {
  return addScale(x, distance(x, a, b), a);
}

/**
 * Finds the nearest point on one side of a plane: of those with ⟨a, y⟩ ≤ b.
 *
 * @param x - A tree of arrays.
 * @param a - One built like it.
 * @param b - A number.
 * @see https://optax.readthedocs.io/en/latest/api/projections.html
 * @example
 * optax.projections.projectionHalfspace([jnp.array([3, 4])], [jnp.array([2, 0])], 9)[0].tolist(); // [3, 4]
 */
export function projectionHalfspace(x: Tree, a: Tree, b: number | ndarray): Tree {
  return addScale(x, minimum(distance(x, a, b), 0), a);
}
