"""jax.scipy.linalg: factors, what they solve, functions of matrices, and matrices of some structure."""

import jax
import jax.numpy as jnp
import numpy as np

from .cases import case, inputs

rng = np.random.default_rng(21)
of = jax.scipy.linalg

inputs["gen3"] = (rng.normal(size=(3, 3)) + 2 * np.eye(3)).astype(np.float32)
inputs["Gen3"] = np.stack([inputs["gen3"], inputs["gen3"].T + np.eye(3, dtype=np.float32)])
inputs["pos3"] = (inputs["gen3"] @ inputs["gen3"].T + np.eye(3)).astype(np.float32)
inputs["Pos3"] = np.stack([inputs["pos3"], 2 * inputs["pos3"] + np.eye(3, dtype=np.float32)])
inputs["some3"] = (0.3 * inputs["gen3"]).astype(np.float32)
inputs["Some3"] = 0.3 * inputs["Gen3"]
inputs["big3"] = (6 * inputs["gen3"]).astype(np.float32)
inputs["tall"] = rng.normal(size=(4, 3)).astype(np.float32)
inputs["wide"] = rng.normal(size=(2, 4)).astype(np.float32)
inputs["r3"] = rng.normal(size=3).astype(np.float32)
inputs["r32"] = rng.normal(size=(3, 2)).astype(np.float32)
inputs["R32"] = rng.normal(size=(2, 3, 2)).astype(np.float32)
inputs["none"] = np.zeros((0, 0), np.float32)

# The derivatives take the matrices for symmetric, of which differences move one triangle.
for a in ["pos3", "Pos3"]:
    for lower in [False, True]:
        case("scipyLinalg.cholesky", a, lower=lower, smooth=False)
        case("scipyLinalg.choFactor", a, lower, how="factor", call=lambda a, lower: of.cho_factor(a, lower)[0], smooth=False)
    case("scipyLinalg.eigh", a, eigvalsOnly=True)
    case("scipyLinalg.eigh", a, how="squared", call=lambda a: jnp.square(of.eigh(a)[1]))
for a, b in [("pos3", "r3"), ("pos3", "r32"), ("Pos3", "R32"), ("none", "none")]:
    for lower in [False, True]:
        case("scipyLinalg.choSolve", a, b, lower, how="of a factor",
             call=lambda a, b, lower: of.cho_solve(of.cho_factor(a, lower), b), smooth=False)
        case("scipyLinalg.solve", a, b, assumeA="pos", lower=lower, smooth=False, twice=False)
for a, b in [("gen3", "r3"), ("gen3", "r32"), ("Gen3", "R32"), ("none", "none")]:
    case("scipyLinalg.solve", a, b)
    for trans in [0, 1]:
        case("scipyLinalg.luSolve", a, b, trans, how="of factors",
             call=lambda a, b, trans: of.lu_solve(of.lu_factor(a), b, trans))
        for lower in [False, True]:
            case("scipyLinalg.solveTriangular", a, b, trans=trans, lower=lower)
    case("scipyLinalg.solveTriangular", a, b, unitDiagonal=True)
for a in ["gen3", "tall", "wide", "none"]:
    case("scipyLinalg.lu", a)
    case("scipyLinalg.lu", a, permuteL=True)
for a in ["gen3", "Gen3", "none"]:
    case("scipyLinalg.luFactor", a)
for a in ["gen3", "some3", "none"]:
    case("scipyLinalg.expm", a, slack=40 if a == "gen3" else None)
case("scipyLinalg.expm", "big3", maxSquarings=0, differs=False)
case("scipyLinalg.expm", "Some3", how="stacked", call=lambda a: jnp.stack([of.expm(a[0]), of.expm(a[1])]))
for a in ["gen3", "tall"]:
    case("scipyLinalg.qr", a, mode="economic", how="product", call=lambda a, mode: jnp.matmul(*of.qr(a, mode=mode)), smooth=False)
    for side in ["right", "left"]:
        case("scipyLinalg.polar", a, side=side, twice=False, call=lambda a, side: of.polar(a, side, method="svd"))
case("scipyLinalg.blockDiag", "gen3", "wide", "r3", "f0")
case("scipyLinalg.blockDiag")
for c, r in [("r3", None), ("r3", "f1"), ("r32", "r3"), ("R32", "r32"), ("fe", "fe")]:
    case("scipyLinalg.toeplitz", c, *([r] if r else []))
for n in [0, 4]:
    case("scipyLinalg.hilbert", n)
