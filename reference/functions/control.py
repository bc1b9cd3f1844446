"""Functions that take functions: loops, branches, collectives, and what maps along axes."""

import jax
import jax.numpy as jnp
from jax import lax

from .cases import axed, case, every, over

solid_axed = ["1", "2", "3", "4"]
for rank in axed:
    case("lax.scan", "f" + rank, how="running sums", call=lambda x: lax.scan(lambda c, y: (c + y, jnp.sin(c)), x[0] * 0.5 if x.shape[0] else jnp.ones(x.shape[1:]), x))
    case("lax.map", "f" + rank, how="squared sines", call=lambda x: lax.map(lambda y: jnp.sin(y) ** 2, x))
    for name in ["psum", "pmean", "pmax", "pmin"]:
        if rank not in "e":
            case("lax." + name, "f" + rank, how="over rows",
                 call=lambda x, name=name: jax.vmap(lambda y: y * getattr(lax, name)(y, "rows"), axis_name="rows")(x))
    case("lax.axisIndex", "f" + rank, how="times rows", call=lambda x: jax.vmap(lambda y: y * lax.axis_index("r"), axis_name="r")(x) if x.shape[0] else x)
for rank in every:
    case("lax.cond", "b0", "f" + rank, how="sine or square", call=lambda p, x: lax.cond(p, jnp.sin, jnp.square, x))
    case("lax.switch", 1, "f" + rank, how="three ways", call=lambda i, x: lax.switch(i, [jnp.sin, jnp.square, jnp.cos], x))
    case("lax.foriLoop", "f" + rank, how="sine thrice", call=lambda x: lax.fori_loop(0, 3, lambda i, y: jnp.sin(y) + i, x))
    case("lax.whileLoop", "i" + rank, how="doubling", call=lambda x: lax.while_loop(lambda y: jnp.sum(y) < 50, lambda y: y * 2 + 3, jnp.abs(x)) if x.size else x)
for rank in solid_axed:
    case("applyAlongAxis", "f" + rank, how="softmax of rows", call=lambda x: jnp.apply_along_axis(lambda r: jnp.exp(r) / jnp.sum(jnp.exp(r)), 0, x))
    case("applyOverAxes", "f" + rank, how="sums", call=lambda x: jnp.apply_over_axes(jnp.sum, x, [0, -1]) if x.ndim > 1 else jnp.apply_over_axes(jnp.sum, x, [0]))
over("vectorize", "f", how="cubes", call=lambda x: jnp.vectorize(lambda y: y * y * y)(x))
