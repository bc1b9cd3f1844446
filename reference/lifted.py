"""Initialises, applies and differentiates modules under the lifted transformations of flax.linen.

    python reference/lifted.py        (with the packages of reference/requirements.txt)

The same modules are written in packages/kernel-lib/test/lifted.test.ts, by the names of the cases. Outputs are compared,
and gradients of the sum of the outputs times the sine of their flat index, by all parameters and by the input.
"""

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np

from stored import stored, write

rng = np.random.default_rng(8)
f32 = lambda *shape: rng.normal(size=shape).astype(np.float32)
inputs = {"rows": f32(3, 4), "stack": f32(2, 3, 4), "columns": f32(4, 3)}
key, dropout = jax.random.PRNGKey(5), jax.random.PRNGKey(6)
cases = {}


class Block(nn.Module):
    features: int = 4

    @nn.compact
    def __call__(self, x, train=False):
        x = nn.Dense(self.features)(x)
        x = nn.BatchNorm(use_running_average=not train)(x)
        return nn.relu(nn.Dense(self.features, name="out")(x))


class WithSetup(nn.Module):
    def setup(self):
        self.first = nn.Dense(4)
        self.scale = self.param("scale", nn.initializers.normal(), (4,))

    def __call__(self, x):
        return self.first(x) * self.scale


class Step(nn.Module):
    @nn.compact
    def __call__(self, carry, x):
        carry = jnp.tanh(nn.Dense(4)(carry) + nn.Dense(4, use_bias=False)(x))
        return carry, carry * 2


class Layer(nn.Module):
    @nn.compact
    def __call__(self, x, _):
        return x + nn.relu(nn.Dense(4)(nn.Dropout(0.3, deterministic=False)(x))), x.sum()


class Both(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.jit(nn.Dense)(3)(x), nn.remat(nn.Dense)(3)(x), nn.Dense(3)(x)


class JitMethod(nn.Module):
    @nn.jit
    @nn.compact
    def __call__(self, x):
        return nn.Dense(3)(nn.Dense(4)(x))


class Ensemble(nn.Module):
    @nn.compact
    def __call__(self, x):
        own = nn.vmap(nn.Dense, in_axes=None, axis_size=5, variable_axes={"params": 0}, split_rngs={"params": True})
        return own(2)(x)


class PerRow(nn.Module):
    @nn.compact
    def __call__(self, x):
        alike = nn.vmap(WithSetup, variable_axes={"params": None}, split_rngs={"params": False})
        each = nn.vmap(WithSetup, variable_axes={"params": 1}, split_rngs={"params": True}, in_axes=1, out_axes=1)
        return alike()(x), each(name="each")(x.T)


class OfFunction(nn.Module):
    @nn.compact
    def __call__(self, x):
        def pair(mdl, a):
            return nn.Dense(2)(nn.Dense(4)(a))

        return nn.vmap(pair, variable_axes={"params": 0}, split_rngs={"params": True})(self, x)


class Recurrent(nn.Module):
    reverse: bool = False

    @nn.compact
    def __call__(self, x):
        cell = nn.scan(Step, variable_broadcast="params", split_rngs={"params": False}, in_axes=1, out_axes=1,
                       reverse=self.reverse)
        return cell()(jnp.ones((2, 4)), x)


class Deep(nn.Module):
    @nn.compact
    def __call__(self, x):
        layers = nn.scan(Layer, variable_axes={"params": 0}, split_rngs={"params": True, "dropout": True}, length=3,
                         in_axes=nn.broadcast)
        return layers(name="layers")(x, None)


class DeepCheckpointed(nn.Module):
    @nn.compact
    def __call__(self, x):
        layers = nn.scan(nn.remat(Layer), variable_axes={"params": 0}, split_rngs={"params": True, "dropout": True},
                         length=2, in_axes=nn.broadcast)
        return layers()(x, None)


class Carried(nn.Module):
    @nn.compact
    def __call__(self, x):
        count = lambda module: module.variable("stats", "count", lambda: jnp.zeros(()))

        def step(module, carry, x):
            own = count(module)
            if module.is_mutable_collection("stats"):
                own.value += x.sum()
            return carry + nn.Dense(4)(x), own.value

        count(self)
        steps = nn.scan(step, variable_broadcast="params", variable_carry="stats", split_rngs={"params": False})
        return steps(self, jnp.zeros(4), x)


class CheckpointedBlock(nn.Module):
    train: bool = False

    @nn.compact
    def __call__(self, x):
        return nn.remat(Block, static_argnums=(2,))(4)(x, self.train)


modules = {
    "jit, remat and neither": (Both, {}, "rows", None),
    "jit at the root": (nn.jit(Block), {}, "rows", None),
    "jit with a setup": (nn.jit(WithSetup), {}, "rows", None),
    "jit of a method": (JitMethod, {}, "rows", None),
    "remat with batch statistics": (CheckpointedBlock, {}, "rows", None),
    "remat with changing batch statistics": (CheckpointedBlock, {"train": True}, "rows", ["batch_stats"]),
    "remat of jit": (nn.remat(nn.jit(WithSetup)), {}, "rows", None),
    "vmap for an ensemble": (Ensemble, {}, "rows", None),
    "vmap with and without shared parameters": (PerRow, {}, "rows", None),
    "vmap of a function": (OfFunction, {}, "rows", None),
    "scan along sequences": (Recurrent, {}, "stack", None),
    "scan backward": (Recurrent, {"reverse": True}, "stack", None),
    "scan through layers": (Deep, {}, "rows", None),
    "scan through checkpointed layers": (DeepCheckpointed, {}, "rows", None),
    "scan that carries variables": (Carried, {}, "rows", ["stats"]),
}


def tree(value):
    return {k: tree(v) for k, v in value.items()} if isinstance(value, dict) else stored(value)


def loss(outputs):
    return sum(
        jnp.sum(y * jnp.sin(jnp.arange(y.size, dtype=jnp.float32)).reshape(y.shape)) for y in jax.tree.leaves(outputs)
    )


for name, (make, fields, given, mutable) in modules.items():
    module, x = make(**fields), jnp.asarray(inputs[given])
    variables = module.init({"params": key, "dropout": dropout}, x)
    options = {"mutable": mutable} if mutable else {}
    others = {k: v for k, v in variables.items() if k != "params"}

    def run(params, x):
        result = module.apply({"params": params, **others}, x, rngs={"dropout": dropout}, **options)
        return result if mutable else (result, {})

    outputs, changed = run(variables["params"], x)
    by_params, by_input = jax.grad(lambda p, x: loss(run(p, x)[0]), argnums=(0, 1))(variables["params"], x)
    cases[name] = {
        "fields": fields,
        "input": stored(x),
        "mutable": mutable,
        "variables": tree(variables),
        "outputs": [stored(y) for y in jax.tree.leaves(outputs)],
        "changed": tree(changed),
        "gradient": tree(by_params),
        "toInput": stored(by_input),
    }

write("lifted", cases)
