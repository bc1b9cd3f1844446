"""Lists the public functions of jax.numpy, optax and flax.linen, for the pages that say which of them are here.

    python reference/names.py        (with the packages of reference/requirements.txt)
"""

import flax.linen
import jax.numpy
import optax

from stored import write


def public(module):
    return [name for name in dir(module) if not name.startswith("_") and callable(getattr(module, name))]


def functions(module):
    return [name for name in public(module) if name[0].islower() and not isinstance(getattr(module, name), type)]


def layers(module):
    found = [(name, getattr(module, name)) for name in public(module)]
    return [name for name, value in found if isinstance(value, type) and issubclass(value, flax.linen.Module)]


write("jax-numpy-names", functions(jax.numpy))
write("optax-names", functions(optax))
write("flax-linen-names", sorted([*layers(flax.linen), *functions(flax.linen)]))
