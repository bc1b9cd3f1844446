/** What users of Flax, JAX and optax write line by line: it passes the checker, and does what it does there. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Cells } from "./cells";

let cells: Cells;
beforeAll(() => {
  cells = new Cells();
});
const setup = [
  'import { np, jnp, jax, nn, optax, flax } from "tslinen";',
  "const { TrainState } = flax.training; const x = np.ones([4, 3]); const y = np.array([0, 1, 2, 0], np.int32);",
  "const model = new nn.Dense(3); const { params } = model.init(jax.random.key(0), x);",
];
beforeEach(async () => {
  cells.reset();
  await cells.last(...setup);
});

const plain = (value: unknown): unknown =>
  typeof (value as { tolist?: unknown } | null)?.tolist === "function"
    ? (value as { tolist(): unknown }).tolist()
    : Array.isArray(value)
      ? value.map(plain)
      : typeof value === "object" && value !== null && "value" in value
        ? { value: plain(value.value) }
        : value;

const idioms: Record<string, [name: string, cells: string[], value: unknown][]> = {
  "what a step gives is taken apart in one line": [
    [
      "of a compiled step",
      [
        "let state = TrainState.create({ apply_fn: model.apply, params, tx: optax.sgd(0.1, 0.9) });",
        `const step = jax.jit((state: flax.training.TrainState, x: np.ndarray, y: np.ndarray) => {
          const loss_fn = (params: nn.Variables) => {
            const logits = state.apply_fn({ params }, x);
            const loss = optax.softmax_cross_entropy_with_integer_labels({ logits, labels: y }).mean();
            return [loss, (logits.argmax(-1) == y).mean()];
          };
          const [[loss, accuracy], grads] = jax.value_and_grad(loss_fn, { has_aux: true })(state.params);
          return [state.apply_gradients({ grads }), loss, accuracy];
        });`,
        "let loss, accuracy; [state, loss, accuracy] = step(state, x, y); [state, loss, accuracy] = step(state, x, y);",
        "[state.step.item(), loss.ndim, accuracy.ndim, Object.keys(state.opt_state[0])[0]]",
      ],
      [2, 0, 0, "trace"],
    ],
    [
      "of something beside the loss that is no array",
      [
        "const f = (w: np.ndarray) => { const h = w.mul(2); return [h.sum(), { h }]; };",
        "const [[value, { h }], g] = jax.value_and_grad(f, { has_aux: true })(x); [value.item(), h.shape, g.shape]",
      ],
      [24, [4, 3], [4, 3]],
    ],
    [
      "of a loop's step that stands by itself",
      [
        "const add = (sum: np.ndarray, x: np.ndarray) => { sum = sum + x; return [sum, sum]; };",
        "const [last, sums] = jax.lax.scan(add, jnp.array(0), jnp.array([1, 2, 3])); [last, sums]",
      ],
      [6, [1, 3, 6]],
    ],
  ],
  "members of classes have Python's names": [
    [
      "of modules",
      ["Object.keys(model.init_with_output(jax.random.key(0), x)[1].params)"],
      ["kernel", "bias"],
    ],
    ["of cells", ["new nn.GRUCell(2).initialize_carry(jax.random.key(0), [5, 3]).shape"], [5, 2]],
    ["of arrays", ["np.ones(2).block_until_ready().expand_dims(0).shape"], [1, 2]],
    [
      "of states, whose own fields keep theirs",
      [
        "class BatchState extends TrainState { batch_stats!: nn.Variables; }",
        "let s = BatchState.create({ apply_fn: model.apply, params, tx: optax.adam(1), batch_stats: { mean: 1 } });",
        "s = s.replace({ batch_stats: { mean: 2 } }); s.batch_stats.mean",
      ],
      2,
    ],
    [
      "of a cell of one's own",
      [
        `class Sum extends nn.RNNCellBase {
          __call__(carry: np.ndarray, x: np.ndarray) { const sum = carry + x; return [sum, sum]; }
          initialize_carry(rng: np.ndarray, shape: number[]) { return jnp.zeros(shape); }
          get num_feature_axes() { return 1; }
        }`,
        "const rnn = new nn.RNN(new Sum()); rnn.apply(rnn.init(jax.random.key(0), x), x).at(':', 0)",
      ],
      [1, 2, 3, 4],
    ],
  ],
  "arguments are given by name, or in their places": [
    [
      "of a pool",
      ["nn.avg_pool(np.ones([1, 4, 4, 1]), { window_shape: [2, 2], strides: [2, 2] }).shape"],
      [1, 2, 2, 1],
    ],
    [
      "of a schedule",
      ["optax.linear_schedule({ init_value: 0, end_value: 1, transition_steps: 4 })(1).item()"],
      0.25,
    ],
    [
      "of schedules one after the other",
      [
        "optax.join_schedules({ schedules: [optax.constant_schedule(1), optax.constant_schedule(2)], boundaries: [3] })(4)",
      ],
      2,
    ],
    ["of a loss", ["optax.l2_loss({ predictions: [3], targets: [1] })"], [2]],
    [
      "of a key",
      [
        "const k = jax.random.key(0); np.arrayEqual(jax.random.fold_in({ key: k, data: 3 }), jax.random.foldIn(k, 3))",
      ],
      true,
    ],
    [
      "of random numbers",
      ["jax.random.uniform(jax.random.key(0), [3], jnp.float32, 2, 2.5).greater_equal(2).all().item()"],
      1,
    ],
    [
      "of sums",
      [
        "[x.sum(0, { keepdims: true }).shape, x.max(1, { keepdims: true }).shape, x.mean(0, { keepdims: true }).shape]",
      ],
      [
        [1, 3],
        [4, 1],
        [1, 3],
      ],
    ],
    ["of a range", ["np.arange(x.min() - 1, x.max() + 1)"], [0, 1]],
  ],
  "modules are used as in Flax": [
    [
      "with variables made from a shape",
      [
        `class Shift extends nn.Module {
          __call__(x: np.ndarray) {
            const mean = this.variable("batch_stats", "mean", (s: number[]) => jnp.zeros(s), x.shape.slice(1));
            const bias = this.param("bias", nn.initializers.ones, x.shape.at(-1));
            return x - mean.value + bias;
          }
        }`,
        "const shift = new Shift(); const v = shift.init(jax.random.key(0), x); [v.batch_stats.mean.shape, v.params.bias.shape, shift.apply(v, x).at(0)]",
      ],
      [[3], [3], [2, 2, 2]],
    ],
    [
      "with methods handed over, and parts taken out",
      [
        `class Coder extends nn.Module {
          encoder!: nn.Dense;
          setup() { this.encoder = new nn.Dense(2); }
          __call__(x: np.ndarray) { return this.encoder(x); }
          encode(x: np.ndarray) { return this.encoder(x).mul(2); }
          loss(variables: nn.Variables, x: np.ndarray) { return this.apply(variables, x).sum(); }
        }`,
        "const coder = new Coder(); const cv = coder.init(jax.random.key(0), x);",
        "const [encoder, own] = coder.bind(cv).encoder.unbind(); const wanted = coder.apply(cv, x);",
        "[np.allclose(coder.apply(cv, x, { method: coder.encode }), 2 * wanted), np.allclose(encoder.apply(own, x), wanted), coder.loss(cv, x).ndim]",
      ],
      [true, true, 0],
    ],
    [
      "with layers called one by one",
      [
        "const seq = new nn.Sequential([nn.relu, (x: np.ndarray) => x * 3]); let h = x; for (const layer of seq.layers) h = layer(h); h.at(0)",
      ],
      [3, 3, 3],
    ],
    [
      "with an optimiser of one's own",
      [
        `const descent = (rate: number) => optax.GradientTransformation(
          (params: nn.Variables) => jax.tree.map(jnp.zeros_like, params),
          (g: nn.Variables, state: nn.Variables) => [jax.tree.map((u: np.ndarray) => -rate * u, g), state],
        );`,
        "const tx = optax.chain(optax.clip(1), descent(0.5)); const [updates] = tx.update({ w: x * 4 }, tx.init({ w: x })); updates.w.at(0)",
      ],
      [-0.5, -0.5, -0.5],
    ],
  ],
  trees: [
    ["have their older names", ["jax.tree_util.tree_map((a: number) => 2 * a, { a: 1 }).a"], 2],
    [
      "are put together from a list",
      [
        "const list = [{ w: x }, { w: x * 2 }]; jax.tree.map((...xs: np.ndarray[]) => jnp.stack(xs), ...list).w.shape",
      ],
      [2, 4, 3],
    ],
    [
      "of any",
      [
        "const layers = []; layers.push({ w: x } as any); jax.tree.map((a: np.ndarray) => a.shape, layers)[0].w",
      ],
      [4, 3],
    ],
    [
      "made flat can be changed",
      [
        "const flat = flax.traverse_util.flatten_dict(params); flat['bias'] = jnp.ones_like(flat['bias']); flat['bias']",
      ],
      [1, 1, 1],
    ],
  ],
};

describe.each(Object.keys(idioms))("%s", (kind) => {
  test.each(idioms[kind])("%s", async (_, code, value) => {
    expect(plain(await cells.last(...code))).toEqual({ value });
  });
});

test("what is missing is named", async () => {
  const mistakes = {
    "optax.linear_schedule({ end_value: 1, transition_steps: 4 })":
      "linearSchedule: expected initValue to be a number, got undefined",
    "new nn.Dense(2).unbind()": "Can't call unbind() on Dense, it has no variables",
    "optax.GradientTransformation({ init: () => 1 } as never)":
      "GradientTransformation: expected update to be a function, got undefined",
    "optax.softmax_cross_entropy({ logits: [[1]], label: [[1]] } as never)":
      'softmaxCrossEntropy: unknown option "label"',
  };
  for (const [code, message] of Object.entries(mistakes)) {
    expect(await cells.last(code)).toEqual({ thrown: expect.stringContaining(message) as string });
  }
});
