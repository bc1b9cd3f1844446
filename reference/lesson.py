"""Computes what the first lesson shows and says with JAX and Flax, and stores it as data.

    python reference/lesson.py        (with the packages of reference/requirements.txt)

The figures of the tutorial that the lesson is a port of stand in its order; what the lesson adds, under the ids of its
cells. Numbers that its text states stand under its headings, as they are written there.
"""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
from activations import function, functions
from flax import linen as nn

ALPHAS = [-1.0, -0.1, -0.01, 0.01, 0.1, 1.0]
key = jax.random.PRNGKey(123)
x = np.linspace(-10, 10, 100, dtype=np.float32)


def prelu(alpha):
    module = nn.PReLU(param_dtype=jnp.float32, negative_slope_init=alpha)
    return module.apply(module.init(key, x), x)


class LeakyReLU(nn.Module):
    alpha: float = 0.1

    def __call__(self, x):
        return jnp.where(x > 0, x, self.alpha * x)


port = {
    "relu": [nn.relu(x)],
    "prelu": [prelu(alpha) for alpha in ALPHAS],
    "elu": [nn.elu(x, alpha) for alpha in ALPHAS],
    "celu": [nn.celu(x, alpha) for alpha in ALPHAS],
    "gelu": [nn.gelu(x)],
    "glu": [nn.glu(x)],
    "sigmoid": [nn.sigmoid(x)],
    "log sigmoid": [nn.log_sigmoid(x)],
    "softmax": [nn.softmax(x)],
    "log softmax": [nn.log_softmax(x)],
    "soft sign": [nn.soft_sign(x)],
    "soft plus": [nn.softplus(x)],
    "swish": [nn.swish(x)],
    "leaky relu": [LeakyReLU()(x)],
}

# JAX's derivatives in 32 bits are off by up to 2e-6, so the rest is computed in 64, at the same points.
jax.config.update("jax_enable_x64", True)
x = x.astype(np.float64)
dense = np.linspace(-12, 12, 240_001)


def derivative(f, at=x):
    return jax.vmap(jax.grad(f))(at)


def still(*lines, at=x):
    """A figure without sliders."""
    return [{"set": {}, "x": at, "lines": lines}]


def sliding(f, parameter, values, end):
    """A function and its derivative at some settings of a slider."""
    at = np.linspace(-end, end, 41)
    curves = [lambda v, value=value: f(v, value) for value in values]
    return [
        {"set": {parameter: value}, "x": at, "lines": [curve(at), derivative(curve, at)]}
        for value, curve in zip(values, curves, strict=True)
    ]


def gates(b):
    return nn.glu(jnp.stack([x, jnp.full_like(x, b)], axis=1)).ravel()


scores = jnp.array([3, 2, 1, 0.5, 0])
additions = {
    "relu-derivative": still(derivative(nn.relu)),
    "prelu-slider": sliding(nn.leaky_relu, "negativeSlope", [0.01, -1.0, 0.5], 2),
    "celu-derivative": still(derivative(lambda v: nn.elu(v, 2)), derivative(lambda v: nn.celu(v, 2))),
    "gelu-derivative": still(derivative(nn.relu), derivative(nn.gelu)),
    "glu-gates": still(*(gates(b) for b in (-4, 0, 4))),
    "sigmoid-derivative": still(derivative(nn.sigmoid)),
    "log-sigmoid-derivative": still(derivative(nn.sigmoid), derivative(nn.log_sigmoid)),
    "softmax-temperature": still(*(nn.softmax(scores / t) for t in (0.5, 1, 5)), at=np.arange(5)),
    "soft-sign-derivative": still(derivative(nn.soft_sign), derivative(nn.tanh)),
    "softplus-slider": sliding(lambda v, beta: nn.softplus(beta * v) / beta, "beta", [1.0, 0.5, 10.0], 5),
    "swish-slider": sliding(lambda v, beta: v * nn.sigmoid(beta * v), "beta", [1.0, 0.0, 5.0], 5),
}
comparison = {name: [function(name)(x), derivative(function(name))] for name in functions}


def fades(f):
    """From where on, going down, the derivative stays below 0.01 in size."""
    return dense[np.abs(derivative(f, dense)) >= 0.01].min()


def extremes(f):
    slope = derivative(f, dense)
    return [f"{dense[f(dense).argmin()]:.2f}", f"{f(dense).min():.3f}", f"{slope.min():.3f}", f"{slope.max():.3f}"]


quick = x * nn.sigmoid(1.702 * x)
table = [nn.elu, nn.celu, nn.gelu, nn.silu, nn.sigmoid, nn.softplus]
stated = {
    "PReLU": [f"{jax.grad(nn.leaky_relu, argnums=1)(-2.0, 0.25):.0f}"],
    "ELU": [f"{jax.grad(nn.elu)(-5.0):.4f}"],
    "CELU": [f"{jax.grad(nn.celu)(-10.0, 2.0):.4f}"],
    "GELU": extremes(nn.gelu),
    "GLU": [f"{nn.glu(x)[0]:.2f}", f"{jax.grad(lambda a: nn.glu(jnp.stack([a, -4.0]))[0])(1.0):.3f}"],
    "Sigmoid": [f"{jax.grad(nn.sigmoid)(5.0):.3f}"],
    "Log sigmoid": [f"{nn.log_sigmoid(-200.0):.0f}"],
    "Softmax": [f"{p:.3f}" for p in nn.softmax(jnp.array([1000.0, 1001.0]))],
    "Log softmax": [f"{-nn.log_softmax(jnp.array([2.0, 1, -1]))[i]:.3f}" for i in (0, 2)],
    "Soft sign": [f"{jax.grad(f)(at):.2g}" for f, at in ((nn.soft_sign, 5.0), (nn.tanh, 5.0), (nn.soft_sign, 10.0))],
    "Softplus": [f"{nn.softplus(0.0):.3f}", f"{jax.grad(nn.softplus)(-5.0):.3f}"],
    "Swish (SiLU)": [*extremes(nn.silu), f"{jax.grad(nn.silu)(-5.0):.3f}", f"{jnp.abs(nn.gelu(x) - quick).max():.3f}"],
    "What to remember": [
        *(number for f in (nn.gelu, nn.silu) for number in extremes(f)[1:]),
        *(f"{fades(f):.2g}" for f in table),
        f"{-fades(nn.soft_sign):.2g}",
    ],
}


def stored(value):
    """Nine digits hold a float32; what is not finite breaks the line in a figure, and is null."""
    if isinstance(value, dict):
        return {name: stored(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [stored(part) for part in value]
    if isinstance(value, (np.ndarray, jax.Array)):
        return [float(f"{v:.9g}") if np.isfinite(v) else None for v in np.asarray(value)]
    return value


data = {"x": x, "port": port, "additions": additions, "comparison": comparison, "stated": stated}
path = Path(__file__).parent / "data" / "lesson.json"
path.write_text(json.dumps(stored(data), allow_nan=False) + "\n")
