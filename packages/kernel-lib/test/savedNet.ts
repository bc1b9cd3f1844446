import * as nn from "../src/nn";
import type * as np from "../src/np";

/** The model of reference/saving.py. */
export class Net extends nn.Module {
  override __call__(inputs: np.ndarray, { train = false } = {}) {
    let x = nn.relu(new nn.Conv(4, [3, 3], { name: "conv" })(inputs));
    x = new nn.BatchNorm({ useRunningAverage: !train })(x);
    x = nn.avgPool(x, [2, 2], { strides: [2, 2] }).reshape([x.shape[0], -1]);
    return new nn.Dense(3)(nn.gelu(new nn.Dense(8)(x)));
  }
}
