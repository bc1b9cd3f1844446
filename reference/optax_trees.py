"""Writes what optax says of projections, trees, states and perturbed functions to reference/data/optax-trees.json.

    python reference/optax_trees.py        (with the packages of reference/requirements.txt)
"""

import jax
import jax.numpy as jnp
import numpy as np
import optax

from stored import write

A = {"b": np.array([0.5, -1.5, 2.0], np.float32), "w": np.array([[1.0, -0.25], [0.75, 3.0]], np.float32)}
B = {"b": np.array([1.0, 0.5, -0.5], np.float32), "w": np.array([[2.0, 1.0], [-1.0, 0.5]], np.float32)}
SMALL = jax.tree.map(lambda x: x / 20, A)
TREES = {"A": A, "B": B, "SMALL": SMALL, "V": np.array([0.5, -1.5, 2.0, 0.1], np.float32)}

PROJECTIONS = [
    ("non_negative", ["A"]),
    ("box", ["V", -0.5, 1.25]),
    ("box", ["A", "SMALL", "B"]),
    ("hypercube", ["V"]),
    ("hypercube", ["V", 1.7]),
    ("simplex", ["A"]),
    ("simplex", ["SMALL", 3.0]),
    ("l1_sphere", ["A", 2.0]),
    ("l1_ball", ["A"]),
    ("l1_ball", ["SMALL"]),
    ("l2_sphere", ["A", 2.0]),
    ("l2_ball", ["A"]),
    ("l2_ball", ["SMALL"]),
    ("linf_ball", ["A", 0.8]),
    ("vector", ["A", "B"]),
    ("hyperplane", ["A", "B", 0.5]),
    ("halfspace", ["A", "B", 0.5]),
    ("halfspace", ["A", "B", 50.0]),
]

FUNCTIONS = [
    ("add", ["A", "B"]),
    ("add", ["A", "B", "SMALL"]),
    ("sub", ["A", "B"]),
    ("mul", ["A", "B"]),
    ("div", ["A", "B"]),
    ("scale", [0.3, "A"]),
    ("add_scale", ["A", 0.3, "B"]),
    ("where", [True, "A", "B"]),
    ("clip", ["A", -0.5, 1.25]),
    ("clip", ["A", None, 1.25]),
    ("vdot", ["A", "B"]),
    ("sum", ["A"]),
    ("max", ["A"]),
    ("min", ["A"]),
    ("size", ["A"]),
    ("norm", ["A"]),
    ("norm", ["A", 1]),
    ("norm", ["A", "inf"]),
    ("norm", ["A", 2, True]),
    ("norm", ["A", 1, True]),
    ("allclose", ["A", "A"]),
    ("allclose", ["A", "B"]),
    ("zeros_like", ["A"]),
    ("ones_like", ["A"]),
    ("full_like", ["A", 2.5]),
    ("cast", ["A", "int32"]),
    ("cast_like", ["A", "B"]),
    ("batch_shape", ["A", [2]]),
]


def plain(value):
    return jax.tree.map(lambda x: np.asarray(x).tolist(), value)


def weighed(tree):
    return sum(jnp.sum(x * jnp.cos(jnp.arange(x.size)).reshape(x.shape)) for x in jax.tree.leaves(tree))


def resolve(argument):
    if isinstance(argument, str) and argument in TREES:
        return jax.tree.map(jnp.asarray, TREES[argument])
    return tuple(argument) if isinstance(argument, list) else argument


projections = []
for name, args in PROJECTIONS:
    f = getattr(optax.projections, f"projection_{name}")
    given = [resolve(a) for a in args]
    projections.append({
        "name": f"projection_{name}",
        "args": args,
        "value": plain(f(*given)),
        "gradient": plain(jax.grad(lambda x: weighed(f(x, *given[1:])))(given[0])),
    })

functions = [
    {"name": name, "args": args, "value": plain(getattr(optax.tree, name)(*[resolve(a) for a in args]))}
    for name, args in FUNCTIONS
]

key = jax.random.PRNGKey(5)
drawn = {
    "keys": plain(optax.tree.split_key_like(key, A)),
    "normal": plain(optax.tree.random_like(key, A)),
    "uniform": plain(optax.tree.random_like(key, A, jax.random.uniform)),
}

tx = optax.chain(optax.clip(1.0), optax.inject_hyperparams(optax.adam)(learning_rate=0.25))
state = tx.init(A)
states = {
    "rate": float(optax.tree.get(state, "learning_rate")),
    "set": float(optax.tree.get(optax.tree.set(state, learning_rate=0.5), "learning_rate")),
    "counts": len(optax.tree.get_all_with_path(state, "count")),
}

x = jnp.array([0.4, 0.1, 0.35])
hard = lambda x: jax.nn.one_hot(jnp.argmax(x), 3)
perturbed = []
for noise in ["Gumbel", "Normal"]:
    for baseline in [True, False]:
        f = optax.perturbations.make_perturbed_fun(
            hard, num_samples=200, sigma=0.3, noise=getattr(optax.perturbations, noise)(), use_baseline=baseline
        )
        perturbed.append({
            "noise": noise,
            "baseline": baseline,
            "value": plain(f(key, x)),
            "jacobian": plain(jax.jacobian(lambda x: f(key, x))(x)),
        })

write("optax-trees", {
    "trees": plain(TREES),
    "projections": projections,
    "functions": functions,
    "drawn": drawn,
    "states": states,
    "perturbed": perturbed,
})
