"""Products of arrays and linear algebra."""

import jax.numpy as jnp
import numpy as np

from .cases import case, inputs

rng = np.random.default_rng(12)

for name, size in [("s2", 2), ("s3", 3), ("s4", 4)]:
    inputs[name] = (rng.normal(size=(size, size)) + 2 * np.eye(size)).astype(np.float32)
inputs["S3"] = np.stack([inputs["s3"], inputs["s3"].T @ inputs["s3"]]).astype(np.float32)
inputs["d3"] = (inputs["s3"] @ inputs["s3"].T + np.eye(3)).astype(np.float32)
inputs["D3"] = np.stack([inputs["d3"], 2 * inputs["d3"] + np.eye(3, dtype=np.float32)])
inputs["x23"] = rng.normal(size=(2, 3)).astype(np.float32)
inputs["x43"] = rng.normal(size=(4, 3)).astype(np.float32)
inputs["x03"] = np.zeros((0, 3), np.float32)
inputs["x30"] = np.zeros((3, 0), np.float32)
inputs["x243"] = rng.normal(size=(2, 4, 3)).astype(np.float32)
inputs["x2134"] = rng.normal(size=(2, 1, 3, 4)).astype(np.float32)
inputs["x00"] = np.zeros((0, 0), np.float32)

for name in ["matmul", "dot"]:
    for a, b in [("v3", "v3"), ("m34", "w4"), ("v3", "m34"), ("x23", "m34"), ("x243", "m34"), ("x03", "m34"), ("x30", "x03")]:
        case(name, a, b)
for a, b in [("x243", "x2134"), ("x2134", "x43"), ("x2134", "w4"), ("v3", "x2134")]:
    case("matmul", a, b)
    case("dot", a, b)
for a, b in [("f0", "m34"), ("m34", "f0")]:
    case("dot", a, b)
    case("inner", a, b)
case("tensordot", "x243", "m34", 1)
case("tensordot", "x243", "x43", [[1, 2], [0, 1]])
case("tensordot", "x23", "m34", 0)
for a, b in [("v3", "v3"), ("x23", "x43"), ("x243", "x23"), ("x03", "x43")]:
    case("inner", a, b)
for a, b in [("v3", "w4"), ("x23", "v3"), ("f0", "v3"), ("fe", "v3")]:
    case("outer", a, b)
for rank in "01234eE":
    case("vdot", "f" + rank, "p" + rank)
    case("kron", "f" + rank, "u" + rank)
for rank in "1234eE":
    case("vecdot", "f" + rank, "g" + rank)
    case("vecdot", "f" + rank, "p" + rank, axis=0)
for a, b in [("x23", "v3"), ("x243", "v3"), ("x243", "x23"), ("x03", "v3")]:
    case("matvec", a, b)
for a, b in [("v3", "m34"), ("x23", "x2134"), ("v3", "x30")]:
    case("vecmat", a, b)
for a, b in [("v3", "x23"), ("x243", "x43"), ("x03", "v3")]:
    case("cross", a, b)
for subscripts, arrays in [("ij,jk", ["x23", "m34"]), ("ij->ji", ["x23"]), ("ii", ["s3"]), ("...ij,...j->...i", ["x243", "v3"]),
                           ("i,j,k->kji", ["v3", "w4", "v3"]), ("ij,ij->", ["x23", "x23"]), ("ij->j", ["x03"]), (",i->i", ["f0", "v3"])]:
    case("einsum", subscripts, *arrays)

# jax.numpy.linalg.
for a in ["s2", "s3", "S3"]:
    # JAX computes in float32, and loses digits in matrices that are near to singular ones.
    slack = 10 if a == "S3" else None
    case("linalg.det", a, slack=slack)
    case("linalg.slogdet", a)
    case("linalg.inv", a)
    for p in [2, 1]:
        case("linalg.cond", a, p, twice=p == 1)
    for n in [-2, 0, 3]:
        case("linalg.matrixPower", a, n, slack=slack)
    case("linalg.trace", a)
    case("linalg.diagonal", a)
case("linalg.det", "x00")
for a, b in [("s3", "v3"), ("s3", "x30"), ("S3", "x243"), ("s3", "s3")]:
    if a == "S3":
        case("linalg.solve", a, b, how="transposed", call=lambda a, b: jnp.linalg.solve(a, b.mT))
    else:
        case("linalg.solve", a, b)
for a in ["d3", "D3"]:
    case("linalg.cholesky", a)
    case("linalg.eigvalsh", a)
    case("linalg.eigh", a, how="squared", call=lambda a: jnp.square(jnp.linalg.eigh(a)[1]))
for a in ["x23", "x43", "s3", "x243"]:
    case("linalg.svdvals", a)
    case("linalg.svd", a, how="values", call=lambda a: jnp.linalg.svd(a, full_matrices=False)[1])
    case("linalg.pinv", a)
    case("linalg.matrixRank", a)
    case("linalg.matrixTranspose", a)
    for ord in [None, "fro", "nuc", 1, -1, 2]:
        case("linalg.norm" if a != "x243" else "linalg.matrixNorm", a, ord=ord if a != "x243" else ord or "fro")
for a in ["x43", "s3"]:
    case("linalg.qr", a, how="product", call=lambda a: jnp.matmul(*jnp.linalg.qr(a)), smooth=False)
    case("linalg.lstsq", a, "w4" if a == "x43" else "v3", how="solution", call=lambda a, b: jnp.linalg.lstsq(a, b)[0], twice=False)
for rank in "1234E":
    for ord in [None, 1, 3]:
        case("linalg.vectorNorm", "f" + rank, axis=-1, **({} if ord is None else {"ord": ord}))
    case("linalg.norm", "f" + rank, axis=0)
case("linalg.multiDot", ["x23", "m34", "x43"], call=lambda a: jnp.linalg.multi_dot(list(a)))
case("linalg.outer", "v3", "w4")
case("linalg.cross", "v3", "x23")
case("linalg.tensorinv", "x2134", ind=2, how="of a cube", call=lambda x, ind: jnp.linalg.tensorinv(x.reshape(4, 6)[:, :4].reshape(2, 2, 4) + jnp.eye(4).reshape(2, 2, 4), ind=ind))
case("linalg.tensorsolve", "s4", "w4", how="of a cube", call=lambda a, b: jnp.linalg.tensorsolve(a.reshape(2, 2, 4), b.reshape(2, 2)))
