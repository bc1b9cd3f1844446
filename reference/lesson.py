"""Computes the curves of the first lesson with JAX and Flax, cell by cell, and stores them as data.

    python reference/lesson.py        (with the packages of reference/requirements.txt)
"""

import json
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
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


figures = {
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



def rounded(y):
    """Nine digits hold a float32; what is not finite breaks the line in a figure, and is null."""
    return [float(f"{v:.9g}") if np.isfinite(v) else None for v in np.asarray(y)]


data = {"x": rounded(x), "figures": {name: [rounded(y) for y in ys] for name, ys in figures.items()}}
path = Path(__file__).parent / "data" / "lesson.json"
path.parent.mkdir(exist_ok=True)
path.write_text(json.dumps(data, allow_nan=False) + "\n")
