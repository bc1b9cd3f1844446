"""Runs JAX's products of arrays, linear algebra, polynomials and windows, and stores arguments and results.

    python reference/linalg.py        (with the packages of reference/requirements.txt)

Floating-point inputs are computed in float64. Beside the results stands, for each floating-point input, the gradient of
their weighted sum, and how that changes as all inputs move in a fixed direction.
"""

import jax
import jax.numpy as jnp
import numpy as np

from stored import stored, write

jax.config.update("jax_enable_x64", True)
rng = np.random.default_rng(7)


def normal(*shape):
    return rng.normal(size=shape).astype(np.float32)


def whole(*shape):
    return rng.integers(-9, 9, shape).astype(np.int32)


inputs = {
    "n": np.float32(2.5), "v2": normal(2), "v3": normal(3), "w3": normal(3), "v4": normal(4), "m23": normal(2, 3), "m34": normal(3, 4),
    "m33": normal(3, 3), "n33": normal(3, 3), "m32": normal(3, 2), "s234": normal(2, 3, 4), "s243": normal(2, 4, 3), "s1143": normal(3, 1, 4, 3),
    "s233": normal(2, 3, 3), "s3322": normal(3, 3, 2, 2), "e03": normal(0, 3), "e30": normal(3, 0), "m13": normal(1, 3),
    "i3": whole(3), "i23": whole(2, 3), "i34": whole(3, 4), "b23": rng.random((2, 3)) > 0.5, "b34": rng.random((3, 4)) > 0.5,
}
cases = []


def wave(shape, step):
    """Numbers that both sides can make: cos(step · (i + 1))."""
    return np.cos(step * (np.arange(np.prod(shape, dtype=int)) + 1)).reshape(shape)


def case(name, call, names, *args, options=None, grad=True, first=None, within=None):
    """Calls one of JAX's functions on named inputs; `args` and `options` are the further arguments in TypeScript."""
    arrays = [inputs[n] for n in names]
    floating = [i for i, a in enumerate(arrays) if a.dtype == np.float32]
    given = [jnp.asarray(a.astype(np.float64) if i in floating else a) for i, a in enumerate(arrays)]

    def listed(*xs):
        result = call(*xs)
        return list(result) if isinstance(result, (list, tuple)) else [result]

    entry = {"name": name, "inputs": names, "args": args, "options": options, "first": first, "within": within,
             "results": [narrow(r) for r in listed(*given)]}
    if grad and floating:
        def loss(xs):
            full = list(given)
            for i, x in zip(floating, xs):
                full[i] = x
            outs = [o for o in listed(*full) if jnp.issubdtype(o.dtype, jnp.floating)]
            return sum(jnp.sum(o * wave(o.shape, k + 1)) for k, o in enumerate(outs))

        xs = [given[i] for i in floating]
        directions = [jnp.asarray(wave(x.shape, 0.7)) for x in xs]
        gradient, change = jax.jvp(jax.grad(loss), (xs,), (directions,))
        entry |= {"gradient": [narrow(g) for g in gradient], "change": [narrow(c) for c in change]}
    cases.append(entry)


def narrow(x):
    """64-bit integers are int32 here."""
    x = np.asarray(x)
    return stored(x.astype(np.int32) if x.dtype == np.int64 else x)


# Products.
for a, b in [("m23", "m34"), ("s234", "s243"), ("s234", "v4"), ("v3", "s234"), ("v4", "v4"), ("i23", "i34"), ("s234", "s1143"), ("m23", "s234"),
             ("i23", "m34"), ("m23", "v3"), ("b23", "b34"), ("e03", "m34"), ("e30", "e03"), ("m13", "s234"), ("v3", "m34")]:
    case("matmul", jnp.matmul, [a, b])
for a, b in [("m23", "m34"), ("s234", "s243"), ("v3", "w3"), ("n", "m23"), ("s234", "v4"), ("m23", "v3"), ("n", "n"), ("i23", "i3")]:
    case("dot", jnp.dot, [a, b])
for a, b in [("v3", "v4"), ("m23", "v4"), ("n", "v3"), ("i3", "i3"), ("b23", "b23"), ("i3", "v3")]:
    case("outer", jnp.outer, [a, b])
case("tensordot", lambda x, y: jnp.tensordot(x, y, axes=1), ["m23", "m34"], options={"axes": 1})
case("tensordot", lambda x, y: jnp.tensordot(x, y, axes=0), ["v3", "m23"], 0)
case("tensordot", lambda x, y: jnp.tensordot(x, y, axes=([0, 2], [0, 1])), ["s234", "s243"], options={"axes": [[0, 2], [0, 1]]})
case("tensordot", lambda x, y: jnp.tensordot(x, y, axes=([1, 0], [1, 0])), ["m23", "i23"], [[1, 0], [1, 0]])
case("tensordot", lambda x, y: jnp.tensordot(x, y, axes=(2, -1)), ["s234", "v4"], [2, -1])
case("tensordot", jnp.tensordot, ["s234", "m34"])
for a, b in [("v3", "w3"), ("m23", "b23"), ("i23", "i23"), ("s234", "s243"), ("n", "n"), ("e03", "e30")]:
    case("vdot", jnp.vdot, [a, b])
for a, b in [("v3", "w3"), ("m23", "m33"), ("n", "m23"), ("s234", "v4"), ("i23", "i3"), ("s1143", "m23")]:
    case("inner", jnp.inner, [a, b])
for a, b in [("m23", "v3"), ("s234", "v4"), ("m34", "s234"), ("i23", "i3"), ("s1143", "m23"), ("e03", "v3")]:
    case("matvec", jnp.matvec, [a, b])
for a, b in [("v2", "m23"), ("m23", "s234"), ("v3", "s234"), ("i3", "i34"), ("m13", "s234")]:
    case("vecmat", jnp.vecmat, [a, b])
for a, b in [("v3", "w3"), ("m23", "v3"), ("s234", "m34"), ("i23", "i23"), ("m23", "m13")]:
    case("vecdot", jnp.vecdot, [a, b])
case("vecdot", lambda x, y: jnp.vecdot(x, y, axis=0), ["m33", "n33"], options={"axis": 0})
case("vecdot", lambda x, y: jnp.vecdot(x, y, axis=-2), ["s234", "s234"], -2)
for a, b in [("v3", "v4"), ("m23", "m34"), ("n", "m23"), ("s234", "m23"), ("v3", "s234"), ("i3", "i23")]:
    case("kron", jnp.kron, [a, b])
for a, b in [("v3", "w3"), ("m23", "v3"), ("m23", "i3"), ("m32", "v2"), ("v2", "v3"), ("m23", "v2"), ("s233", "v3")]:
    case("cross", jnp.cross, [a, b])
case("cross", lambda x, y: jnp.cross(x, y, axis=0), ["m33", "n33"], options={"axis": 0})
case("cross", lambda x, y: jnp.cross(x, y, axisa=0, axisb=1, axisc=0), ["m33", "n33"], options={"axisa": 0, "axisb": 1, "axisc": 0})

for subscripts, names in [
    ("ij,jk->ik", ["m23", "m34"]), ("ij,jk", ["m23", "m34"]), ("ba,cb", ["m34", "m23"]), ("ii", ["m33"]), ("ii->i", ["m33"]), ("i,i", ["v3", "w3"]), ("i,j->ji", ["v3", "v4"]),
    ("ij->ji", ["m23"]), ("ij->", ["m23"]), ("ij->j", ["m23"]), ("ijk,ikl->ijl", ["s234", "s243"]), ("...ij,...jk->...ik", ["s234", "s1143"]),
    ("...ij,kj", ["s234", "m34"]), ("...ii->...i", ["s233"]), ("...", ["m23"]), ("...->...", ["s234"]), ("i...->...", ["m23"]),
    ("ij,ij->ij", ["m23", "m23"]), ("ij,ij->", ["m23", "i23"]), ("ij,i,j->", ["m23", "v2", "v3"]), ("ij,jk,ik->i", ["m33", "n33", "m33"]),
    ("ij,jk,kl,lm->im", ["m23", "m33", "n33", "m34"]), ("a,b,c,ab,bc,ca,a,b->abc", ["v3", "w3", "v3", "m33", "n33", "m33", "w3", "v3"]),
    ("iijj->ij", ["s3322"]), ("iijk->kij", ["s3322"]), ("ij,ij->ij", ["m13", "m23"]), ("ij,jk->ik", ["i23", "i34"]), ("ij,jk->ik", ["b23", "b34"]),
    ("ij->i", ["i23"]), (",ij->ij", ["n", "m23"]), (",", ["n", "n"]), ("ij,jk->ik", ["e30", "e03"]), (" i j , jk -> ik ", ["m23", "m34"]),
    ("ijk,k->ij", ["s234", "v4"]), ("i,jk->jk", ["v3", "m23"]), ("ij,kl->il", ["m23", "m34"]), ("abc,acd,be->de", ["s234", "s243", "m33"]),
    ("i...j,j->...i", ["s234", "v4"]), ("...i,...i", ["m23", "v3"]), ("Aj,jB", ["m23", "m34"]),
]:
    case("einsum", lambda *xs: jnp.einsum(subscripts, *xs), names, first=subscripts)
case("einsum", lambda *xs: jnp.einsum("ij,jk,kl,lm->im", *xs), ["m23", "m33", "n33", "m34"], first="ij,jk,kl,lm->im", options={"optimize": False})

write("linalg", [{"inputs": {name: stored(x) for name, x in inputs.items()}}, *cases])
