"""Statistics, histograms, polynomials, windows, padding, sets and places."""

import jax.numpy as jnp
import numpy as np

from .cases import case, inputs, snake

# Statistics.
for array, axis in [("m34", None), ("t235", 1), ("t235", [0, 2]), ("q2213", -1), ("v6", 0)]:
    axes = tuple(axis) if isinstance(axis, list) else axis
    def along(name, *args, **options):
        case(name, array, *args, axis=axis, call=lambda x, *rest, **o: getattr(jnp, snake(name))(x, *[jnp.asarray(r) for r in rest], **{**o, "axis": axes}), **options)
    along("median")
    along("nanmedian", keepdims=True)
    for method in ["linear", "lower", "higher", "midpoint", "nearest"]:
        along("quantile", [0.1, 0.5, 0.9], method=method)
    along("percentile", 30, keepdims=True)
    along("average")
    along("ptp")
case("nanmedian", "nans", axis=1, differs=False)
case("nanquantile", "nans", 0.25, axis=0, differs=False)
case("nanpercentile", "nans", 60, axis=1, keepdims=True, differs=False)
case("median", "nans", axis=0, differs=False)
case("average", "m34", axis=1, weights="w4")
case("average", "v6", weights="w6", returned=True)
case("cov", "m34")
case("cov", "m34", rowvar=False)
case("cov", "m34", "m34", call=lambda x, y: jnp.cov(x, y))
case("cov", "v6")
case("cov", "m34", bias=True)
case("cov", "m34", ddof=0, aweights="w4")
case("cov", "m34", fweights=[1, 2, 3, 1], call=lambda x, **o: jnp.cov(x, fweights=jnp.array([1, 2, 3, 1])))
case("corrcoef", "m34")
case("corrcoef", "v6", "w6")
case("corrcoef", "m34", rowvar=False)
for bins in [4, 7]:
    case("histogram", "v6", bins, differs=False)
    case("histogramBinEdges", "m34", bins, differs=False)
    case("histogram", "m34", bins, range=[-1, 1], weights=None, call=lambda x, b, range, weights: jnp.histogram(x, b, range=(-1, 1)), differs=False)
case("histogram", "v6", 3, weights="w6", density=True, differs=False)
case("histogram", "m34", [-1, 0, 0.5, 2], call=lambda x, b: jnp.histogram(x, jnp.array(b)), differs=False)
case("histogram", "i9", 3, call=lambda x, b: jnp.histogram(x, b), differs=False)
case("histogram2d", "v6", "w6", bins=[2, 3], differs=False)
case("histogram2d", "v6", "w6", density=True, bins=3, differs=False)
case("histogramdd", "m34", bins=2, differs=False)
case("bincount", "i9")
case("bincount", "i9", minlength=9)
case("bincount", "i9", length=3)
case("bincount", "four", weights="w4")
case("digitize", "v6", "up")
case("digitize", "v6", "up", right=True)
case("digitize", "v6", [2, 1, 0, -1], call=lambda x, b: jnp.digitize(x, jnp.array(b)))

# Interpolation, differences, running sums.
case("interp", "v6", "up", [5, 1, 0, 4, 2], call=lambda x, xp, fp: jnp.interp(x, xp, jnp.array(fp, jnp.float32)))
case("interp", "v6", "up", "up", left=-9, right=9)
for axis in [0, 1, 2]:
    case("gradient", "t235", 0.5, axis=axis)
case("trapezoid", "t235", dx=0.5, axis=1)
case("ediff1d", "m34")
case("ediff1d", "v6", toBegin=7, toEnd=[1, 2], call=lambda x, **o: jnp.ediff1d(x, to_begin=jnp.float32(7), to_end=jnp.array([1.0, 2])))
case("unwrap", "angles")
case("unwrap", "angles", period=4, smooth=False)
case("unwrap", "t235", axis=1, discont=2)
case("nancumsum", "nans", axis=1)
case("nancumprod", "nans", axis=0)
case("cumulativeSum", "v6", includeInitial=True)
case("cumulativeSum", "t235", axis=1)
case("cumulativeProd", "t235", axis=-1, includeInitial=True)
case("nanargmax", "nans", axis=1)
case("nanargmin", "nans", axis=0)
case("nanargmax", "m34")
case("searchsorted", "up", "m34")
for order in ["v6", "i9", "t235"]:
    case("partition", order, 2, differs=False, call=lambda x, k: jnp.sort(x))
    case("argpartition", order, 2, call=lambda x, k: jnp.argsort(x))

# Numbers and their parts.
case("divmod", "m34", 0.7, differs=False)
case("divmod", "i23", 4)
case("modf", "wild", differs=False, call=lambda x: np.modf(np.asarray(x)))  # Of infinities JAX makes NaN.
case("frexp", "wild", differs=False)
case("frexp", "m34", differs=False)
case("ldexp", "m34", "four")
case("nanToNum", "wild", smooth=False)
case("nanToNum", "wild", nan=1, posinf=2, neginf=-3)

# Polynomials, windows, convolutions.
case("polyval", "v3", "m34")
case("polyadd", "v3", "v6")
case("polysub", "v6", "v3")
case("polymul", "v6", "v3")
case("polyder", "v6")
case("polyder", "v6", 2)
case("polyint", "v3")
case("polyint", "v3", 2, k=[1, 2], call=lambda p, m, k: jnp.polyint(p, m, k=jnp.array([1.0, 2])))
case("poly", "v3")
case("polydiv", "v6", "v3", differs=False, call=lambda u, v: jnp.polydiv(u, v, trim_leading_zeros=True))
case("polyfit", "v6", "w6", 2, differs=False)
case("vander", "v3")
case("vander", "v3", 4, increasing=True)
for window in ["bartlett", "blackman", "hamming", "hanning"]:
    for length in [0, 1, 8, 9]:
        case(window, length)
case("kaiser", 8, 5.5)
case("kaiser", 1, 3)
case("i0", "m34")
for mode in ["full", "same", "valid"]:
    for a, b in [("v6", "v3"), ("v3", "v6"), ("v6", "w4")]:
        case("convolve", a, b, mode=mode)
        case("correlate", a, b, mode=mode)
case("convolve", "i9", "four")

# Padding.
for mode in ["constant", "edge", "reflect", "symmetric", "wrap", "linear_ramp", "maximum", "mean", "median", "minimum"]:
    case("pad", "v6", 3, mode=mode)
    case("pad", "m34", [[2, 1], [0, 7]], mode=mode)
    case("pad", "i23", [1, 2], mode=mode, call=lambda x, w, **o: np.pad(np.asarray(x), w, **o))  # JAX rounds halves otherwise.
case("pad", "m34", [[1, 2], [3, 0]], mode="constant", constantValues=[[1, 2], [3, 4]])
case("pad", "v6", 2, mode="linear_ramp", endValues=[5, -5])
case("pad", "v6", 2, mode="mean", statLength=2)
case("pad", "v6", 3, mode="reflect", reflectType="odd")
case("pad", "v6", 4, mode="symmetric", reflectType="odd")

# Choosing, sets, places.
case("select", [{"input": "b34"}, [True, False, True, False]], [{"input": "m34"}, 2], -1,
     call=lambda c, v, d: jnp.select([jnp.asarray(inputs["b34"]), jnp.broadcast_to(jnp.array(c[1]), (3, 4))], [v[0], jnp.full((3, 4), 2.0)], d))
case("place", "m34", "b34", [8, 9], call=lambda x, m, v: jnp.place(x, m, jnp.array([8.0, 9]), inplace=False))
case("isin", "i23", "four")
case("isin", "i23", "four", invert=True)
for name in ["union1d", "intersect1d", "setdiff1d", "setxor1d"]:
    case(name, "i9", "four")
for name in ["uniqueValues", "uniqueCounts", "uniqueInverse"]:
    case(name, "i9")
case("indices", [2, 3])
case("indices", [0, 2147483647])
case("tri", 3, 4, 1)
case("tri", 3)
for name in ["trilIndices", "triuIndices"]:
    case(name, 4)
    case(name, 4, -1, m=3)
case("trilIndicesFrom", "m34")
case("triuIndicesFrom", "m34", 1)
case("diagIndices", 3)
case("unravelIndex", "i9", [2, 3], call=lambda i, s: jnp.unravel_index(i, s))
case("ravelMultiIndex", [[1, 0], [2, 2]], [2, 3], call=lambda i, s: jnp.ravel_multi_index(jnp.array(i), s))
case("ravelMultiIndex", [[5, -4], [2, 2]], [2, 3], mode="wrap", call=lambda i, s, mode: jnp.ravel_multi_index(jnp.array(i), s, mode="wrap"))
case("flatnonzero", "zeros")
case("trimZeros", "zeros", differs=False)
case("delete", "v6", [1, -1], call=lambda x, i: jnp.delete(x, jnp.array(i)))
case("delete", "t235", 1, axis=1)
case("insert", "v6", 2, 7)
case("insert", "v6", [0, 3, 3], [7, 8, 9], call=lambda x, i, v: jnp.insert(x, jnp.array(i), jnp.array(v, jnp.float32)))
case("insert", "m34", 1, "v3", axis=1)
case("insert", "m34", 0, "w4", axis=0)
