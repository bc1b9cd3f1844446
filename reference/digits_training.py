"""Trains an MLP and a convolutional network on scikit-learn's digits with Flax and optax.

    python reference/digits_training.py   (with the packages of reference/requirements.txt)

The keys, and so the split, the batches and the initial parameters, are those of packages/kernel-lib/test/digits.test.ts.
"""

import flax.linen as nn
import jax
import jax.numpy as jnp
import optax
from flax.training.train_state import TrainState
from sklearn.datasets import load_digits

from stored import write


class MLP(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = x.reshape((x.shape[0], -1))
        x = nn.relu(nn.Dense(128)(x))
        x = nn.relu(nn.Dense(64)(x))
        return nn.Dense(10)(x)


class CNN(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Conv(16, (3, 3))(x))
        x = nn.max_pool(x, (2, 2), strides=(2, 2))
        x = nn.relu(nn.Conv(32, (3, 3))(x))
        return nn.Dense(10)(x.reshape((x.shape[0], -1)))


images, labels = load_digits(return_X_y=True)
images, labels = jnp.float32(images / 16).reshape(-1, 8, 8, 1), jnp.int32(labels)
key = jax.random.PRNGKey(0)
order = jax.random.permutation(key, len(images))
training, testing = jnp.split(order, [len(images) - 360])


@jax.jit
def step(state, x, y):
    def loss(params):
        logits = state.apply_fn({"params": params}, x)
        return optax.softmax_cross_entropy_with_integer_labels(logits, y).mean()

    value, grads = jax.value_and_grad(loss)(state.params)
    return state.apply_gradients(grads=grads), value


def train(model, rate, epochs, size=64):
    state = TrainState.create(
        apply_fn=model.apply, params=model.init(key, images[:1])["params"], tx=optax.adam(rate)
    )
    losses = []
    for epoch in range(epochs):
        shuffled = jax.random.permutation(jax.random.fold_in(key, epoch), len(training))
        for at in range(0, len(training) - size + 1, size):
            rows = training[shuffled[at : at + size]]
            state, loss = step(state, images[rows], labels[rows])
            losses.append(float(loss))
    predicted = state.apply_fn({"params": state.params}, images[testing]).argmax(-1)
    accuracy = float((predicted == labels[testing]).mean())
    print(type(model).__name__, len(losses), "steps, accuracy", accuracy)
    return {"rate": rate, "epochs": epochs, "losses": losses[:100], "accuracy": accuracy}


write("digits-training", {"MLP": train(MLP(), 0.003, 12), "CNN": train(CNN(), 0.003, 12)})
