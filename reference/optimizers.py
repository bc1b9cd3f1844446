"""Writes what optax says of optimisers, schedules and losses to reference/data/optax.json.

Run with the versions of requirements.txt: python reference/optimizers.py
"""

import json
import re
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax

STEPS = 50


def camel(name):
    return re.sub(r"_([a-z0-9])", lambda m: m.group(1).upper(), name)


def tree(state):
    """A state as plain data: fields of named tuples by their names, arrays as their shape and dtype."""
    if isinstance(state, (optax.MaskedNode, type(None))):
        return None
    if hasattr(state, "_asdict"):
        return {camel(key): tree(value) for key, value in state._asdict().items()}
    if isinstance(state, dict):
        return {key: tree(value) for key, value in state.items()}
    if isinstance(state, (list, tuple)):
        return [tree(one) for one in state]
    if jax.dtypes.issubdtype(state.dtype, jax.dtypes.prng_key):
        state = jax.random.key_data(state)
    array = jnp.asarray(state)
    return f"{array.dtype}[{','.join(map(str, array.shape))}]"


def rosenbrock(params):
    x = params["x"]
    return 0.05 * jnp.sum(100.0 * (x[1:] - x[:-1] ** 2) ** 2 + (1.0 - x[:-1]) ** 2) + 0.0 * jnp.sum(params["w"])


def parabola(params):
    target = jnp.array([[1.0, -2.0, 3.0], [0.5, 0.25, -1.0]])
    return jnp.sum((params["w"] - target) ** 2) + jnp.sum((params["x"] - 0.5) ** 2)


START = {"w": [[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]], "x": [-0.5, 0.8, 0.3]}
PROBLEMS = {"parabola": parabola, "rosenbrock": rosenbrock}

# Each optimiser as it is called: the name, its first argument and options, in the spelling of optax.
OPTIMIZERS = [
    ("fromage", 0.05, {}),
    ("sgd", 0.01, {}),
    ("adan", 0.05, {}),
    ("adan", 0.05, {"b1": 0.9, "weight_decay": 0.01}),
    ("novograd", 0.05, {}),
    ("novograd", 0.05, {"b2": 0.9, "weight_decay": 0.01}),
    ("rprop", 0.01, {}),
    ("rprop", 0.01, {"eta_plus": 1.5, "max_step_size": 0.05}),
    ("signum", 0.01, {}),
    ("optimistic_gradient_descent", 0.002, {}),
    ("optimistic_gradient_descent", 0.002, {"alpha": 0.9, "beta": 0.5}),
    ("sgd", 0.001, {"momentum": 0.9}),
    ("sgd", 0.001, {"momentum": 0.9, "nesterov": True}),
    ("adam", 0.05, {}),
    ("adam", 0.05, {"b1": 0.8, "b2": 0.99, "eps": 1e-6, "eps_root": 1e-8}),
    ("nadam", 0.05, {}),
    ("adamw", 0.05, {"weight_decay": 0.01}),
    ("adamw", 0.05, {"mask": {"w": True, "x": False}}),
    ("nadamw", 0.05, {}),
    ("adamax", 0.05, {}),
    ("adamaxw", 0.05, {}),
    ("amsgrad", 0.05, {}),
    ("adabelief", 0.05, {}),
    ("yogi", 0.05, {}),
    ("radam", 0.05, {}),
    ("radam", 0.05, {"nesterov": True}),
    ("lion", 0.01, {}),
    ("adagrad", 0.1, {}),
    ("adadelta", 1.0, {}),
    ("rmsprop", 0.01, {}),
    ("rmsprop", 0.01, {"centered": True, "momentum": 0.9}),
    ("rmsprop", 0.01, {"eps_in_sqrt": False, "bias_correction": True}),
    ("lamb", 0.05, {"weight_decay": 0.01}),
    ("lars", 0.1, {}),
    ("sm3", 0.05, {}),
    ("adafactor", 0.05, {}),
    ("adafactor", 0.05, {"min_dim_size_to_factor": 2, "momentum": 0.9, "weight_decay_rate": 1e-3}),
    ("sign_sgd", 0.01, {}),
    ("noisy_sgd", 0.001, {"key": 3}),
]

# Transformations of gradients and what wraps them, as expressions that both languages read.
WRAPPED = [
    ('optax.chain(optax.adam(0.05), optax.freeze({"w": True, "x": False}))', "freeze"),
    ('optax.selective_transform(optax.adam(0.05), **{"freeze_mask": {"w": False, "x": True}})', "selective_transform"),
    ("optax.fromage(optax.linear_schedule(0.1, 0.01, 30))", "fromage"),
    ("optax.chain(optax.clip(0.5), optax.adam(0.05))", "chain"),
    ("optax.chain(optax.clip_by_global_norm(1.0), optax.sgd(0.01))", "clip_by_global_norm"),
    ("optax.chain(optax.adaptive_grad_clip(0.1), optax.sgd(0.05))", "adaptive_grad_clip"),
    ("optax.chain(optax.ema(0.9), optax.scale(-0.01))", "ema"),
    ("optax.chain(optax.masked(optax.trace(0.9), {'w': True, 'x': False}), optax.scale(-0.01))", "masked"),
    ("optax.partition({'a': optax.adam(0.05), 'b': optax.sgd(0.001)}, {'w': 'a', 'x': 'b'})", "partition"),
    ("optax.apply_if_finite(optax.sgd(0.001), 2)", "apply_if_finite"),
    ("optax.chain(optax.zero_nans(), optax.sgd(0.001))", "zero_nans"),
    ("optax.chain(optax.centralize(), optax.sgd(0.001))", "centralize"),
    ("optax.chain(optax.sgd(0.01), optax.keep_params_nonnegative())", "keep_params_nonnegative"),
    ("optax.chain(optax.normalize_by_update_norm(), optax.scale(-0.01))", "normalize_by_update_norm"),
    ("optax.adam(optax.linear_schedule(0.1, 0.01, 20))", "schedule"),
]

# Those that `update` is to tell more than gradients, state and parameters, and what.
SEARCHED = ["value", "grad", "value_fn"]
TOLD = [
    ("optax.lbfgs()", "lbfgs", SEARCHED),
    ('optax.lbfgs(**{"memory_size": 3, "scale_init_precond": False})', "lbfgs", SEARCHED),
    ('optax.lbfgs(**{"linesearch": optax.scale_by_backtracking_linesearch(20, **{"store_grad": True})})', "lbfgs", SEARCHED),
    ("optax.chain(optax.sgd(1.0), optax.scale_by_zoom_linesearch(15))", "scale_by_zoom_linesearch", SEARCHED),
    ('optax.chain(optax.sgd(1.0), optax.scale_by_zoom_linesearch(8, **{"max_learning_rate": 0.3, "approx_dec_rtol": None}))', "scale_by_zoom_linesearch", SEARCHED),
    ("optax.chain(optax.sgd(1.0), optax.scale_by_backtracking_linesearch(15))", "scale_by_backtracking_linesearch", SEARCHED),
    ('optax.polyak_sgd(**{"max_learning_rate": 0.02})', "polyak_sgd", ["value"]),
    ('optax.polyak_sgd(0.1, **{"f_min": 0.1, "eps": 0.01, "variant": "sps+"})', "polyak_sgd", ["value"]),
    ('optax.chain(optax.adam(0.05), optax.contrib.reduce_on_plateau(**{"patience": 2, "factor": 0.5, "rtol": 0.2, "cooldown": 1, "accumulation_size": 2}))', "reduce_on_plateau", ["value"]),
    ('optax.contrib.sophia(0.05, **{"update_interval": 3})', "sophia", ["obj_fn"]),
    ('optax.contrib.sam(optax.adam(0.05), optax.chain(optax.contrib.normalize(), optax.sgd(0.05)), **{"opaque_mode": True})', "sam", ["grad_fn"]),
    ('optax.contrib.sam(optax.adam(0.05), optax.chain(optax.contrib.normalize(), optax.sgd(0.05)), **{"sync_period": 3})', "sam", []),
    ("optax.contrib.prodigy()", "prodigy", []),
    ('optax.contrib.prodigy(0.5, **{"weight_decay": 0.01, "safeguard_warmup": True, "estim_lr0": 1e-3})', "prodigy", []),
    ("optax.contrib.dadapt_adamw()", "dadapt_adamw", []),
    ('optax.contrib.dadapt_adamw(**{"estim_lr0": 1e-3, "weight_decay": 0.01})', "dadapt_adamw", []),
    ("optax.contrib.muon(0.05)", "muon", []),
    ('optax.contrib.muon(0.05, **{"adaptive": True, "nesterov": False, "weight_decay": 0.1, "consistent_rms": 0.2})', "muon", []),
    ("optax.contrib.schedule_free_sgd(0.01)", "schedule_free_sgd", []),
    ('optax.contrib.schedule_free_sgd(0.01, **{"warmup_steps": 5, "weight_decay": 0.01, "b1": 0.8})', "schedule_free_sgd", []),
    ('optax.contrib.schedule_free_adamw(0.05, **{"warmup_steps": 5, "weight_decay": 0.01})', "schedule_free_adamw", []),
    ("optax.contrib.schedule_free(optax.sgd(0.02), 0.02)", "schedule_free", []),
]

SCHEDULES = [
    ("constant_schedule", [0.3]),
    ("linear_schedule", [1.0, 0.1, 12, 3]),
    ("polynomial_schedule", [1.0, 0.1, 2, 12, 3]),
    ("piecewise_constant_schedule", [1.0, {"4": 0.5, "9": 0.1}]),
    ("exponential_decay", [1.0, 5, 0.5]),
    ("cosine_decay_schedule", [1.0, 15]),
    ("warmup_constant_schedule", [0.1, 1.0, 5]),
    ("warmup_cosine_decay_schedule", [0.1, 1.0, 5, 15]),
    ("linear_onecycle_schedule", [18, 1.0]),
    ("cosine_onecycle_schedule", [18, 1.0]),
    ("piecewise_interpolate_schedule", ["cosine", 1.0, {"5": 2.0, "10": 0.1}]),
    ("piecewise_interpolate_schedule", ["linear", 1.0, {"5": 2.0, "10": 0.1}]),
]
NAMED_SCHEDULES = [
    ("exponential_decay", {"init_value": 1.0, "transition_steps": 4, "decay_rate": 0.5, "transition_begin": 3, "staircase": True, "end_value": 0.1}),
    ("cosine_decay_schedule", {"init_value": 1.0, "decay_steps": 12, "alpha": 0.1, "exponent": 2.0}),
    ("warmup_exponential_decay_schedule", {"init_value": 0.1, "peak_value": 1.0, "warmup_steps": 4, "transition_steps": 3, "decay_rate": 0.5}),
]

rng = np.random.default_rng(7)
LOGITS = rng.normal(size=(4, 3)).astype(np.float32)
CHANCES = np.array([[0.2, 0.3, 0.5], [1.0, 0.0, 0.0], [0.1, 0.8, 0.1], [0.0, 0.5, 0.5]], np.float32)
TRUTHS = np.array([[0, 1, 1], [1, 0, 0], [0, 0, 1], [1, 1, 0]], np.float32)
SIGNS = 2 * TRUTHS - 1
OTHER = rng.normal(size=(4, 3)).astype(np.float32)
CLASSES = np.array([2, 0, 1, 0], np.int32)
LOG_CHANCES = np.log(np.array([[0.3, 0.3, 0.4], [0.8, 0.1, 0.1], [0.2, 0.7, 0.1], [0.1, 0.4, 0.5]], np.float32))

# Frames, labels and their padding: labels that come again, fewer labels than there is room for, none at all.
SPOKEN = [
    np.sin(np.arange(3 * 7 * 5, dtype=np.float32) * 0.9).reshape(3, 7, 5) * 2,
    np.array([[0] * 7, [0] * 5 + [1] * 2, [0] * 7], np.float32),
    np.array([[1, 1, 3], [2, 3, 0], [0, 0, 0]], np.int32),
    np.array([[0, 0, 0], [0, 0, 1], [1, 1, 1]], np.float32),
]

# Pictures of 2 × 3 pixels, each of one of three classes, and of one class.
PIXELS = np.cos(np.arange(2 * 2 * 3 * 3, dtype=np.float32) * 1.7).reshape(2, 2, 3, 3) * 2
SEGMENTS = np.eye(3, dtype=np.float32)[np.arange(12).reshape(2, 2, 3) % 3]

LOSSES = [
    ("dice_loss", [PIXELS, SEGMENTS], {}),
    ("dice_loss", [PIXELS, SEGMENTS], {"smooth": 0.5, "alpha": 0.3, "beta": 0.7, "reduction": "none", "ignore_background": True}),
    ("dice_loss", [PIXELS, SEGMENTS], {"class_weights": [0.2, 0.3, 0.5], "reduction": "sum", "axis": 1}),
    ("binary_dice_loss", [PIXELS[..., 0], SEGMENTS[..., 0]], {}),
    ("multiclass_generalized_dice_loss", [PIXELS, SEGMENTS], {"ignore_background": True}),
    ("squared_error", [LOGITS, OTHER], {}),
    ("l2_loss", [LOGITS, OTHER], {}),
    ("huber_loss", [LOGITS, OTHER], {"delta": 0.7}),
    ("log_cosh", [LOGITS, OTHER], {}),
    ("cosine_similarity", [LOGITS, OTHER], {}),
    ("cosine_distance", [LOGITS, OTHER], {"epsilon": 1e-3}),
    ("sigmoid_binary_cross_entropy", [LOGITS, TRUTHS], {}),
    ("sigmoid_focal_loss", [LOGITS, TRUTHS], {}),
    ("sigmoid_focal_loss", [LOGITS, TRUTHS], {"alpha": 0.3, "gamma": 1.5}),
    ("softmax_cross_entropy", [LOGITS, CHANCES], {}),
    ("softmax_cross_entropy", [LOGITS, CHANCES], {"axis": 0}),
    ("safe_softmax_cross_entropy", [LOGITS, CHANCES], {}),
    ("softmax_cross_entropy_with_integer_labels", [LOGITS, CLASSES], {}),
    ("hinge_loss", [LOGITS, SIGNS], {}),
    ("perceptron_loss", [LOGITS, SIGNS], {}),
    ("sparsemax_loss", [LOGITS, TRUTHS], {}),
    ("multiclass_hinge_loss", [LOGITS, CLASSES], {}),
    ("multiclass_perceptron_loss", [LOGITS, CLASSES], {}),
    ("poly_loss_cross_entropy", [LOGITS, CHANCES], {"epsilon": 1.5}),
    ("kl_divergence", [LOG_CHANCES, CHANCES], {}),
    ("kl_divergence_with_log_targets", [LOG_CHANCES, LOG_CHANCES[::-1].copy()], {}),
    ("generalized_kl_divergence", [LOG_CHANCES, CHANCES], {}),
    ("convex_kl_divergence", [LOG_CHANCES, CHANCES], {}),
    ("smooth_labels", [CHANCES, 0.1], {}),
    ("triplet_margin_loss", [LOGITS, OTHER, OTHER[::-1].copy()], {}),
    ("ntxent", [LOGITS, np.array([0, 1, 0, 1], np.int32)], {}),
    ("ctc_loss", SPOKEN, {}),
    ("ctc_loss", SPOKEN, {"blank_id": 4}),
]


def path_of(tx, problem, told, start):
    """The parameters after the first, the tenth and the last step, and the state before."""
    params = start
    state = tx.init(params)
    first = tree(state)
    path = []

    @jax.jit
    def step(params, state):
        value, gradient = jax.value_and_grad(problem)(params)
        extra = {
            "value": value,
            "grad": gradient,
            "value_fn": problem,
            "obj_fn": problem,
            "grad_fn": lambda p, _: jax.grad(problem)(p),
        }
        updates, state = tx.update(gradient, state, params, **{name: extra[name] for name in told})
        return optax.apply_updates(params, updates), state

    for _ in range(STEPS):
        params, state = step(params, state)
        path.append(jax.tree.map(lambda x: np.asarray(x, np.float64).ravel().tolist(), params))
    return first, [path[0], path[9], path[STEPS - 1]]


def run(tx, problem, told=()):
    """The path, and how far it is from the one that begins at the next numbers: rounding carries some far away."""
    start = jax.tree.map(lambda leaf: jnp.array(leaf, jnp.float32), START, is_leaf=lambda x: isinstance(x, list))
    state, path = path_of(tx, problem, told, start)
    _, other = path_of(tx, problem, told, jax.tree.map(lambda x: jnp.nextafter(x, jnp.inf), start))
    apart = [
        max(np.max(np.abs(np.subtract(a[key], b[key]))) / np.max(np.abs(a[key])) for key in a)
        for a, b in zip(path, other)
    ]
    return {"state": state, "path": path, "apart": apart}


def plain(value):
    return value.tolist() if isinstance(value, np.ndarray) else value


def schedule_argument(value):
    return {int(key): scale for key, scale in value.items()} if isinstance(value, dict) else value


optimizers = [
    {
        "name": camel(name),
        "rate": rate,
        "options": options,
        "runs": {
            key: run(getattr(optax, name)(rate, **options), problem) for key, problem in PROBLEMS.items()
        },
    }
    for name, rate, options in OPTIMIZERS
]
def written(code):
    """An expression of Python as JavaScript writes it."""
    spelled = re.sub(r"\b([a-z]+(?:_[a-z0-9]+)+)\b", lambda m: camel(m.group(1)), code)
    for python, own in [("True", "true"), ("False", "false"), ("None", "null"), ("**{", "{")]:
        spelled = spelled.replace(python, own)
    return spelled


wrapped = [
    {
        "code": written(code),
        "name": camel(name),
        "told": [camel(one) for one in told],
        "runs": {key: run(eval(code), problem, told) for key, problem in PROBLEMS.items()},
    }
    for code, name, told in [*((code, name, []) for code, name in WRAPPED), *TOLD]
]
schedules = [
    {
        "name": camel(name),
        "args": args,
        "values": [float(getattr(optax, name)(*map(schedule_argument, args))(step)) for step in range(20)],
    }
    for name, args in SCHEDULES
] + [
    {
        "name": camel(name),
        "args": [options],
        "values": [float(getattr(optax, name)(**options)(step)) for step in range(20)],
    }
    for name, options in NAMED_SCHEDULES
]
losses = []
for name, args, options in LOSSES:
    loss = getattr(optax, name) if hasattr(optax, name) else getattr(optax.losses, name)
    given = {key: jnp.asarray(value) if isinstance(value, list) else value for key, value in options.items()}

    def total(x):
        values = loss(x, *[jnp.asarray(a) for a in args[1:]], **given)
        weights = jnp.arange(1.0, values.size + 1).reshape(values.shape)
        return jnp.sum(values * weights)

    losses.append(
        {
            "name": camel(name),
            "args": [plain(a) for a in args],
            "integers": [bool(isinstance(a, np.ndarray) and a.dtype == np.int32) for a in args],
            "options": options,
            "value": np.asarray(loss(*map(jnp.asarray, args), **given), np.float64).tolist(),
            "gradient": np.asarray(jax.grad(total)(jnp.asarray(args[0])), np.float64).tolist(),
        }
    )

ctc = [np.asarray(part, np.float64).tolist() for part in optax.ctc_loss_with_forward_probs(*map(jnp.asarray, SPOKEN))]

data = {"ctc": ctc, "start": START, "optimizers": optimizers, "wrapped": wrapped, "schedules": schedules, "losses": losses}
Path(__file__).with_name("data").joinpath("optax.json").write_text(json.dumps(data) + "\n")
