import { describe, expect, test } from "vitest";
import * as data from "../src/data";
import * as jax from "../src/jax";
import * as metrics from "../src/metrics";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as optax from "../src/optax";
import { TrainState } from "../src/flax/trainState";
import { reference } from "./stored";

const flax =
  reference<Record<"MLP" | "CNN", { rate: number; epochs: number; losses: number[]; accuracy: number }>>(
    "digits-training",
  );

class MLP extends nn.Module {
  override __call__(images: np.ndarray) {
    let x = images.reshape([images.shape[0], -1]);
    x = nn.relu(new nn.Dense(128)(x));
    x = nn.relu(new nn.Dense(64)(x));
    return new nn.Dense(10)(x);
  }
}

class CNN extends nn.Module {
  override __call__(images: np.ndarray) {
    let x = nn.relu(new nn.Conv(16, [3, 3])(images));
    x = nn.maxPool(x, [2, 2], { strides: [2, 2] });
    x = nn.relu(new nn.Conv(32, [3, 3])(x));
    return new nn.Dense(10)(x.reshape([x.shape[0], -1]));
  }
}

const { images, target } = data.digits();
const key = jax.random.PRNGKey(0);
const examples = { x: images.div(16).reshape([1797, 8, 8, 1]), y: target };
const [train, rest] = data.split(examples, { key, testSize: 360 });

describe("digits, trained with the keys and batches of reference/digits_training.py", () => {
  test.each([
    ["MLP", new MLP(), 0.97],
    ["CNN", new CNN(), 0.98],
  ] as const)("%s loses as Flax does, and is right as often", (name, model, least) => {
    const { rate, epochs, losses, accuracy } = flax[name];
    const { params } = model.init(key, examples.x);
    let state: TrainState = TrainState.create({ applyFn: model.apply, params, tx: optax.adam(rate) });
    const step = jax.jit((state: TrainState, x: np.ndarray, y: np.ndarray) => {
      const loss = (params: nn.Variables) =>
        np.mean(optax.softmaxCrossEntropyWithIntegerLabels(state.applyFn({ params }, x), y));
      const [value, grads] = jax.valueAndGrad(loss)(state.params);
      return [state.applyGradients({ grads }), value] as const;
    });
    const own: number[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = jax.random.foldIn(key, epoch);
      for (const { x, y } of data.batches(train, 64, { key: order, dropLast: true })) {
        const [next, loss] = step(state, x, y);
        state = next;
        own.push(loss.item());
      }
    }
    losses.forEach((wanted, i) => expect(Math.abs(own[i] - wanted) / wanted, `step ${i}`).toBeLessThan(1e-3));
    const right = metrics.accuracy(rest.y, state.applyFn({ params: state.params }, rest.x)).item();
    expect(right).toBeGreaterThanOrEqual(least);
    expect(Math.abs(right - accuracy)).toBeLessThan(0.01);
  });
});
