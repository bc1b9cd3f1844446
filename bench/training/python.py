"""The networks in Flax, each step compiled: python python.py Flax."""

import json
import os
import subprocess
import sys
from pathlib import Path

here = Path(__file__).parent
sys.path.insert(0, str(here.parent / "rounds"))

import flax.linen as nn  # noqa: E402
import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402
import optax  # noqa: E402
from answer import answer  # noqa: E402
from flax.training.train_state import TrainState  # noqa: E402

script = f"import * as all from {json.dumps((here / 'cases.mjs').as_uri())}; console.log(JSON.stringify(all));"
told = json.loads(
    subprocess.check_output([os.environ.get("NODE", "node"), "--input-type=module", "-e", script])
)
cases, classes, rate = told["cases"], told["classes"], told["rate"]


class MLP(nn.Module):
    features: tuple

    @nn.compact
    def __call__(self, x):
        for i, features in enumerate(self.features):
            x = nn.Dense(features)(x)
            if i < len(self.features) - 1:
                x = nn.relu(x)
        return x


class CNN(nn.Module):
    @nn.compact
    def __call__(self, images):
        x = nn.relu(nn.Conv(16, (3, 3))(images))
        x = nn.max_pool(x, (2, 2), strides=(2, 2))
        x = nn.relu(nn.Conv(32, (3, 3))(x))
        return nn.Dense(classes)(x.reshape((x.shape[0], -1)))


class LSTM(nn.Module):
    features: int

    @nn.compact
    def __call__(self, x):
        for _ in range(2):
            x = nn.RNN(nn.OptimizedLSTMCell(self.features))(x)
        return nn.Dense(classes)(x[:, -1])


class Transformer(nn.Module):
    features: int
    heads: int

    @nn.compact
    def __call__(self, x):
        for _ in range(2):
            x = x + nn.MultiHeadDotProductAttention(self.heads)(nn.LayerNorm()(x))
            hidden = nn.gelu(nn.Dense(4 * self.features)(nn.LayerNorm()(x)))
            x = x + nn.Dense(self.features)(hidden)
        return nn.Dense(classes)(x.mean(axis=1))


networks = {
    "mlp": lambda case: MLP(tuple(case["features"])),
    "cnn": lambda case: CNN(),
    "lstm": lambda case: LSTM(case["features"]),
    "transformer": lambda case: Transformer(case["features"], case["heads"]),
}


def prepare(name):
    case = cases[name]
    model = networks[case["network"]](case)
    shape = case["x"]
    x = jnp.asarray(np.sin(np.arange(np.prod(shape)) * 0.37).astype(np.float32).reshape(shape))
    labels = jnp.arange(shape[0]) % classes
    params = model.init(jax.random.key(0), x)["params"]
    state = TrainState.create(apply_fn=model.apply, params=params, tx=optax.adam(rate))

    @jax.jit
    def step(state, x, labels):
        def loss(params):
            logits = state.apply_fn({"params": params}, x)
            return optax.softmax_cross_entropy_with_integer_labels(logits, labels).mean()

        value, gradients = jax.value_and_grad(loss)(state.params)
        return state.apply_gradients(grads=gradients), value

    kept = [state]
    losses = []
    for _ in range(4):
        kept[0], loss = step(kept[0], x, labels)
        losses.append(float(loss))

    def call():
        for _ in range(case["steps"]):
            kept[0], loss = step(kept[0], x, labels)
        return float(loss)

    return call, lambda: losses


answer(prepare)
