import { describe, expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { reference } from "./stored";

interface Row {
  path: string;
  module: string;
  sizes: Record<string, number>;
  flops: number;
}
const flax = reference<Record<string, { rows: Row[]; table: string }>>("summaries");

class Normed extends nn.Module {
  override __call__(x: np.ndarray, train = false) {
    const h = new nn.BatchNorm({ useRunningAverage: !train })(new nn.Dense(16)(x));
    return new nn.Dense(3)(new nn.Dropout(0.5, { deterministic: !train })(nn.relu(h)));
  }
}

class Recurrent extends nn.Module {
  cell: new (features: number) => nn.RNNCellBase = nn.SimpleCell;
  layers = 1;
  override __call__(x: np.ndarray) {
    let h = x;
    for (let i = 0; i < this.layers; i++) h = new nn.RNN(new this.cell(8))(h) as np.ndarray;
    return new nn.Dense(3)(h.at(":", -1));
  }
}

class Both extends nn.Module {
  override __call__(x: np.ndarray) {
    return new nn.Bidirectional(new nn.RNN(new nn.MGUCell(4)), new nn.RNN(new nn.MGUCell(4)))(x);
  }
}

class Words extends nn.Module {
  override __call__(words: np.ndarray) {
    return new nn.Dense(2)(new nn.Embed(20, 8)(words).mean(1));
  }
}

class Tied extends nn.Module {
  declare embed: nn.Embed;
  declare hidden: nn.Dense;
  override setup() {
    this.embed = new nn.Embed(20, 8);
    this.hidden = new nn.Dense(8);
  }
  encode(words: np.ndarray) {
    return this.embed(words);
  }
  override __call__(words: np.ndarray) {
    return this.embed.attend(nn.tanh(this.hidden(this.encode(words))));
  }
}

class Block extends nn.Module {
  override __call__(x: np.ndarray) {
    const seen = x.add(new nn.MultiHeadDotProductAttention(2)(new nn.LayerNorm()(x)));
    // In the order in which Python makes the layers.
    const last = new nn.Dense(8);
    return seen.add(last(nn.gelu(new nn.Dense(32)(new nn.LayerNorm()(seen)))));
  }
}

class Films extends nn.Module {
  override __call__(x: np.ndarray) {
    return new nn.RNN(new nn.ConvLSTMCell(2, [3, 3]))(x);
  }
}

class Autoencoder extends nn.Module {
  override __call__(x: np.ndarray) {
    const h = new nn.GroupNorm({ numGroups: 2 })(nn.silu(new nn.Conv(4, [3, 3], { strides: 2 })(x)));
    return nn.sigmoid(new nn.ConvTranspose(1, [3, 3], { strides: [2, 2] })(h));
  }
}

class Pooled extends nn.Module {
  override __call__(x: np.ndarray) {
    let h = nn.maxPool(nn.relu(new nn.Conv(4, [3, 3])(x)), [2, 2], { strides: [2, 2] });
    h = nn.avgPool(nn.relu(new nn.Conv(8, [3, 3], { padding: "VALID" })(h)), [2, 2], { strides: [2, 2] });
    return nn.logSoftmax(new nn.Dense(10)(h.reshape([h.shape[0], -1])));
  }
}

const [sequences, words, images] = [np.ones([2, 7, 3]), np.zeros([2, 5], "int32"), np.ones([2, 8, 8, 1])];
const models: Record<string, [nn.Module, np.ndarray]> = {
  Normed: [new Normed(), np.ones([4, 5])],
  SimpleCell: [new Recurrent({ cell: nn.SimpleCell }), sequences],
  LSTMCell: [new Recurrent({ cell: nn.LSTMCell }), sequences],
  OptimizedLSTMCell: [new Recurrent({ cell: nn.OptimizedLSTMCell, layers: 2 }), sequences],
  GRUCell: [new Recurrent({ cell: nn.GRUCell }), sequences],
  MGUCell: [new Both(), sequences],
  ConvLSTMCell: [new Films(), np.ones([1, 3, 4, 4, 2])],
  Words: [new Words(), words],
  Tied: [new Tied(), words],
  Block: [new Block(), np.ones([2, 6, 8])],
  Autoencoder: [new Autoencoder(), images],
  Pooled: [new Pooled(), images],
};
const key = jax.random.PRNGKey(0);

/** The rows of a table: path, module, and the numbers of operations if they are counted. */
function rowsOf(table: string): { path: string; module: string; flops: number }[] {
  const lines = table.split("\n").map((line) => line.split(/[│┃]/).map((cell) => cell.trim()));
  const starts = lines.filter((cells) => cells.length > 5 && /^[A-Z]\w*$/.test(cells[2]));
  return starts.map((cells) => ({ path: cells[1], module: cells[2], flops: Number(cells[5]) }));
}

/** The steps of the loop in a model, of which XLA counts but one, with two operations for the loop itself. */
const loops: Record<string, number> = {
  SimpleCell: 7,
  LSTMCell: 7,
  OptimizedLSTMCell: 7,
  GRUCell: 7,
  MGUCell: 7,
  ConvLSTMCell: 3,
};

/**
 * Operations that JAX writes out besides: softmax takes the larger one of each row's largest score and −∞. Gelu is
 * computed with the logistic function here, two operations more.
 */
const besides: Record<string, number> = {
  "Block ": 2 * 2 * 6 - 2 * (2 * 6 * 32),
  "Block MultiHeadDotProductAttention_0": 2 * 2 * 6,
  "Pooled ": 2,
};

describe("a summary has Flax's rows, sizes and shapes", () => {
  const others = Object.entries(models).filter(([name]) => name !== "MGUCell");
  test.each(others)("of %s", (name, [module, x]) => {
    expect(module.tabulate(key, x)).toBe(flax[name].table);
  });

  test("of layers that are given options, but for the spelling of these", () => {
    const [module, x] = models.MGUCell;
    const cellsOf = (table: string): string[] =>
      table
        .split("\n")
        .filter((line) => line.startsWith("│"))
        .map((line) => line.split("│").map((cell) => cell.trim()))
        .filter((cells) => !/: (?:none|true|false)$/i.test(cells[3]))
        .map((cells) => cells.join("|"));
    expect(cellsOf(module.tabulate(key, x))).toEqual(cellsOf(flax.MGUCell.table));
  });
});

describe("a summary has Flax's numbers of operations, with all steps of a loop", () => {
  test.each(Object.entries(models))("of %s", (name, [module, x]) => {
    const own = rowsOf(module.tabulate(key, x, { computeFlops: true }));
    const { rows } = flax[name];
    expect(own.map(({ path }) => path)).toEqual(rows.map(({ path }) => path));
    const isLoop = (row: { module: string }): boolean => row.module === "RNN";
    const extra = rows
      .filter(isLoop)
      .reduce((sum, { flops }) => sum + (loops[name] - 1) * (flops - 2) - 2, 0);
    rows.forEach((row, i) => {
      const inLoops = isLoop(row) ? (loops[name] - 1) * (row.flops - 2) - 2 : 0;
      const isAround = row.path === "" || row.module === "Bidirectional";
      const wanted = row.flops + (isAround ? extra : inLoops) - (besides[`${name} ${row.path}`] ?? 0);
      expect(own[i].flops, `${name} ${row.path}`).toBe(wanted);
    });
  });
});
