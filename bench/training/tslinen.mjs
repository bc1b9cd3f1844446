// The networks as a user of tslinen writes and trains them.
import { createRequire } from "node:module";
import { answer } from "../rounds/answer.mjs";
import { cases, classes, numbersOf, rate } from "./cases.mjs";

const { flax, jax, nn, np, optax } = createRequire(import.meta.url)(
  "../../packages/kernel-lib/dist/index.js",
);

class MLP extends nn.Module {
  features = [];
  __call__(x) {
    for (const [i, features] of this.features.entries()) {
      x = new nn.Dense(features)(x);
      if (i < this.features.length - 1) x = nn.relu(x);
    }
    return x;
  }
}

class CNN extends nn.Module {
  __call__(images) {
    let x = nn.relu(new nn.Conv(16, [3, 3])(images));
    x = nn.maxPool(x, [2, 2], { strides: [2, 2] });
    x = nn.relu(new nn.Conv(32, [3, 3])(x));
    return new nn.Dense(classes)(x.reshape([x.shape[0], -1]));
  }
}

class LSTM extends nn.Module {
  features = 0;
  __call__(x) {
    for (let i = 0; i < 2; i++) x = new nn.RNN(new nn.OptimizedLSTMCell(this.features))(x);
    return new nn.Dense(classes)(x.at(":", -1));
  }
}

class Transformer extends nn.Module {
  features = 0;
  heads = 0;
  __call__(x) {
    for (let i = 0; i < 2; i++) {
      const normed = new nn.LayerNorm()(x);
      x = x.add(new nn.MultiHeadDotProductAttention({ numHeads: this.heads })(normed));
      const hidden = nn.gelu(new nn.Dense(4 * this.features)(new nn.LayerNorm()(x)));
      x = x.add(new nn.Dense(this.features)(hidden));
    }
    return new nn.Dense(classes)(x.mean(1));
  }
}

const networks = {
  mlp: ({ features }) => new MLP({ features }),
  cnn: () => new CNN(),
  lstm: ({ features }) => new LSTM({ features }),
  transformer: ({ features, heads }) => new Transformer({ features, heads }),
};

await answer((name) => {
  const wanted = cases[name];
  const model = networks[wanted.network](wanted);
  const x = np.array(numbersOf(wanted.x)).reshape(wanted.x);
  const labels = np.array(Int32Array.from({ length: wanted.x[0] }, (_, i) => i % classes));
  const { params } = model.init(jax.random.key(0), x);
  const step = jax.jit((state, images, targets) => {
    const loss = (own) =>
      np.mean(optax.softmaxCrossEntropyWithIntegerLabels(state.applyFn({ params: own }, images), targets));
    const [value, grads] = jax.valueAndGrad(loss)(state.params);
    return [state.applyGradients({ grads }), value];
  });
  let state = flax.training.TrainState.create({ applyFn: model.apply, params, tx: optax.adam(rate) });
  const losses = [];
  let loss;
  for (let i = 0; i < 4; i++) {
    [state, loss] = step(state, x, labels);
    losses.push(loss.item());
  }
  return {
    call() {
      for (let i = 0; i < wanted.steps; i++) [state, loss] = step(state, x, labels);
      return loss.item();
    },
    numbers: () => losses,
  };
});
