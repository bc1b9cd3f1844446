import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { reference, unstored, type Stored } from "./stored";

export const key = jax.random.PRNGKey(123);

/** What modules are given: the same as Flax's were. */
export const x = unstored(reference<{ output: Stored }[]>("modules")[0].output);

export class MLP extends nn.Module {
  features = 3;
  override __call__(x: np.ndarray): np.ndarray {
    x = new nn.Dense(4)(x);
    x = new nn.PReLU()(x);
    x = new nn.Dense(this.features, { name: "out" })(x);
    return new nn.PReLU({ negativeSlopeInit: 0.5 })(x);
  }
}

export class Nested extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    const scale = this.param("scale", nn.initializers.normal(1), [x.shape[x.ndim - 1]]);
    return np.add(new MLP()(np.multiply(x, scale)), new MLP({ features: 3, name: "second" })(x));
  }
}

export class WithSetup extends nn.Module {
  first!: nn.Dense;
  layers!: nn.Dense[];
  w!: np.ndarray;
  override setup(): void {
    this.first = new nn.Dense(4);
    this.layers = [new nn.Dense(2), new nn.Dense(3)];
    this.w = this.param("w", nn.initializers.normal(), [3]);
  }
  override __call__(x: np.ndarray): np.ndarray {
    x = this.first(x);
    for (const layer of this.layers) x = layer(x);
    return np.multiply(x, this.w);
  }
}

/** The same, with its submodules as fields, as one is used to in TypeScript. */
export class WithFields extends nn.Module {
  first = new nn.Dense(4);
  layers = [new nn.Dense(2), new nn.Dense(3)];
  override __call__(x: np.ndarray): np.ndarray {
    const w = this.param("w", nn.initializers.normal(), [3]);
    x = this.first(x);
    for (const layer of this.layers) x = layer(x);
    return np.multiply(x, w);
  }
}

export class Shared extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    const dense = new nn.Dense(5);
    return dense(dense(x));
  }
}

export class Dropping extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    x = new nn.Dropout(0.5, { deterministic: false })(x);
    return new nn.Dropout(0.3, { deterministic: false })(x);
  }
}

export class Counting extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    const count = this.variable("counter", "count", () => np.zeros([]));
    count.value = np.add(count.value, 1);
    return x;
  }
}

export class LeakyReLU extends nn.Module {
  alpha = 0.1;
  override __call__(x: np.ndarray): np.ndarray {
    return np.where(np.greater(x, 0), x, np.multiply(this.alpha, x));
  }
}
