"""Draws with jax.random what the tests of packages/kernel-lib/src/random compare with.

    python reference/jax_random.py        (with the packages of reference/requirements.txt)
"""

import jax
import jax.numpy as jnp
import numpy as np
from jax import random

from stored import stored, write

# 1000 seeds: the first hundred, the edges of 32 bits and beyond, negative ones, and others spread over all sizes.
edges = [2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**40 + 3, -1, -2, -(2**31), 2**53 - 1, -(2**53 - 1)]
spread = [int(s) for s in np.random.default_rng(0).integers(-(2**53), 2**53, 890) >> np.arange(890) % 50]
seeds = list(range(100)) + edges + spread
keys = np.stack([np.asarray(random.PRNGKey(seed % 2**32)) for seed in seeds])


def each(draw):
    return stored(jax.vmap(draw)(jnp.asarray(keys)))


write(
    "jax-random-seeds",
    {
        "seeds": [str(seed) for seed in seeds],
        "keys": stored(keys),
        "split": each(lambda k: random.split(k, 3)),
        "foldIn": each(lambda k: random.fold_in(k, 7)),
        "foldInLarge": each(lambda k: random.fold_in(k, 2**32 - 1)),
        "bits": each(lambda k: random.bits(k, (5,))),
        "uniform": each(lambda k: random.uniform(k, (5,))),
        "uniformScaled": each(lambda k: random.uniform(k, (5,), minval=-3.3, maxval=7.1)),
        "normal": each(lambda k: random.normal(k, (5,))),
        "randint": each(lambda k: random.randint(k, (5,), -5, 1000)),
        "bernoulli": each(lambda k: random.bernoulli(k, 0.3, (5,))),
        "truncatedNormal": each(lambda k: random.truncated_normal(k, -2.0, 2.0, (5,))),
    },
)

key = random.PRNGKey(42)
cases = []


def case(name, args, options, result):
    cases.append({"name": name, "args": args, "options": options, "result": stored(result)})


case("split", [[2, 3]], None, random.split(key, (2, 3)))
case("bits", [[2, 3, 4]], None, random.bits(key, (2, 3, 4)))
case("bits", [[]], None, random.bits(key, ()))
case("uniform", [[10000]], None, random.uniform(key, (10000,)))
case("uniform", [[10000]], {"minval": -10, "maxval": 10}, random.uniform(key, (10000,), minval=-10, maxval=10))
case("uniform", [[2, 3]], {"minval": [0, 1, 2], "maxval": [[1], [5]]},
     random.uniform(key, (2, 3), minval=jnp.array([0.0, 1, 2]), maxval=jnp.array([[1.0], [5]])))
case("normal", [[10000]], None, random.normal(key, (10000,)))
case("normal", [[]], None, random.normal(key))
case("gumbel", [[1000]], None, random.gumbel(key, (1000,)))
for name in ["exponential", "laplace", "logistic", "cauchy"]:
    case(name, [[1000]], None, getattr(random, name)(key, (1000,)))
logits = np.array([[0.5, -1, 2, 0.1], [1, 1, -3, 0]], np.float32)
case("categorical", [logits.tolist()], None, random.categorical(key, jnp.asarray(logits)))
case("categorical", [logits.tolist()], {"axis": 0}, random.categorical(key, jnp.asarray(logits), axis=0))
case("categorical", [logits.tolist()], {"shape": [50, 2]}, random.categorical(key, jnp.asarray(logits), shape=(50, 2)))
case("truncatedNormal", [-1, 3, [1000]], None, random.truncated_normal(key, -1.0, 3.0, (1000,)))
case("truncatedNormal", [[-1, 0, 1], [[1], [2]]], None,
     random.truncated_normal(key, jnp.array([-1.0, 0, 1]), jnp.array([[1.0], [2]])))
for low, high in [(0, 10), (0, 1), (5, 5), (7, 3), (-(2**31), 2**31 - 1), (0, 2**31 - 1), (-1, 65536), (-100, -50)]:
    case("randint", [[50], low, high], None, random.randint(key, (50,), low, high))
case("randint", [[50], 0, 256], {"dtype": "uint8"}, random.randint(key, (50,), 0, 256, jnp.uint8))
case("randint", [[50], 0, 100], {"dtype": "uint32"}, random.randint(key, (50,), 0, 100, jnp.uint32))
case("randint", [[2, 3], [0, 10, 20], [[15], [40]]], None,
     random.randint(key, (2, 3), jnp.array([0, 10, 20]), jnp.array([[15], [40]])))
case("bernoulli", [0.5, [1000]], None, random.bernoulli(key, 0.5, (1000,)))
case("bernoulli", [], None, random.bernoulli(key))
case("bernoulli", [[0.1, 0.5, 0.9]], None, random.bernoulli(key, jnp.array([0.1, 0.5, 0.9])))
for n in [0, 1, 2, 10, 1625, 1626, 3000]:
    case("permutation", [n], None, random.permutation(key, n))
grid = np.arange(24, dtype=np.float32).reshape(4, 6)
case("permutation", [grid.tolist()], None, random.permutation(key, jnp.asarray(grid)))
case("permutation", [grid.tolist()], {"axis": 1}, random.permutation(key, jnp.asarray(grid), axis=1))
case("permutation", [grid.tolist()], {"axis": 1, "independent": True},
     random.permutation(key, jnp.asarray(grid), axis=1, independent=True))
case("permutation", [grid.tolist()], {"independent": True},
     random.permutation(key, jnp.asarray(grid), independent=True))
p = [0.1, 0.2, 0.05, 0.4, 0.25]
case("choice", [10, [20]], None, random.choice(key, 10, (20,)))
case("choice", [10, []], None, random.choice(key, 10))
case("choice", [10, [7]], {"replace": False}, random.choice(key, 10, (7,), replace=False))
case("choice", [grid.tolist(), [2, 2]], None, random.choice(key, jnp.asarray(grid), (2, 2)))
case("choice", [grid.tolist(), [3]], {"axis": 1, "replace": False},
     random.choice(key, jnp.asarray(grid), (3,), axis=1, replace=False))
case("choice", [5, [100]], {"p": p}, random.choice(key, 5, (100,), p=jnp.array(p)))
case("choice", [5, [4]], {"p": p, "replace": False}, random.choice(key, 5, (4,), replace=False, p=jnp.array(p)))

jax.config.update("jax_enable_x64", True)
case("uniform", [[1000]], {"dtype": "float64"}, random.uniform(key, (1000,), jnp.float64))
case("normal", [[1000], "float64"], None, random.normal(key, (1000,), jnp.float64))
case("truncatedNormal", [-2, 2, [1000], "float64"], None,
     random.truncated_normal(key, -2.0, 2.0, (1000,), jnp.float64))

write("jax-random", cases)
