"""How a case is made: one call of one function, with what JAX gives for it.

An argument {"input": name} stands for an array of the first entry. The gradient is that of the sum of the results'
elements, each weighed by the cosine of its number, by every array in floating point; the second derivative is the
gradient of the gradients' elements, weighed and added up in the same way.
"""

import os
import re

# Programs are many and small: less time goes into compiling them.
os.environ["XLA_FLAGS"] = "--xla_backend_optimization_level=0"

import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402

from stored import stored, write  # noqa: E402

rng = np.random.default_rng(11)
inputs = {
    "m34": rng.normal(size=(3, 4)).astype(np.float32),
    "t235": rng.normal(size=(2, 3, 5)).astype(np.float32),
    "q2213": rng.normal(size=(2, 2, 1, 3)).astype(np.float32),
    "v6": rng.normal(size=6).astype(np.float32),
    "w6": rng.random(6).astype(np.float32) + 0.1,
    "w4": rng.random(4).astype(np.float32) + 0.1,
    "v3": rng.normal(size=3).astype(np.float32),
    "up": np.array([-1.5, -0.5, 0.1, 0.7, 2], np.float32),
    "nans": np.array([[3, np.nan, 1], [np.nan, np.nan, np.nan], [0.5, -2, np.nan]], np.float32),
    "wild": np.array([0, -1.5, np.nan, np.inf, -np.inf, 7], np.float32),
    "angles": np.array([0.1, 3, -3, -0.5, 6, 12, 5], np.float32),
    "zeros": np.array([0, 0, 3, 0, -1, 0], np.float32),
    "i9": rng.integers(0, 6, 9).astype(np.int32),
    "four": rng.integers(0, 6, 4).astype(np.int32),
    "i23": rng.integers(-9, 9, (2, 3)).astype(np.int32),
    "b34": rng.random((3, 4)) > 0.5,
    "dups": np.array([[3, 2, 3], [1, 2, 1], [3, 2, 3]], np.float32),
    "dups3": np.array([[[1, 0], [1, 0]], [[0, 5], [0, 5]], [[1, 0], [1, 0]]], np.int32),
    "e03": np.zeros((0, 3), np.float32),
    "s": np.float32(1.25),
    "key": np.array([3, 42], np.uint32),
}

# Arrays of rank 0 to 4, and empty ones. f: of both signs; g: others that broadcast with these; p and q: positive;
# u: between −1 and 1; h: between 0 and 1; a: above 1; i and j: whole numbers; b: truth values.
shapes = {"0": (), "1": (3,), "2": (2, 3), "3": (2, 1, 3), "4": (2, 1, 2, 3), "e": (0,), "E": (2, 0, 3)}
others = {**shapes, "2": (1, 3), "3": (2, 2, 1), "4": (2, 2, 1, 1), "E": (1, 1, 3)}
every = list(shapes)
solid = ["0", "1", "2", "3", "4"]
axed = ["1", "2", "3", "4", "e", "E"]
families = {
    "f": (shapes, lambda shape: rng.normal(size=shape)),
    "g": (others, lambda shape: rng.normal(size=shape)),
    "p": (shapes, lambda shape: 0.2 + 2 * rng.random(shape)),
    "q": (others, lambda shape: 0.2 + 2 * rng.random(shape)),
    "u": (shapes, lambda shape: 1.8 * rng.random(shape) - 0.9),
    "h": (shapes, lambda shape: 0.05 + 0.9 * rng.random(shape)),
    "a": (shapes, lambda shape: 1.2 + 2 * rng.random(shape)),
    "i": (shapes, lambda shape: rng.integers(-5, 6, shape)),
    "j": (others, lambda shape: rng.integers(1, 5, shape)),
    "b": (shapes, lambda shape: rng.random(shape) > 0.5),
}
for family, (ranks, draw) in families.items():
    for rank, shape in ranks.items():
        dtype = np.int32 if family in "ij" else bool if family == "b" else np.float32
        inputs[family + rank] = np.asarray(draw(shape), dtype)

spaces = {"np": jnp, "lax": jax.lax, "nn": jax.nn, "random": jax.random, "special": jax.scipy.special,
          "linalg": jnp.linalg, "scipyLinalg": jax.scipy.linalg}
cases = []


def snake(name):
    """`cumSum` and `log2` as Python spells them."""
    return re.sub(r"([A-Z])", lambda found: "_" + found[1].lower(), name)


def spelled(x):
    """An argument as it is stored: the names of inputs stand for arrays."""
    if isinstance(x, str) and x in inputs:
        return {"input": x}
    if isinstance(x, dict):
        return x if "input" in x else {key: spelled(value) for key, value in x.items()}
    return [spelled(one) for one in x] if isinstance(x, (list, tuple)) else x


def names_in(x):
    """The names of the arrays in an argument, in order."""
    if isinstance(x, dict):
        return [x["input"]] if "input" in x else [name for value in x.values() for name in names_in(value)]
    return [name for one in x for name in names_in(one)] if isinstance(x, list) else []


def python(x, arrays):
    """A stored argument as Python takes it; each array is the next one of an iterator."""
    if isinstance(x, dict):
        return next(arrays) if "input" in x else {key: python(value, arrays) for key, value in x.items()}
    return tuple(python(one, arrays) for one in x) if isinstance(x, list) else x


def flat(result):
    return [jnp.asarray(one) for one in jax.tree.leaves(result)]


def score(results):
    floats = [r for r in results if jnp.issubdtype(r.dtype, jnp.floating)]
    return sum(jnp.sum(r * jnp.cos(jnp.arange(r.size, dtype=jnp.float32)).reshape(r.shape)) for r in floats)


def case(name, *args, call=None, differs=True, twice=True, how=None, smooth=True, slack=None, **options):
    """One call.

    Strings among the arguments are the names of inputs. `how` names the way to call it in TypeScript where that is
    more than handing over the arguments; `differs` says whether there are gradients to compare, `twice` whether second
    derivatives, `smooth` whether differences come near them, and `slack` how many times as far as usual JAX itself is
    from the right numbers.
    """
    space, plain = name.split(".") if "." in name else ("np", name)
    f = call or getattr(spaces[space], snake(plain))
    given, last = spelled(args), spelled(options)
    names = names_in(given) + names_in(last)
    floating = [i for i, one in enumerate(names) if inputs[one].dtype == np.float32]

    def of(*floats):
        arrays = [jnp.asarray(inputs[one]) for one in names]
        for place, array in zip(floating, floats):
            arrays[place] = array
        rest = iter(arrays)
        positional = [python(one, rest) for one in given]
        return flat(f(*positional, **{snake(key): python(value, rest) for key, value in last.items()}))

    floats = [jnp.asarray(inputs[names[i]]) for i in floating]
    entry = {"name": name, "args": given, "options": last or None, "how": how, **({"slack": slack} if slack else {})}
    try:
        try:
            results = jax.jit(of)(*floats)
        except (jax.errors.ConcretizationTypeError, jax.errors.NonConcreteBooleanIndexError,
                jax.errors.TracerArrayConversionError):
            results = of(*floats)
    except (IndexError, TypeError, ValueError) as error:
        cases.append({**entry, "error": str(error).split("\n")[0][:80]})
        return
    entry["results"] = [stored(r) for r in results]
    if differs and floats and any(jnp.issubdtype(r.dtype, jnp.floating) for r in results):
        places = tuple(range(len(floats)))
        first = jax.grad(lambda *xs: score(of(*xs)), places)
        second = jax.grad(lambda *xs: score(first(*xs)), places)
        both = jax.jit(lambda *xs: (first(*xs), second(*xs))) if twice else jax.jit(lambda *xs: (first(*xs), None))
        try:
            grads, seconds = both(*floats)
        except Exception as error:  # noqa: BLE001
            # JAX has no derivative: ours meets differences alone.
            print(f"{name}: {str(error).splitlines()[0][:100]}")
            grads = seconds = None
        if grads:
            entry["grads"] = [stored(g) for g in grads]
        if seconds:
            entry["seconds"] = [stored(g) for g in seconds]
        if not smooth:
            entry["smooth"] = False
    cases.append(entry)


def over(name, family, *rest, ranks=every, pairs=None, twice=True, **options):
    """The same call on arrays of several ranks; `pairs` names the family of a second argument.

    Second derivatives are those of one number and of a matrix: they are elementwise.
    """
    for one in ranks:
        second = [pairs + one] if pairs else []
        case(name, family + one, *second, *rest, twice=twice and one in "02", **options)


def write_cases(module):
    """Writes the cases that came since the last time, and the arrays they need."""
    used = {name for one in cases for name in names_in(one["args"]) + names_in(one["options"] or {})}
    entry = {"inputs": {name: stored(x) for name, x in inputs.items() if name in used}}
    write(f"functions-{module}", [entry, *cases])
    cases.clear()
