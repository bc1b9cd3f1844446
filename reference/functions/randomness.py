"""Draws: for a key, what JAX draws; gradients by the parameters of distributions."""

import jax.numpy as jnp
import numpy as np
from jax import random

from .cases import case, inputs

inputs["rates"] = np.geomspace(0.01, 3000, 60).astype(np.float32)
inputs["rates2"] = np.array([5, 300], np.float32)
inputs["half"] = np.linspace(0.01, 0.99, 25).astype(np.float32)
inputs["spd"] = np.array([[2, 0.5, 0.1], [0.5, 1, -0.2], [0.1, -0.2, 0.7]], np.float32)
sizes = [[], [3], [2, 3], [2, 1, 3], [2, 1, 2, 3], [0], [2, 0, 3]]
for shape in sizes:
    for name in ["uniform", "normal", "gumbel", "exponential", "laplace", "logistic", "cauchy", "bits"]:
        case("random." + name, "key", shape)
    case("random.randint", "key", shape, -5, 9)
    case("random.uniform", "key", shape, minval="f0", maxval=5)
for rank in "01234eE":
    case("random.truncatedNormal", "key", "u" + rank, "a" + rank, twice=False)
    case("random.bernoulli", "key", 0.3 if rank == "0" else "u" + rank)
for rank in "1234":
    case("random.categorical", "key", "f" + rank)
    case("random.categorical", "key", "f" + rank, axis=0)
    case("random.permutation", "key", "f" + rank)
    case("random.choice", "key", "f" + rank, [2])
case("random.choice", "key", 9, [4], replace=False)
case("random.split", "key", 3)
case("random.foldIn", "key", 7)
case("random.PRNGKey", 42, call=random.PRNGKey)
case("random.key", 42, call=lambda seed: random.key_data(random.key(seed)))
case("random.orthogonal", "key", 3)
for shape in sizes:
    # Programs of rejections take long to compile: gradients are those of one rank. They hold the share of the
    # distribution that lies below the draw, which differences do not.
    last = {"slack": 20, "twice": False, "differs": len(shape) == 2}
    jumps = {**last, "smooth": False}
    case("random.maxwell", "key", shape)
    case("random.rademacher", "key", shape)
    case("random.lognormal", "key", "p0", shape, **last)
    case("random.weibullMin", "key", "p0", "q0", shape, **last)
    case("random.generalizedNormal", "key", "p0", shape, **jumps)
    case("random.doubleSidedMaxwell", "key", "f0", "p0", shape, **last)
    case("random.dirichlet", "key", "p1", shape, **jumps)
    case("random.ball", "key", 3, 2, shape, slack=4)
for rank in "01234eE":
    last = {"slack": 20, "twice": False, "differs": rank == "2"}
    jumps = {**last, "smooth": False}
    for name in ["gamma", "loggamma", "chisquare", "t"]:
        case("random." + name, "key", "p" + rank, **jumps)
    for name in ["beta", "f"]:
        case("random." + name, "key", "p" + rank, "q" + rank, **jumps)
    case("random.pareto", "key", "p" + rank, **last)
    case("random.rayleigh", "key", "p" + rank, **last)
    case("random.wald", "key", "p" + rank, **last)
    case("random.triangular", "key", "u" + rank, "a" + rank, 4, **last)
    case("random.poisson", "key", "p" + rank)
    case("random.geometric", "key", "h" + rank)
    case("random.binomial", "key", 9, "h" + rank, differs=False)
case("random.gamma", "key", "rates", slack=20, twice=False, smooth=False)
case("random.loggamma", "key", "rates", slack=20, twice=False, smooth=False)
case("random.poisson", "key", "rates")
case("random.poisson", "key", 40, [300])
case("random.binomial", "key", 300, "half", differs=False)
case("random.binomial", "key", "rates", 0.7, differs=False)
case("random.dirichlet", "key", "q2", [4, 1], slack=20, twice=False, smooth=False)
case("random.ball", "key", 2, 1, [50], slack=4)
case("random.orthogonal", "key", 3, [2])
# Eigenvectors have either sign, so that numbers drawn by way of "eigh" are others.
for method in ["cholesky", "svd"]:
    case("random.multivariateNormal", "key", "v3", "spd", [2, 2], method=method, twice=method == "cholesky", smooth=method == "cholesky",
         differs=method == "cholesky")
case("random.multivariateNormal", "key", "f2", "spd")
for p in ["h1", "h2", "h4", "hE"]:
    case("random.multinomial", "key", 20, p, differs=False)
case("random.multinomial", "key", 500, [0.2, 0.5, 0, 0.3], differs=False, call=lambda k, n, p: random.multinomial(k, n, jnp.array(p)))
case("random.multinomial", "key", "rates2", "h2", differs=False)
case("random.multinomial", "key", 7, "h1", differs=False, shape=[4, 3])
