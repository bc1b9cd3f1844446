"""Writes Flax's summaries of networks to reference/data/summaries.json: rows, sizes and counts of operations.

    python reference/summaries.py        (with the packages of reference/requirements.txt)
"""

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np
from flax.linen import summary

from stored import write

key = jax.random.PRNGKey(0)


class Normed(nn.Module):
    @nn.compact
    def __call__(self, x, train: bool = False):
        x = nn.BatchNorm(use_running_average=not train)(nn.Dense(16)(x))
        x = nn.Dropout(0.5, deterministic=not train)(nn.relu(x))
        return nn.Dense(3)(x)


class Recurrent(nn.Module):
    cell: type
    layers: int = 1

    @nn.compact
    def __call__(self, x):
        for _ in range(self.layers):
            x = nn.RNN(self.cell(8))(x)
        return nn.Dense(3)(x[:, -1])


class Both(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Bidirectional(nn.RNN(nn.MGUCell(4)), nn.RNN(nn.MGUCell(4)))(x)


class Words(nn.Module):
    @nn.compact
    def __call__(self, words):
        return nn.Dense(2)(nn.Embed(20, 8)(words).mean(axis=1))


class Tied(nn.Module):
    def setup(self):
        self.embed = nn.Embed(20, 8)
        self.hidden = nn.Dense(8)

    def encode(self, words):
        return self.embed(words)

    def __call__(self, words):
        return self.embed.attend(nn.tanh(self.hidden(self.encode(words))))


class Block(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = x + nn.MultiHeadDotProductAttention(2)(nn.LayerNorm()(x))
        return x + nn.Dense(8)(nn.gelu(nn.Dense(32)(nn.LayerNorm()(x))))


class Films(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.RNN(nn.ConvLSTMCell(2, (3, 3)))(x)


class Autoencoder(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.GroupNorm(num_groups=2)(nn.silu(nn.Conv(4, (3, 3), strides=2)(x)))
        return nn.sigmoid(nn.ConvTranspose(1, (3, 3), strides=(2, 2))(x))


class Pooled(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.max_pool(nn.relu(nn.Conv(4, (3, 3))(x)), (2, 2), strides=(2, 2))
        x = nn.avg_pool(nn.relu(nn.Conv(8, (3, 3), padding="VALID")(x)), (2, 2), strides=(2, 2))
        return nn.log_softmax(nn.Dense(10)(x.reshape((x.shape[0], -1))))


sequences, words, images = jnp.ones((2, 7, 3)), jnp.zeros((2, 5), jnp.int32), jnp.ones((2, 8, 8, 1))
MODELS = {
    "Normed": (Normed(), jnp.ones((4, 5))),
    "SimpleCell": (Recurrent(nn.SimpleCell), sequences),
    "LSTMCell": (Recurrent(nn.LSTMCell), sequences),
    "OptimizedLSTMCell": (Recurrent(nn.OptimizedLSTMCell, 2), sequences),
    "GRUCell": (Recurrent(nn.GRUCell), sequences),
    "MGUCell": (Both(), sequences),
    "ConvLSTMCell": (Films(), jnp.ones((1, 3, 4, 4, 2))),
    "Words": (Words(), words),
    "Tied": (Tied(), words),
    "Block": (Block(), jnp.ones((2, 6, 8))),
    "Autoencoder": (Autoencoder(), images),
    "Pooled": (Pooled(), images),
}


def sizes(variables):
    return {
        name: sum(int(np.prod(leaf.shape)) for leaf in jax.tree.leaves(tree)) for name, tree in variables.items()
    }


def rows(module, x):
    table = summary._get_module_table(module, None, False, True, True)(key, x)
    return [
        {
            "path": "/".join(row.path),
            "module": type(row.module_copy).__name__,
            "method": row.method,
            "sizes": {name: size for name, size in sizes(row.counted_variables).items() if size > 0},
            "flops": row.flops,
            "vjp": row.vjp_flops,
        }
        for row in table
    ]


def table(module, x):
    text = module.tabulate(key, x, console_kwargs={"width": 250, "force_terminal": False})
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")).rstrip()


write("summaries", {name: {"rows": rows(*model), "table": table(*model)} for name, model in MODELS.items()})
