"""Lists the public functions of jax.numpy, for the page that says which of them are here.

    python reference/names.py        (with the packages of reference/requirements.txt)
"""

import jax.numpy as jnp

from stored import write


def is_function(name):
    value = getattr(jnp, name)
    return not name.startswith("_") and callable(value) and not isinstance(value, type)


write("jax-numpy-names", [name for name in dir(jnp) if is_function(name)])
