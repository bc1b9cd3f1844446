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


def positive(x):
    return (x @ np.swapaxes(x, -1, -2) + np.eye(x.shape[-1])).astype(np.float32)


inputs = {
    "n": np.float32(2.5), "v2": normal(2), "v3": normal(3), "w3": normal(3), "v4": normal(4), "m23": normal(2, 3), "m34": normal(3, 4),
    "m33": normal(3, 3), "n33": normal(3, 3), "m32": normal(3, 2), "s234": normal(2, 3, 4), "s243": normal(2, 4, 3), "s1143": normal(3, 1, 4, 3),
    "s233": normal(2, 3, 3), "s3322": normal(3, 3, 2, 2), "e03": normal(0, 3), "e30": normal(3, 0), "m13": normal(1, 3),
    "z3": np.zeros(3, np.float32), "z22": np.zeros((2, 2), np.float32), "m44": normal(4, 4), "m22": normal(2, 2), "m11": normal(1, 1), "m43": normal(4, 3),
    "p33": positive(normal(3, 3)), "p244": positive(normal(2, 4, 4)), "notpositive": np.diag(np.array([1, -1, 2], np.float32)),
    "r33": np.outer(normal(3), normal(3)).astype(np.float32) + np.outer([1, 2, 3], [0, 1, -1]).astype(np.float32),
    "r44": np.array([[1, 2, 0, 1], [2, 4, 0, 2], [0, 1, 3, 1], [1, 0, 1, 0]], np.float32), "singular": np.array([[1, 2], [2, 4]], np.float32),
    "s2344": normal(2, 3, 4, 4), "t2323": normal(2, 3, 2, 3), "t3232": normal(3, 2, 3, 2), "m33r": normal(4, 2, 2), "v9": normal(9), "e00": np.zeros((0, 0), np.float32), "e033": np.zeros((0, 3, 3), np.float32),
    "large": normal(12, 12), "tall": normal(9, 4), "i22": np.array([[2, 1], [1, 3]], np.int32),
    "i3": whole(3), "i23": whole(2, 3), "i34": whole(3, 4), "b23": rng.random((2, 3)) > 0.5, "b34": rng.random((3, 4)) > 0.5,
}
cases = []


def wave(shape, step):
    """Numbers that both sides can make: cos(step · (i + 1))."""
    return np.cos(step * (np.arange(np.prod(shape, dtype=int)) + 1)).reshape(shape)


def case(name, call, names, *args, options=None, grad=True, first=None, within=None, squared=(), listed=False):
    """Calls one of JAX's functions on named inputs; `args` and `options` are the further arguments in TypeScript."""
    arrays = [inputs[n] for n in names]
    floating = [i for i, a in enumerate(arrays) if a.dtype == np.float32]
    given = [jnp.asarray(a.astype(np.float64) if i in floating else a) for i, a in enumerate(arrays)]

    def outputs(*xs):
        result = call(*xs)
        results = list(result) if isinstance(result, (list, tuple)) else [result]
        return [jnp.square(x) if i in squared else x for i, x in enumerate(results)]

    entry = {"name": name, "inputs": names, "args": args, "options": options, "first": first, "within": within, "squared": list(squared), "list": listed,
             "results": [narrow(r) for r in outputs(*given)]}
    if grad and floating:
        def loss(xs):
            full = list(given)
            for i, x in zip(floating, xs):
                full[i] = x
            outs = [o for o in outputs(*full) if jnp.issubdtype(o.dtype, jnp.floating)]
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

# Linear algebra. Vectors of eigenvalues and singular values are known but for their sign: their squares are compared.
def linalg(name, call, names, *args, **keywords):
    case(name, call, names, *args, within="linalg", **keywords)


la = jnp.linalg
for name in ["cholesky", "det", "slogdet", "inv"]:
    for x in ["p33", "p244", "m11", "e00", "e033"]:
        linalg(name, getattr(la, name), [x], grad=x[0] != "e")
for name in ["det", "slogdet", "inv"]:
    for x in ["m33", "m22", "m44", "s2344", "large", "i22"]:
        linalg(name, getattr(la, name), [x])
for x in ["r44", "singular", "z22"]:
    linalg("det", la.det, [x])
linalg("slogdet", la.slogdet, ["singular"], grad=False)
linalg("inv", la.inv, ["singular"], grad=False)
linalg("cholesky", lambda x: la.cholesky(x, upper=True), ["p33"], options={"upper": True})
linalg("cholesky", lambda x: la.cholesky(x, symmetrize_input=False), ["p33"], options={"symmetrizeInput": False})
linalg("cholesky", la.cholesky, ["notpositive"], grad=False)
for a, b in [("m33", "v3"), ("m33", "m32"), ("s233", "m33"), ("m33", "s233"), ("s2344", "v4"), ("m11", "m13"), ("i22", "v2"), ("e00", "e03")]:
    linalg("solve", la.solve, [a, b], grad=a[0] != "e")
for x in ["m33", "m32", "s234", "s243", "m11", "tall", "large"]:
    square = inputs[x].shape[-1] == inputs[x].shape[-2]
    tall = inputs[x].shape[-2] >= inputs[x].shape[-1]
    linalg("qr", la.qr, [x], grad=tall)
    linalg("qr", lambda y: la.qr(y, mode="complete"), [x], "complete", grad=square)
    linalg("qr", lambda y: la.qr(y, mode="r"), [x], options={"mode": "r"}, grad=tall)
    linalg("svd", lambda y: la.svd(y, full_matrices=False), [x], options={"fullMatrices": False}, squared=[0, 2])
    linalg("svd", lambda y: la.svd(y, compute_uv=False), [x], options={"computeUv": False})
    linalg("svdvals", la.svdvals, [x])
    linalg("pinv", la.pinv, [x])
    linalg("matrixRank", la.matrix_rank, [x], grad=False)
linalg("svd", la.svd, ["m33"], squared=[0, 2])
for x in ["r33", "r44"]:
    linalg("pinv", lambda y: la.pinv(y, rtol=1e-4), [x], 1e-4)
    linalg("matrixRank", lambda y: la.matrix_rank(y, rtol=1e-4), [x], options={"rtol": 1e-4}, grad=False)
linalg("pinv", la.pinv, ["z22"], grad=False)
linalg("matrixRank", la.matrix_rank, ["z22"], grad=False)
for x in ["m33", "p244", "m11", "large"]:
    linalg("eigh", la.eigh, [x], squared=[1])
    linalg("eigvalsh", la.eigvalsh, [x])
linalg("eigh", lambda x: la.eigh(x, "U", symmetrize_input=False), ["m33"], options={"UPLO": "U", "symmetrizeInput": False}, squared=[1], grad=False)
linalg("eigh", lambda x: la.eigh(x, "L", symmetrize_input=False), ["m33"], options={"symmetrizeInput": False}, squared=[1], grad=False)
for a, b in [("tall", "v9"), ("m43", "m43"), ("m34", "v3"), ("m33", "m32")]:
    linalg("lstsq", la.lstsq, [a, b])
linalg("lstsq", lambda a, b: la.lstsq(a, b, rcond=1e-4), ["r33", "v3"], 1e-4, grad=False)
for p in [None, 2, -2, "fro", "nuc", 1, -1, np.inf, -np.inf]:
    spelled = {"p": str(p) if p in (np.inf, -np.inf) else p}
    linalg("cond", lambda x: la.cond(x, p), ["m33"], options=spelled)
    linalg("cond", lambda x: la.cond(x, p), ["s233"], options=spelled)
linalg("cond", lambda x: la.cond(x, 1), ["singular"], 1, grad=False)
for x in ["v3", "m23", "s234", "n", "i23", "z3"]:
    linalg("norm", la.norm, [x])
    linalg("vectorNorm", la.vector_norm, [x])
    linalg("norm", lambda y: la.norm(y, keepdims=True), [x], options={"keepdims": True})
for order in [None, 0, 1, 2, 3, -1, 0.5, np.inf, -np.inf]:
    spelled = str(order) if order in (np.inf, -np.inf) else order
    for x, axis in [("v3", None), ("m23", 1), ("s234", 0), ("s234", -1)]:
        linalg("norm", lambda y: la.norm(y, order, axis=axis), [x], options={"ord": spelled, "axis": axis})
    if order is not None:
        linalg("vectorNorm", lambda y: la.vector_norm(y, axis=(0, 2), ord=order, keepdims=True), ["s234"],
               options={"ord": spelled, "axis": [0, 2], "keepdims": True})
for order in ["fro", "nuc", 1, -1, 2, -2, np.inf, -np.inf]:
    spelled = str(order) if order in (np.inf, -np.inf) else order
    for x, axis in [("m23", None), ("s234", (0, 2)), ("s234", (2, 1))]:
        linalg("norm", lambda y: la.norm(y, order, axis=axis, keepdims=True), [x], options={"ord": spelled, "axis": axis and list(axis), "keepdims": True})
    linalg("matrixNorm", lambda y: la.matrix_norm(y, ord=order), ["s234"], options={"ord": spelled})
linalg("matrixNorm", la.matrix_norm, ["m23"])
for n in [-3, -1, 0, 1, 2, 5, 10]:
    linalg("matrixPower", lambda x: la.matrix_power(x, n), ["m33"], n, grad=n != 0)
    if n > 0:
        linalg("matrixPower", lambda x: la.matrix_power(x, n), ["i22"], n)
for names in [["m23", "m33", "m34"], ["v2", "m23", "m33", "n33", "v3"], ["m23", "m34"], ["v3", "w3"], ["i23", "i34"]]:
    linalg("multiDot", lambda *xs: la.multi_dot(xs), names, listed=True)
linalg("tensorinv", lambda x: la.tensorinv(x, 1), ["m33r"], 1)
linalg("tensorinv", la.tensorinv, ["t2323"])
linalg("tensorsolve", la.tensorsolve, ["t2323", "m23"])
linalg("tensorsolve", lambda a, b: la.tensorsolve(a, b, axes=(0,)), ["t3232", "m23"], options={"axes": [0]})
for offset in [0, 1, -2, 9]:
    linalg("diagonal", lambda x: la.diagonal(x, offset=offset), ["s234"], options={"offset": offset})
    linalg("trace", lambda x: la.trace(x, offset=offset), ["s234"], options={"offset": offset})
linalg("trace", la.trace, ["i23"])
linalg("matrixTranspose", la.matrix_transpose, ["s234"])
linalg("outer", la.outer, ["v3", "v4"])
linalg("cross", la.cross, ["m23", "v3"])
linalg("cross", lambda x, y: la.cross(x, y, axis=0), ["m34", "m34"], options={"axis": 0})
linalg("matmul", la.matmul, ["m23", "m34"])
linalg("tensordot", lambda x, y: la.tensordot(x, y, axes=1), ["m23", "m34"], 1)
linalg("vecdot", la.vecdot, ["m23", "v3"])

write("linalg", [{"inputs": {name: stored(x) for name, x in inputs.items()}}, *cases])
