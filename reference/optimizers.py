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

LOSSES = [
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


def run(tx, problem):
    params = jax.tree.map(lambda leaf: jnp.array(leaf, jnp.float32), START, is_leaf=lambda x: isinstance(x, list))
    state = tx.init(params)
    first = tree(state)
    path = []

    @jax.jit
    def step(params, state):
        gradient = jax.grad(problem)(params)
        updates, state = tx.update(gradient, state, params)
        return optax.apply_updates(params, updates), state

    for _ in range(STEPS):
        params, state = step(params, state)
        path.append(jax.tree.map(lambda x: np.asarray(x, np.float64).ravel().tolist(), params))
    return {"state": first, "path": [path[0], path[9], path[STEPS - 1]]}


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
wrapped = [
    {
        "code": re.sub(r"\b([a-z]+(?:_[a-z0-9]+)+)\b", lambda m: camel(m.group(1)), code).replace("True", "true").replace("False", "false").replace("**{", "{"),
        "name": camel(name),
        "runs": {key: run(eval(code), problem) for key, problem in PROBLEMS.items()},
    }
    for code, name in WRAPPED
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

    def total(x):
        values = loss(x, *[jnp.asarray(a) for a in args[1:]], **options)
        weights = jnp.arange(1.0, values.size + 1).reshape(values.shape)
        return jnp.sum(values * weights)

    losses.append(
        {
            "name": camel(name),
            "args": [plain(a) for a in args],
            "integers": [bool(isinstance(a, np.ndarray) and a.dtype == np.int32) for a in args],
            "options": options,
            "value": np.asarray(loss(*map(jnp.asarray, args), **options), np.float64).tolist(),
            "gradient": np.asarray(jax.grad(total)(jnp.asarray(args[0])), np.float64).tolist(),
        }
    )

ctc = [np.asarray(part, np.float64).tolist() for part in optax.ctc_loss_with_forward_probs(*map(jnp.asarray, SPOKEN))]

data = {"ctc": ctc, "start": START, "optimizers": optimizers, "wrapped": wrapped, "schedules": schedules, "losses": losses}
Path(__file__).with_name("data").joinpath("optax.json").write_text(json.dumps(data) + "\n")
