"""jax.scipy.special: by the sort of numbers they take, over their whole range, and at its ends."""

import numpy as np

from .cases import case, every, inputs, over

inputs["ends"] = np.array([0, 1, -1, 0.5, -0.5, 2, -2, 1.5, -2.5, 40, -40, 1e-8, np.inf, -np.inf, np.nan], np.float32)
inputs["line"] = np.linspace(-7.9, 8.2, 47).astype(np.float32)
inputs["half"] = np.geomspace(1e-3, 300, 41).astype(np.float32)
inputs["unit"] = np.linspace(0.001, 0.999, 31).astype(np.float32)
inputs["open"] = np.linspace(-0.999, 0.999, 30).astype(np.float32)
inputs["orders"] = np.array([[0], [1], [2], [5]], np.int32)
inputs["few"] = np.array([[0.3], [1], [2.5], [9], [60]], np.float32)
inputs["many"] = np.geomspace(0.02, 90, 13).astype(np.float32)

for name in "erf erfc ndtr logNdtr expit i0e i1e".split():
    over("special." + name, "f")
    case("special." + name, "line")
    case("special." + name, "ends", differs=False)
for name in "i0 i1".split():
    over("special." + name, "f")
    case("special." + name, "line")
for name in "gammaln gamma digamma entr factorial".split():
    over("special." + name, "p")
    grows = name in ("gamma", "factorial")
    # So near to 0, differences do not come near slopes.
    case("special." + name, "many" if grows else "half", differs=not grows, smooth=name == "entr")
for name in "gammaln gamma gammasgn digamma entr factorial".split():
    case("special." + name, "ends", differs=False)
case("special.gammasgn", "line", smooth=False)
case("special.gammaln", "line", twice=False)
over("special.gammasgn", "f")
over("special.erfinv", "u")
case("special.erfinv", "open", twice=False, smooth=False)
for name in ["logit", "ndtri"]:
    for rank in every:
        case("special." + name, "h" + rank)
    case("special." + name, "unit", twice=False, smooth=False)
    case("special." + name, "ends", differs=False)
for name in "xlogy xlog1py".split():
    over("special." + name, "f", pairs="q")
for name in "relEntr klDiv beta betaln".split():
    over("special." + name, "p", pairs="q")
for rank in every:
    case("special.gammainc", "p" + rank, "q" + rank, twice=False)
    case("special.gammaincc", "p" + rank, "q" + rank, twice=False)
    case("special.zeta", 2.5, "q" + rank)
    case("special.polygamma", "j" + rank, "p" + rank)
    case("special.multigammaln", "a" + rank, 2)
case("special.gammainc", "few", "many", twice=False)
case("special.gammaincc", "few", "many", twice=False)
case("special.gammainc", 2.5, "half", twice=True)
case("special.zeta", "few", "many", differs=False)
case("special.polygamma", "orders", "many", twice=False)
for name in ["softmax", "logSoftmax", "logsumexp"]:
    over("special." + name, "f", ranks=["1", "2", "4"], axis=0)
