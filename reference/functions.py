"""Runs what jax.numpy, jax.lax, jax.nn, jax.random and jax.scipy have and we have, on arrays of all ranks.

    python reference/functions.py [elementwise …]        (with the packages of reference/requirements.txt)

Writes arguments, results, gradients and second derivatives, a file for each module of reference/functions, all of them
or those named; packages/kernel-lib/test/functions.test.ts reads them.
"""

import sys
from importlib import import_module

from functions.cases import write_cases

modules = ["control", "elementwise", "lax_names", "linear", "randomness", "rearranging", "reducing", "scipy_linalg",
           "special", "statistics", "windows"]
for name in sys.argv[1:] or modules:
    import_module(f"functions.{name}")
    write_cases(name)
