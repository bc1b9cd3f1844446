"""Functions of elements, by the sort of numbers they take."""


import jax.numpy as jnp

from .cases import case, every, over, solid

smooth = """negative square exp expm1 exp2 sin cos tan sinh cosh tanh arctan arcsinh deg2rad rad2deg sinc positive i0""".split()
stepped = """abs fabs sign floor ceil trunc rint isnan isinf isfinite isposinf isneginf signbit logicalNot""".split()
for name in smooth + stepped:
    over(name, "f")
for name in "log log1p log2 log10 sqrt cbrt reciprocal".split():
    over(name, "p")
for name in "arcsin arccos arctanh".split():
    over(name, "u")
over("arccosh", "a")
for name in "bitwiseNot bitwiseCount".split():
    over(name, "i")
pairs = """add subtract multiply divide maximum minimum arctan2 hypot logaddexp logaddexp2 greater greaterEqual less
    lessEqual equal notEqual copysign heaviside fmax fmin logicalAnd logicalOr logicalXor isclose""".split()
for name in pairs:
    over(name, "f", pairs="g")
for name in "floorDivide remainder fmod".split():
    over(name, "f", pairs="q", call=getattr(jnp, {"floorDivide": "floor_divide"}.get(name, name)))
for name in "power floatPower".split():
    over(name, "p", pairs="g")
for name in "bitwiseAnd bitwiseOr bitwiseXor leftShift rightShift gcd lcm".split():
    over(name, "i", pairs="j")
for rank in every:
    case("where", "b" + rank, "f" + rank, "g" + rank)
    case("clip", "f" + rank, -0.5, 0.7)
    case("clip", "f" + rank, min="g" + rank)
    case("round", "f" + rank, 1)
    case("lax.clamp", -0.5, "f" + rank, 0.7)
    case("lax.select", "b" + rank, "f" + rank, "p" + rank)
over("lax.logistic", "f")
over("lax.rsqrt", "p")
over("lax.stopGradient", "f", smooth=False)
over("allclose", "f", pairs="g", ranks=solid)
over("arrayEqual", "f", pairs="f")
over("arrayEquiv", "f", pairs="g", ranks=solid)

for name in """relu relu6 elu celu selu identity sigmoid silu tanh softSign hardSigmoid hardSilu hardTanh sparseSigmoid gelu
    mish softplus logSigmoid squareplus sparsePlus leakyRelu""".split():
    over("nn." + name, "f")
over("nn.log1mexp", "p")
over("nn.gelu", "f", False)
over("nn.leakyRelu", "f", "g0")
over("nn.elu", "f", "q0")
over("nn.celu", "f", "q0")
over("nn.squareplus", "f", "q0", twice=True)
