import { describe, isPlainObject } from "../array/options";
import { flatten, leavesLike, unflatten } from "../transform/tree";
import { transformation, type GradientTransformation, type OptState } from "./transformation";

function checkTransformation(name: string, one: unknown): GradientTransformation {
  const { init, update } = (one ?? {}) as Partial<GradientTransformation>;
  if (typeof init === "function" && typeof update === "function") return one as GradientTransformation;
  throw new TypeError(`${name}: expected optimisers or transformations of gradients, got ${describe(one)}`);
}

/**
 * Applies transformations one after the other.
 *
 * @param transforms - Optimisers and transformations.
 * @returns One transformation; its state is the list of theirs.
 * @see https://optax.readthedocs.io/en/latest/api/combining_optimizers.html
 * @example
 * const tx = optax.chain(optax.clip(1), optax.scale(-0.5));
 * tx.update([jnp.array([4])], tx.init([jnp.array([0])]))[0][0].item(); // -0.5
 */
export function chain(...transforms: readonly GradientTransformation[]): GradientTransformation {
  const all = transforms.map((one) => checkTransformation("chain", one));
  return transformation(
    "chain",
    (params) => all.map((one) => one.init(params)),
    (updates, state: OptState[], params, extra) => {
      if (!Array.isArray(state) || state.length !== all.length) {
        throw new TypeError(
          `chain: expected a list of ${all.length} states, as init gives it, got ${describe(state)}`,
        );
      }
      let current = updates;
      const next = all.map((one, i) => {
        const [changed, own] = one.update(current, state[i], params, extra);
        current = changed;
        return own;
      });
      return [current, next];
    },
  );
}

/**
 * Applies named transformations one after the other.
 *
 * @param transforms - Pairs of a name and a transformation.
 * @returns One transformation; its state has theirs by their names.
 * @see https://optax.readthedocs.io/en/latest/api/combining_optimizers.html
 * @example
 * const tx = optax.namedChain(["clip", optax.clip(1)], ["down", optax.scale(-1)]);
 * Object.keys(tx.init([jnp.array([0])])); // ["clip", "down"]
 */
export function namedChain(
  ...transforms: readonly (readonly [name: string, transform: GradientTransformation])[]
): GradientTransformation {
  const all = transforms.map(([name, one]) => [name, checkTransformation("namedChain", one)] as const);
  if (new Set(all.map(([name]) => name)).size < all.length) {
    throw new TypeError(`namedChain: expected every name once, got ${all.map(([name]) => name).join(", ")}`);
  }
  return transformation(
    "namedChain",
    (params) => Object.fromEntries(all.map(([name, one]) => [name, one.init(params)])),
    (updates, state: Record<string, OptState>, params, extra) => {
      let current = updates;
      const next = all.map(([name, one]) => {
        const [changed, own] = one.update(current, state[name], params, extra);
        current = changed;
        return [name, own] as const;
      });
      return [current, Object.fromEntries(next)];
    },
  );
}

/** Which parameters are meant: a tree of truth values, one for a whole subtree, or a function that gives it. */
export type Mask = unknown;

/** Truth values for each leaf of a tree. */
function maskFor(name: string, mask: Mask, tree: unknown): boolean[] {
  const own: unknown = typeof mask === "function" ? (mask as (tree: unknown) => unknown)(tree) : mask;
  const [truths, built] = flatten(own);
  const wide = leavesLike(name, tree, built).flatMap((part, i) => flatten(part)[0].map(() => truths[i]));
  for (const truth of wide) {
    if (typeof truth !== "boolean") {
      throw new TypeError(`${name}: expected the mask to hold true and false, got ${describe(truth)}`);
    }
  }
  return wide as boolean[];
}

/** A tree with null in place of what is not meant. */
function maskedTree(name: string, tree: unknown, mask: Mask): unknown {
  const [leaves, structure] = flatten(tree);
  const truths = maskFor(name, mask, tree);
  return unflatten(
    structure,
    leaves.map((leaf, i) => (truths[i] ? leaf : null)),
  );
}

/**
 * Applies a transformation to some of the parameters; updates of the others are handed on as they are.
 *
 * @param inner - The transformation.
 * @param mask - A tree of truth values, built like the parameters or with one for a whole subtree, or a function from
 * the parameters to it.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.masked(optax.scale(2), { w: true, b: false });
 * const [updates] = tx.update({ w: jnp.array([1]), b: jnp.array([1]) }, tx.init({ w: jnp.array([0]), b: jnp.array([0]) }));
 * [updates.w.item(), updates.b.item()]; // [2, 1]
 */
export function masked(inner: GradientTransformation, mask: Mask): GradientTransformation {
  const own = checkTransformation("masked", inner);
  return transformation(
    "masked",
    (params) => ({ innerState: own.init(maskedTree("masked", params, mask)) }),
    (updates, state: { innerState: OptState }, params, extra) => {
      const [leaves, structure] = flatten(updates);
      const truths = maskFor("masked", mask, updates);
      const visible =
        params === undefined || params === null ? undefined : maskedTree("masked", params, mask);
      const [changed, innerState] = own.update(
        maskedTree("masked", updates, mask),
        state.innerState,
        visible,
        extra,
      );
      const news = flatten(changed)[0];
      let at = 0;
      const joined = leaves.map((leaf, i) => (truths[i] ? news[at++] : leaf));
      return [unflatten(structure, joined), { innerState }];
    },
  );
}

/**
 * Applies different transformations to different parameters.
 *
 * @param transforms - The transformations by label.
 * @param paramLabels - A tree of labels, built like the parameters or with one for a whole subtree, or a function from
 * the parameters to it.
 * @throws TypeError for a label without a transformation.
 * @see https://optax.readthedocs.io/en/latest/api/combining_optimizers.html
 * @example
 * const tx = optax.partition({ fast: optax.scale(-1), fixed: optax.setToZero() }, { w: "fast", b: "fixed" });
 * const params = { w: jnp.array([0]), b: jnp.array([0]) };
 * const [updates] = tx.update({ w: jnp.array([1]), b: jnp.array([1]) }, tx.init(params), params);
 * [updates.w.item(), updates.b.item()]; // [-1, 0]
 */
export function partition(
  transforms: Readonly<Record<string, GradientTransformation>>,
  paramLabels: unknown,
): GradientTransformation {
  if (!isPlainObject(transforms)) {
    throw new TypeError(`partition: expected transformations by label, got ${describe(transforms)}`);
  }
  const groups = Object.entries(transforms).map(([label, one]) => ({
    label,
    tx: masked(checkTransformation("partition", one), (tree: unknown) => labelled(tree, label)),
  }));
  const labelled = (tree: unknown, wanted: string): unknown => {
    const labels: unknown =
      typeof paramLabels === "function" ? (paramLabels as (tree: unknown) => unknown)(tree) : paramLabels;
    const [names, structure] = flatten(labels);
    const unknown = names.find((name) => !Object.hasOwn(transforms, name as string));
    if (unknown !== undefined) {
      const known = Object.keys(transforms).join(", ");
      throw new TypeError(`partition: expected labels among ${known}, got ${describe(unknown)}`);
    }
    return unflatten(
      structure,
      names.map((name) => name === wanted),
    );
  };
  return transformation(
    "partition",
    (params) => ({
      innerStates: Object.fromEntries(groups.map(({ label, tx }) => [label, tx.init(params)])),
    }),
    (updates, state: { innerStates: Record<string, OptState> }, params, extra) => {
      let current = updates;
      const next = groups.map(({ label, tx }) => {
        const [changed, own] = tx.update(current, state.innerStates[label], params, extra);
        current = changed;
        return [label, own] as const;
      });
      return [current, { innerStates: Object.fromEntries(next) }];
    },
  );
}

/** The same as {@link partition}. */
export const multiTransform = partition;
