"""Initialises, applies and differentiates every layer of flax.linen on several configurations.

    python reference/layers.py        (with the packages of reference/requirements.txt)

A case says how the layer is written here: its class, its fields, what a call is given. {"module": …} stands for a
module among the fields, {"input": name} for an array. Outputs are compared, and gradients of the sum of the outputs
times the sine of their flat index, by all variables and by the first input.
"""

import re

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np

from flax.linen.pooling import min_pool
from stored import stored, write

rng = np.random.default_rng(3)
f32 = lambda *shape: rng.normal(size=shape).astype(np.float32)
inputs = {
    "vector": f32(4),
    "rows": f32(3, 4),
    "stack": f32(2, 3, 4),
    "deep": f32(2, 3, 4, 5),
    "wave": f32(2, 9, 4),
    "image": f32(2, 6, 5, 4),
    "volume": f32(1, 4, 3, 4, 2),
    "films": f32(2, 3, 4, 4, 2),
    "other": f32(2, 5, 4),
    "words": np.array([[0, 4, 2], [1, -1, 4]], np.int32),
    "positive": f32(3, 4) * 2 + 5,
    "mask rows": np.array([[1, 1, 0, 1], [1, 0, 1, 1], [0, 1, 1, 1]], bool),
    "lengths": np.array([9, 4], np.int32),
    "kernel mask": (rng.random((3, 4, 6)) > 0.4).astype(np.float32),
    "memory": f32(3, 6),
    "state": f32(3, 6),
    "stacked state": f32(2, 6),
    "padded": np.array([[1, 1, 0]] * 2, np.float32),
}
key, dropout = jax.random.PRNGKey(11), jax.random.PRNGKey(7)
cases = []


def tree(value):
    return {k: tree(v) for k, v in value.items()} if isinstance(value, dict) else stored(value)


def loss(outputs):
    return sum(
        jnp.sum(y * jnp.sin(jnp.arange(y.size, dtype=jnp.float32)).reshape(y.shape)) for y in jax.tree.leaves(outputs)
    )


def case(name, fields, make, args, call=None, written=None, mutable=None, rngs=False, method=None):
    """fields: as written here; make: the module; args: names of inputs or trees of them; call: keywords of the call."""
    resolve = lambda a: (
        jnp.asarray(inputs[a]) if isinstance(a, str) else tuple(map(resolve, a)) if isinstance(a, (list, tuple)) else a
    )
    call = {k: resolve(v) if isinstance(v, str) else v for k, v in (call or {}).items()}
    given = [resolve(a) for a in args]
    module = make()
    variables = module.init({"params": key, "dropout": dropout}, *given, **call)
    keys = {"dropout": dropout} if rngs else {}
    options = {"mutable": mutable} if mutable else {}

    def run(variables, first):
        result = module.apply(variables, first, *given[1:], rngs=keys, method=method, **options, **call)
        return result if mutable else (result, {})

    outputs, changed = run(variables, given[0])
    entry = {
        "name": name,
        "fields": fields,
        "args": args,
        "call": written or {},
        "mutable": mutable,
        "rngs": rngs,
        "variables": tree(variables),
        "outputs": [stored(y) for y in jax.tree.leaves(outputs)],
        "changed": tree(changed),
    }
    params = {k: v for k, v in variables.items() if k == "params"}
    rest = {k: v for k, v in variables.items() if k != "params"}
    entry["gradient"] = tree(jax.grad(lambda p: loss(run({**rest, **p}, given[0])[0]))(params)) if params else {}
    if all(jnp.issubdtype(x.dtype, jnp.floating) for x in jax.tree.leaves(given[0])):
        by = jax.grad(lambda x: loss(run(variables, x)[0]))(given[0])
        entry["toInput"] = [stored(x) for x in jax.tree.leaves(by)]
    cases.append(entry)


he = nn.initializers.he_normal()
case("Dense", {"features": 3}, lambda: nn.Dense(3), ["rows"])
case("Dense", {"features": 2, "useBias": False}, lambda: nn.Dense(2, use_bias=False), ["stack"])
case("Dense", {"features": 5}, lambda: nn.Dense(5), ["vector"])
case("DenseGeneral", {"features": [2, 3]}, lambda: nn.DenseGeneral((2, 3)), ["stack"])
case("DenseGeneral", {"features": 3, "axis": [1, -1]}, lambda: nn.DenseGeneral(3, axis=(1, -1)), ["deep"])
case("DenseGeneral", {"features": [2, 2], "axis": [-2, -1], "batchDims": [0]},
     lambda: nn.DenseGeneral((2, 2), axis=(-2, -1), batch_dims=(0,)), ["deep"])
case("Einsum", {"shape": [4, 3], "einsumStr": "ab,bc->ac"}, lambda: nn.Einsum((4, 3), "ab,bc->ac"), ["rows"])
case("Einsum", {"shape": [3, 4, 2], "einsumStr": "nta,tab->ntb"}, lambda: nn.Einsum((3, 4, 2), "nta,tab->ntb"), ["stack"])
case("Einsum", {"shape": [4, 2], "einsumStr": "...a,ab->...b", "useBias": False},
     lambda: nn.Einsum((4, 2), "...a,ab->...b", use_bias=False), ["stack"])
case("PReLU", {}, lambda: nn.PReLU(), ["rows"])
case("PReLU", {"negativeSlopeInit": 0.2}, lambda: nn.PReLU(negative_slope_init=0.2), ["stack"])
case("PReLU", {"negativeSlopeInit": -1}, lambda: nn.PReLU(negative_slope_init=-1), ["vector"])

for padding in ["SAME", "VALID", "CIRCULAR", "REFLECT", 1, [1, [2, 0]]]:
    python = tuple(tuple(p) if isinstance(p, list) else p for p in padding) if isinstance(padding, list) else padding
    case("Conv", {"features": 6, "kernelSize": [3, 2], "padding": padding},
         lambda: nn.Conv(6, (3, 2), padding=python), ["image"])
case("Conv", {"features": 6, "kernelSize": [3], "padding": "CAUSAL", "kernelDilation": 2},
     lambda: nn.Conv(6, (3,), padding="CAUSAL", kernel_dilation=2), ["wave"])
case("Conv", {"features": 6, "kernelSize": [3], "strides": 2, "mask": {"input": "kernel mask"}},
     lambda: nn.Conv(6, (3,), strides=2, mask=inputs["kernel mask"]), ["wave"])
case("Conv", {"features": 4, "kernelSize": [3, 3], "featureGroupCount": 2, "strides": [2, 1], "useBias": False},
     lambda: nn.Conv(4, (3, 3), feature_group_count=2, strides=(2, 1), use_bias=False), ["image"])
case("Conv", {"features": 4, "kernelSize": [2, 2], "inputDilation": 2, "padding": [1, 1]},
     lambda: nn.Conv(4, (2, 2), input_dilation=2, padding=(1, 1)), ["image"])
case("Conv", {"features": 3, "kernelSize": [2, 3, 3]}, lambda: nn.Conv(3, (2, 3, 3)), ["volume"])
case("Conv", {"features": 3, "kernelSize": [2, 2]}, lambda: nn.Conv(3, (2, 2)), ["films"])
case("Conv", {"features": 3, "kernelSize": [2], "padding": "VALID"}, lambda: nn.Conv(3, (2,), padding="VALID"), ["rows"])
case("ConvLocal", {"features": 3, "kernelSize": [3]}, lambda: nn.ConvLocal(3, (3,)), ["wave"])
case("ConvLocal", {"features": 2, "kernelSize": [2, 3], "padding": "VALID", "strides": [2, 1]},
     lambda: nn.ConvLocal(2, (2, 3), padding="VALID", strides=(2, 1)), ["image"])
case("ConvLocal", {"features": 2, "kernelSize": [2], "useBias": False, "kernelDilation": 2},
     lambda: nn.ConvLocal(2, (2,), use_bias=False, kernel_dilation=2), ["wave"])
for transposed in [False, True]:
    for padding in ["SAME", "VALID", "CIRCULAR", [[1, 2], [0, 1]]]:
        python = tuple(map(tuple, padding)) if isinstance(padding, list) else padding
        case("ConvTranspose",
             {"features": 3, "kernelSize": [3, 2], "strides": [2, 3], "padding": padding, "transposeKernel": transposed},
             lambda: nn.ConvTranspose(3, (3, 2), strides=(2, 3), padding=python, transpose_kernel=transposed), ["image"])
case("ConvTranspose", {"features": 2, "kernelSize": [4], "kernelDilation": [2]},
     lambda: nn.ConvTranspose(2, (4,), kernel_dilation=(2,)), ["wave"])

case("Embed", {"numEmbeddings": 5, "features": 3}, lambda: nn.Embed(5, 3), ["words"])
case("Embed", {"numEmbeddings": 1, "features": 3}, lambda: nn.Embed(1, 3), ["words"])
case("Embed", {"numEmbeddings": 7, "features": 2}, lambda: nn.Embed(7, 2), ["words"])
case("Dropout", {"rate": 0.4, "deterministic": False}, lambda: nn.Dropout(0.4, deterministic=False), ["stack"], rngs=True)
case("Dropout", {"rate": 0.4, "broadcastDims": [1], "deterministic": False},
     lambda: nn.Dropout(0.4, broadcast_dims=(1,), deterministic=False), ["stack"], rngs=True)
case("Dropout", {"rate": 0.4}, lambda: nn.Dropout(0.4), ["stack"], {"deterministic": True}, {"deterministic": True})

for stored_statistics in [False, True]:
    case("BatchNorm", {"useRunningAverage": stored_statistics}, lambda: nn.BatchNorm(use_running_average=stored_statistics),
         ["stack"], mutable=["batch_stats"])
case("BatchNorm", {"momentum": 0.5, "useBias": False, "axis": 1, "useFastVariance": False},
     lambda: nn.BatchNorm(momentum=0.5, use_bias=False, axis=1, use_fast_variance=False), ["image"],
     {"use_running_average": False}, {"useRunningAverage": False}, mutable=["batch_stats"])
case("BatchNorm", {"epsilon": 0.1, "useScale": False}, lambda: nn.BatchNorm(epsilon=0.1, use_scale=False), ["rows"],
     {"use_running_average": False, "mask": "mask rows"}, {"useRunningAverage": False, "mask": {"input": "mask rows"}},
     mutable=["batch_stats"])
case("LayerNorm", {}, lambda: nn.LayerNorm(), ["stack"])
case("LayerNorm", {"reductionAxes": [1, 2], "featureAxes": [1, 2], "epsilon": 0.01},
     lambda: nn.LayerNorm(reduction_axes=(1, 2), feature_axes=(1, 2), epsilon=0.01), ["stack"])
case("LayerNorm", {"useBias": False}, lambda: nn.LayerNorm(use_bias=False), ["rows"], {"mask": "mask rows"},
     {"mask": {"input": "mask rows"}})
case("RMSNorm", {}, lambda: nn.RMSNorm(), ["stack"])
case("RMSNorm", {"useScale": False, "reductionAxes": [1, 2]},
     lambda: nn.RMSNorm(use_scale=False, reduction_axes=(1, 2)), ["stack"])
case("RMSNorm", {"epsilon": 0.5}, lambda: nn.RMSNorm(epsilon=0.5), ["rows"], {"mask": "mask rows"},
     {"mask": {"input": "mask rows"}})
case("GroupNorm", {"numGroups": 2}, lambda: nn.GroupNorm(num_groups=2), ["image"])
case("GroupNorm", {"numGroups": None, "groupSize": 1}, lambda: nn.GroupNorm(num_groups=None, group_size=1), ["stack"])
case("GroupNorm", {"numGroups": 4, "useScale": False, "reductionAxes": [2, 3]},
     lambda: nn.GroupNorm(num_groups=4, use_scale=False, reduction_axes=(2, 3)), ["image"])
case("InstanceNorm", {}, lambda: nn.InstanceNorm(), ["image"])
case("InstanceNorm", {"featureAxes": 1, "useBias": False}, lambda: nn.InstanceNorm(feature_axes=1, use_bias=False), ["image"])
case("InstanceNorm", {"useScale": False, "useFastVariance": False},
     lambda: nn.InstanceNorm(use_scale=False, use_fast_variance=False), ["wave"])
for update in [True, False]:
    case("SpectralNorm", {"layerInstance": {"module": "Dense", "fields": {"features": 3}}},
         lambda: nn.SpectralNorm(nn.Dense(3)), ["rows"], {"update_stats": update}, {"updateStats": update},
         mutable=["batch_stats"])
case("SpectralNorm", {"nSteps": 3, "layerInstance": {"module": "Conv", "fields": {"features": 3, "kernelSize": [3]}}},
     lambda: nn.SpectralNorm(nn.Conv(3, (3,)), n_steps=3), ["wave"], {"update_stats": True}, {"updateStats": True},
     mutable=["batch_stats"])
case("WeightNorm", {"layerInstance": {"module": "Dense", "fields": {"features": 3}}}, lambda: nn.WeightNorm(nn.Dense(3)), ["rows"])
case("WeightNorm", {"useScale": False, "featureAxes": None, "layerInstance": {"module": "Dense", "fields": {"features": 3}}},
     lambda: nn.WeightNorm(nn.Dense(3), use_scale=False, feature_axes=None), ["rows"])
case("WeightNorm", {"variableFilter": None, "layerInstance": {"module": "Conv", "fields": {"features": 3, "kernelSize": [3]}}},
     lambda: nn.WeightNorm(nn.Conv(3, (3,)), variable_filter=None), ["wave"])

case("MultiHeadDotProductAttention", {"numHeads": 2}, lambda: nn.MultiHeadDotProductAttention(2), ["stack"])
case("MultiHeadDotProductAttention", {"numHeads": 2, "qkvFeatures": 8, "outFeatures": 3, "normalizeQk": True},
     lambda: nn.MultiHeadDotProductAttention(2, qkv_features=8, out_features=3, normalize_qk=True), ["stack", "other"])
case("MultiHeadAttention", {"numHeads": 4, "useBias": False}, lambda: nn.MultiHeadAttention(4, use_bias=False), ["stack"],
     {"mask": nn.make_causal_mask(inputs["padded"])}, {"mask": {"causal": "padded"}})
case("MultiHeadAttention", {"numHeads": 2, "dropoutRate": 0.5}, lambda: nn.MultiHeadAttention(2, dropout_rate=0.5), ["stack"],
     {"deterministic": False}, {"deterministic": False}, rngs=True)
case("MultiHeadAttention", {"numHeads": 2, "dropoutRate": 0.5, "broadcastDropout": False, "deterministic": False},
     lambda: nn.MultiHeadAttention(2, dropout_rate=0.5, broadcast_dropout=False, deterministic=False), ["stack"], rngs=True)
case("SelfAttention", {"numHeads": 2}, lambda: nn.SelfAttention(2), ["stack"])
case("SelfAttention", {"numHeads": 1, "qkvFeatures": 6}, lambda: nn.SelfAttention(1, qkv_features=6), ["stack"],
     {"mask": nn.make_attention_mask(inputs["padded"], inputs["padded"])}, {"mask": {"attention": "padded"}})
case("SelfAttention", {"numHeads": 2, "outFeatures": 5}, lambda: nn.SelfAttention(2, out_features=5), ["other"])

single, double = ["state", "rows"], [["memory", "state"], "rows"]
case("SimpleCell", {"features": 6}, lambda: nn.SimpleCell(6), single)
case("SimpleCell", {"features": 6, "residual": True}, lambda: nn.SimpleCell(6, residual=True), single)
case("SimpleCell", {"features": 6, "activationFn": {"function": "relu"}}, lambda: nn.SimpleCell(6, activation_fn=nn.relu), single)
for name in ["LSTMCell", "OptimizedLSTMCell"]:
    make = getattr(nn, name)
    case(name, {"features": 6}, lambda: make(6), double)
    case(name, {"features": 6, "gateFn": {"function": "hardSigmoid"}}, lambda: make(6, gate_fn=nn.hard_sigmoid), double)
    case(name, {"features": 6, "activationFn": {"function": "relu"}}, lambda: make(6, activation_fn=nn.relu), double)
case("GRUCell", {"features": 6}, lambda: nn.GRUCell(6), single)
case("GRUCell", {"features": 6, "gateFn": {"function": "hardSigmoid"}}, lambda: nn.GRUCell(6, gate_fn=nn.hard_sigmoid), single)
case("GRUCell", {"features": 6, "activationFn": {"function": "relu"}}, lambda: nn.GRUCell(6, activation_fn=nn.relu), single)
case("MGUCell", {"features": 6}, lambda: nn.MGUCell(6), single)
case("MGUCell", {"features": 6, "resetGate": False}, lambda: nn.MGUCell(6, reset_gate=False), single)
case("MGUCell", {"features": 6, "activationFn": {"function": "relu"}}, lambda: nn.MGUCell(6, activation_fn=nn.relu), single)

lstm = {"module": "LSTMCell", "fields": {"features": 3}}
gru = {"module": "GRUCell", "fields": {"features": 3}}
conv = {"module": "ConvLSTMCell", "fields": {"features": 2, "kernelSize": [2, 3]}}
films = nn.ConvLSTMCell(2, (2, 3))
case("RNN", {"cell": lstm}, lambda: nn.RNN(nn.LSTMCell(3)), ["wave"])
case("RNN", {"cell": gru, "returnCarry": True}, lambda: nn.RNN(nn.GRUCell(3), return_carry=True), ["wave"],
     {"seq_lengths": "lengths"}, {"seqLengths": {"input": "lengths"}})
case("RNN", {"cell": lstm, "reverse": True, "keepOrder": True}, lambda: nn.RNN(nn.LSTMCell(3), reverse=True, keep_order=True),
     ["wave"], {"seq_lengths": "lengths", "return_carry": True}, {"seqLengths": {"input": "lengths"}, "returnCarry": True})
case("RNN", {"cell": gru, "timeMajor": True, "reverse": True}, lambda: nn.RNN(nn.GRUCell(3), time_major=True, reverse=True), ["stack"])
case("RNN", {"cell": conv}, lambda: nn.RNN(nn.ConvLSTMCell(2, (2, 3))), ["films"])
case("RNN", {"cell": {"module": "ConvLSTMCell", "fields": {"features": 2, "kernelSize": [3, 3], "useBias": False}}},
     lambda: nn.RNN(nn.ConvLSTMCell(2, (3, 3), use_bias=False)), ["films"])
case("RNN", {"cell": {"module": "ConvLSTMCell", "fields": {"features": 1, "kernelSize": [2]}}, "returnCarry": True},
     lambda: nn.RNN(nn.ConvLSTMCell(1, (2,)), return_carry=True), ["deep"])
both = {"forwardRnn": {"module": "RNN", "fields": {"cell": lstm}}, "backwardRnn": {"module": "RNN", "fields": {"cell": gru}}}
case("Bidirectional", both, lambda: nn.Bidirectional(nn.RNN(nn.LSTMCell(3)), nn.RNN(nn.GRUCell(3))), ["wave"])
case("Bidirectional", {**both, "returnCarry": True},
     lambda: nn.Bidirectional(nn.RNN(nn.LSTMCell(3)), nn.RNN(nn.GRUCell(3)), return_carry=True), ["wave"],
     {"seq_lengths": "lengths"}, {"seqLengths": {"input": "lengths"}})
case("Bidirectional", {**both, "timeMajor": True},
     lambda: nn.Bidirectional(nn.RNN(nn.LSTMCell(3)), nn.RNN(nn.GRUCell(3)), time_major=True), ["wave"])
dense = lambda features: {"module": "Dense", "fields": {"features": features}}
case("Sequential", {"layers": [dense(4), {"function": "relu"}, dense(2)]}, lambda: nn.Sequential([nn.Dense(4), nn.relu, nn.Dense(2)]), ["rows"])
case("Sequential", {"layers": [dense(3)]}, lambda: nn.Sequential([nn.Dense(3)]), ["stack"])
shared = nn.Dense(4)
case("Sequential", {"layers": [dense(4), {"shared": dense(4)}, {"function": "relu"}, {"shared": dense(4)}, dense(1)]},
     lambda: nn.Sequential([nn.Dense(4), shared, nn.relu, shared, nn.Dense(1)]), ["rows"])



def snake(name):
    return re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name)


def translated(written):
    """A field as it is written here, in Python."""
    if isinstance(written, list):
        return tuple(map(translated, written))
    if not isinstance(written, dict):
        return written
    if "initializer" in written:
        return getattr(nn.initializers, snake(written["initializer"]))()
    if "function" in written:
        return getattr(nn, snake(written["function"]))
    if "input" in written:
        return inputs[written["input"]]
    if "module" in written:
        return getattr(nn, written["module"])(**{snake(k): translated(v) for k, v in written["fields"].items()})
    raise ValueError(written)


he, drawn = {"initializer": "heNormal"}, {"initializer": "normal"}
by_gates = {"kernelInit": he, "recurrentKernelInit": drawn, "carryInit": drawn}
projections = {"kernelInit": he, "biasInit": drawn, "outKernelInit": drawn, "outBiasInit": {"initializer": "uniform"}}
attention = {"numHeads": 2, "qkvFeatures": 8, "outFeatures": 3, **projections}
# Every field that no case above sets.
for name, fields, args in [
    ("Dense", {"features": 3, "kernelInit": he, "biasInit": drawn}, ["rows"]),
    ("DenseGeneral", {"features": [2, 3], "kernelInit": he, "biasInit": drawn}, ["stack"]),
    ("DenseGeneral", {"features": 3, "useBias": False}, ["stack"]),
    ("Einsum", {"shape": [4, 3], "einsumStr": "ab,bc->ac", "kernelInit": he, "biasInit": drawn}, ["rows"]),
    ("Embed", {"numEmbeddings": 5, "features": 3, "embeddingInit": drawn}, ["words"]),
    ("Conv", {"features": 6, "kernelSize": [3], "kernelInit": he, "biasInit": drawn}, ["wave"]),
    ("ConvLocal", {"features": 6, "kernelSize": [3], "padding": [[1, 1]], "inputDilation": [2], "kernelInit": he, "biasInit": drawn}, ["wave"]),
    ("ConvTranspose", {"features": 3, "kernelSize": [2], "kernelInit": he, "biasInit": drawn}, ["wave"]),
    ("ConvTranspose", {"features": 6, "kernelSize": [3], "useBias": False, "mask": {"input": "kernel mask"}}, ["wave"]),
    ("BatchNorm", {"useRunningAverage": True, "biasInit": drawn, "scaleInit": drawn}, ["rows"]),
    ("LayerNorm", {"biasInit": drawn, "scaleInit": drawn, "useFastVariance": False}, ["rows"]),
    ("LayerNorm", {"useScale": False}, ["stack"]),
    ("RMSNorm", {"scaleInit": drawn, "featureAxes": [1, 2], "reductionAxes": [1, 2], "useFastVariance": False}, ["stack"]),
    ("GroupNorm", {"numGroups": 2, "epsilon": 0.1, "useBias": False, "scaleInit": drawn, "useFastVariance": False}, ["image"]),
    ("GroupNorm", {"numGroups": 2, "biasInit": drawn}, ["image"]),
    ("InstanceNorm", {"epsilon": 0.1, "biasInit": drawn, "scaleInit": drawn}, ["image"]),
    ("WeightNorm", {"epsilon": 0.1, "scaleInit": drawn, "layerInstance": {"module": "Dense", "fields": {"features": 3}}}, ["rows"]),
    ("MultiHeadAttention", attention, ["stack"]),
    ("MultiHeadDotProductAttention", {**attention, "useBias": False}, ["stack"]),
    ("SelfAttention", attention, ["stack"]),
    ("SelfAttention", {"numHeads": 2, "useBias": False}, ["stack"]),
    ("SimpleCell", {"features": 6, **by_gates, "biasInit": drawn}, single),
    ("GRUCell", {"features": 6, **by_gates, "biasInit": drawn}, single),
    ("LSTMCell", {"features": 6, **by_gates, "biasInit": drawn}, double),
    ("OptimizedLSTMCell", {"features": 6, **by_gates, "biasInit": drawn}, double),
    ("MGUCell", {"features": 6, "gateFn": {"function": "hardSigmoid"}, **by_gates, "forgetBiasInit": drawn, "activationBiasInit": drawn}, single),
    ("RNN", {"cell": {"module": "ConvLSTMCell", "fields": {"features": 2, "kernelSize": [2, 3], "padding": [[1, 0], [1, 1]], "strides": 1, "carryInit": drawn}}}, ["films"]),
]:
    case(name, fields, lambda: getattr(nn, name)(**{snake(k): translated(v) for k, v in fields.items()}), args)

functions = []


def function(name, args, written, result):
    functions.append({"name": name, "args": args, "options": written, "result": stored(result)})


image, wave = inputs["image"], inputs["wave"]
for name, pool in {"maxPool": nn.max_pool, "minPool": min_pool, "avgPool": nn.avg_pool}.items():
    function(name, [{"input": "image"}, [2, 2]], {}, pool(image, (2, 2)))
    function(name, [{"input": "image"}, [3, 2]], {"strides": [2, 1], "padding": "SAME"}, pool(image, (3, 2), (2, 1), "SAME"))
    function(name, [{"input": "wave"}, [3]], {"strides": [2], "padding": [[1, 2]]}, pool(wave, (3,), (2,), ((1, 2),)))
    function(name, [{"input": "rows"}, [2]], {}, pool(inputs["rows"], (2,)))
function("avgPool", [{"input": "image"}, [3, 2]], {"padding": "SAME", "countIncludePad": False},
         nn.avg_pool(image, (3, 2), padding="SAME", count_include_pad=False))
function("makeCausalMask", [{"input": "padded"}], {"extraBatchDims": 1}, nn.make_causal_mask(inputs["padded"], 1))
function("makeCausalMask", [{"input": "stack"}], {"dtype": "bool"}, nn.make_causal_mask(inputs["stack"], dtype=bool))
function("makeAttentionMask", [{"input": "padded"}, {"input": "padded"}], {}, nn.make_attention_mask(inputs["padded"], inputs["padded"]))
function("combineMasks", [{"input": "mask rows"}, None, {"input": "mask rows"}], {}, nn.combine_masks(inputs["mask rows"], None, inputs["mask rows"]))
q, k, v, b = f32(2, 3, 2, 4), f32(2, 5, 2, 4), f32(2, 5, 2, 3), f32(2, 1, 5)
inputs.update({"q": q, "k": k, "v": v, "b": b})
function("dotProductAttention", [{"input": "q"}, {"input": "k"}, {"input": "v"}], {}, nn.dot_product_attention(q, k, v))
function("dotProductAttention", [{"input": "q"}, {"input": "k"}, {"input": "v"}], {"bias": {"input": "b"}}, nn.dot_product_attention(q, k, v, b))
function("dotProductAttentionWeights", [{"input": "q"}, {"input": "k"}], {"bias": {"input": "b"}}, nn.dot_product_attention_weights(q, k, b))

write("layers", {"inputs": {k: stored(v) for k, v in inputs.items()}, "functions": functions,
                 **{f"case {i}": c for i, c in enumerate(cases)}})
