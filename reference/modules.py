"""Initialises and applies modules with Flax, for the tests of nn.Module and the layers.

    python reference/modules.py        (with the packages of reference/requirements.txt)
"""

import flax.linen as nn
from flax.linen import summary
import jax
import jax.numpy as jnp
import numpy as np

from stored import stored, write

key = jax.random.PRNGKey(123)
x = jnp.asarray(np.random.default_rng(1).normal(size=(4, 5)).astype(np.float32))


def tree(variables):
    """Variables with every array stored."""
    return {k: tree(v) if isinstance(v, dict) else stored(v) for k, v in variables.items()}


class MLP(nn.Module):
    features: int = 3

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(4)(x)
        x = nn.PReLU()(x)
        x = nn.Dense(self.features, name="out")(x)
        return nn.PReLU(negative_slope_init=0.5)(x)


class Nested(nn.Module):
    @nn.compact
    def __call__(self, x):
        scale = self.param("scale", nn.initializers.normal(1.0), (x.shape[-1],))
        return MLP()(x * scale) + MLP(features=3, name="second")(x)


class WithSetup(nn.Module):
    def setup(self):
        self.first = nn.Dense(4)
        self.layers = [nn.Dense(2), nn.Dense(3)]
        self.w = self.param("w", nn.initializers.normal(), (3,))

    def __call__(self, x):
        x = self.first(x)
        for layer in self.layers:
            x = layer(x)
        return x * self.w


class Shared(nn.Module):
    @nn.compact
    def __call__(self, x):
        dense = nn.Dense(5)
        return dense(dense(x))


class Dropping(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.Dropout(0.5, deterministic=False)(x)
        return nn.Dropout(0.3, deterministic=False)(x)


modules = {
    "PReLU": nn.PReLU(),
    "PReLU 0.1": nn.PReLU(negative_slope_init=0.1),
    "Dense": nn.Dense(7),
    "Dense without bias": nn.Dense(7, use_bias=False),
    "Dense with he_uniform": nn.Dense(
        7, kernel_init=nn.initializers.he_uniform(), bias_init=nn.initializers.uniform(0.5)
    ),
    "MLP": MLP(),
    "Nested": Nested(),
    "WithSetup": WithSetup(),
    "Shared": Shared(),
    "Sequential": nn.Sequential([nn.Dense(4), nn.relu, nn.Dense(2)]),
}
cases = [{"name": "input", "output": stored(x)}]
for name, module in modules.items():
    variables = module.init(key, x)
    cases.append({
        "name": name,
        "variables": tree(variables),
        "output": stored(module.apply(variables, x)),
    })
ones = jnp.ones((6, 50))
rngs = {"dropout": jax.random.PRNGKey(7)}
for name, module in {
    "Dropout": nn.Dropout(0.4, deterministic=False),
    "Dropout by rows": nn.Dropout(0.4, broadcast_dims=(1,), deterministic=False),
    "Dropout 1": nn.Dropout(1.0, deterministic=False),
    "Dropping": Dropping(),
}.items():
    cases.append({"name": name, "variables": {}, "output": stored(module.apply({}, ones, rngs=rngs))})

inits = nn.initializers
initializers = {
    "lecunNormal": inits.lecun_normal(),
    "lecunUniform": inits.lecun_uniform(),
    "glorotNormal": inits.glorot_normal(),
    "glorotUniform": inits.glorot_uniform(),
    "heNormal": inits.he_normal(),
    "heUniform": inits.he_uniform(),
    "normal": inits.normal(),
    "uniform": inits.uniform(),
    "truncatedNormal": inits.truncated_normal(),
    "zerosInit": inits.zeros_init(),
    "onesInit": inits.ones_init(),
}
for name, init in initializers.items():
    for shape in [(30, 20), (3, 3, 4, 8)]:
        cases.append({"name": f"initializers.{name}", "shape": shape, "output": stored(init(key, shape))})

write("modules", cases)



class Convolutions(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.relu(nn.Conv(4, (3, 3))(x))
        x = nn.max_pool(x, (2, 2), strides=(2, 2))
        x = nn.relu(nn.Conv(8, (3, 3), strides=2, padding="VALID")(x))
        return nn.Dense(10)(x.reshape((x.shape[0], -1)))


def table(module, *args, **options):
    text = module.tabulate(key, *args, console_kwargs={"width": 200, "force_terminal": False}, **options)
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")).rstrip()


images = jnp.ones((2, 9, 9, 3))
tables = {
    "MLP": table(MLP(), x),
    "MLP depth": table(MLP(), x, depth=0),
    "MLP flops": table(MLP(), x, compute_flops=True),
    "Shared repeated": table(Shared(), x, show_repeated=True, compute_flops=True),
    "Convolutions flops": table(Convolutions(), images, compute_flops=True),
}


def counted(module, *args):
    rows = summary._get_module_table(module, None, False, True, True)(key, *args)
    size = lambda row: sum(leaf.size for leaf in jax.tree.leaves(row.module_variables))
    sizes = [sum(size(other) for other in rows if other.path[: len(row.path)] == row.path) for row in rows]
    return [{"path": list(row.path), "flops": row.flops, "vjp": row.vjp_flops, "size": n} for row, n in zip(rows, sizes)]


write("tabulate", {
    **tables,
    "flops": {
        "MLP": counted(MLP(), x),
        "Convolutions": counted(Convolutions(), images),
        "Attention": counted(nn.MultiHeadDotProductAttention(2), jnp.ones((2, 6, 8))),
        "LayerNorm": counted(nn.LayerNorm(), jnp.ones((2, 6, 8))),
    },
})


class Assigning(nn.Module):
    a: float = 1.0

    @nn.compact
    def __call__(self, x):
        self.a = 2.0
        return x


class Twice(nn.Module):
    @nn.compact
    def __call__(self, x):
        self.param("w", nn.initializers.ones, (2,))
        return x * self.param("w", nn.initializers.ones, (2,))


class SameName(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.Dense(2, name="a")(nn.Dense(2, name="a")(x))


class Counting(nn.Module):
    @nn.compact
    def __call__(self, x):
        count = self.variable("counter", "count", lambda: jnp.zeros(()))
        count.value = count.value + 1
        return x


prelu = nn.PReLU()
wide = jnp.ones((2, 6))
scenarios = {
    "call PReLU by itself": lambda: prelu(x),
    "apply without variables": lambda: prelu.apply({}, x),
    "apply with flat variables": lambda: prelu.apply({"negative_slope": 0.1}, x),
    "apply with no parameters": lambda: prelu.apply({"params": {}}, x),
    "apply with another parameter": lambda: prelu.apply({"params": {"other": 1.0}}, x),
    "apply with a parameter of another shape": lambda: prelu.apply({"params": {"negative_slope": jnp.ones(3)}}, x),
    "apply Dense to more features": lambda: nn.Dense(4).apply(nn.Dense(4).init(key, x), wide),
    "init without a key": lambda: prelu.init(None, x),
    "init with a number": lambda: prelu.init(5, x),
    "unknown field": lambda: nn.PReLU(foo=1),
    "assign a field while running": lambda: Assigning().init(key, x),
    "make a parameter twice": lambda: Twice().init(key, jnp.ones(2)),
    "name two submodules alike": lambda: SameName().init(key, x),
    "draw without a key": lambda: nn.Dropout(0.5, deterministic=False).apply({}, x),
    "change an immutable variable": lambda: Counting().apply({"counter": {"count": 1.0}}, x),
    "nested parameters missing": lambda: MLP().apply({"params": {}}, x),
}
errors = {}
for name, scenario in scenarios.items():
    try:
        scenario()
    except Exception as error:
        errors[name] = type(error).__name__
write("module-errors", errors)
