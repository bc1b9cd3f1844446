"""Lists the public functions of JAX's modules, optax, flax.linen and matplotlib, for the pages that say which of them are here, and
the fields of every layer.

    python reference/names.py        (with the packages of reference/requirements.txt)
"""

import dataclasses
import inspect

import flax.linen
import jax
import jax.numpy
import matplotlib.axes
import matplotlib.figure
import optax
from matplotlib import pyplot

from stored import write


def public(module):
    return [name for name in dir(module) if not name.startswith("_") and callable(getattr(module, name))]


def functions(module):
    return [name for name in public(module) if name[0].islower() and not isinstance(getattr(module, name), type)]


def is_own(value):
    """Whether it is to be called or made, not a state or a type."""
    return not isinstance(value, type) or not hasattr(value, "_fields") and not hasattr(value, "__origin__")


def layers(module):
    found = [(name, getattr(module, name)) for name in public(module)]
    return [name for name, value in found if isinstance(value, type) and issubclass(value, flax.linen.Module)]


write("jax-numpy-names", functions(jax.numpy))
write("optax-names", [
    *functions(optax),
    *(
        f"{space}.{name}"
        for space in ["contrib", "losses", "perturbations", "projections", "schedules", "transforms", "tree"]
        for name in public(getattr(optax, space))
        if is_own(getattr(getattr(optax, space), name)) and not hasattr(optax, name)
    ),
])
write("flax-linen-names", sorted([*layers(flax.linen), *functions(flax.linen)]))
write("jax-names", {
    "lax": functions(jax.lax),
    "nn": functions(jax.nn),
    "random": functions(jax.random),
    "special": functions(jax.scipy.special),
    "scipyLinalg": functions(jax.scipy.linalg),
})


def fields(layer):
    return [field.name for field in dataclasses.fields(layer) if field.name not in ("parent", "name")]


classes = {name: getattr(flax.linen, name) for name in layers(flax.linen)}
write("layer-fields", {name: fields(layer) for name, layer in classes.items() if dataclasses.is_dataclass(layer)})


def public_methods(owner):
    return [name for name in dir(owner) if not name.startswith("_") and callable(getattr(owner, name))]


write("matplotlib-names", {
    "pyplot": [
        name
        for name in public_methods(pyplot)
        if inspect.isfunction(getattr(pyplot, name)) and getattr(pyplot, name).__module__ == "matplotlib.pyplot"
    ],
    "Axes": public_methods(matplotlib.axes.Axes),
    "Figure": public_methods(matplotlib.figure.Figure),
})
