// Files between both worlds: what is written here is read by NumPy, safetensors and Flax, and what these write is read
// here: `npm run test:matrix -- files`. The Python packages come into .venv-files, unless TSLINEN_REFERENCE_PYTHON names a
// Python that has them (reference/requirements.txt).
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, findPython, root, windows } from "./environment.mjs";

const { flax, jax, nn, np, optax, safetensors } = createRequire(import.meta.url)(
  join(root, "packages/kernel-lib"),
);

/** A Python with the packages of the reference scripts. */
function referencePython() {
  const named = process.env.TSLINEN_REFERENCE_PYTHON;
  if (named) return named;
  const folder = join(root, ".venv-files");
  const python = join(folder, windows ? "Scripts/python.exe" : "bin/python");
  const run = (command, ...args) => {
    if (spawnSync(command, args, { stdio: "inherit" }).status !== 0)
      fail(`${command} ${args.join(" ")} failed`);
  };
  if (!existsSync(python)) run(findPython(), "-m", "venv", folder);
  run(python, "-m", "pip", "install", "--quiet", "-r", join(root, "reference/requirements.txt"));
  return python;
}

/** The model of reference/reopen.py. */
class Net extends nn.Module {
  __call__(inputs, { train = false } = {}) {
    let x = nn.relu(new nn.Conv(4, [3, 3], { name: "conv" })(inputs));
    x = new nn.BatchNorm({ useRunningAverage: !train })(x);
    x = nn.avgPool(x, [2, 2], { strides: [2, 2] }).reshape([x.shape[0], -1]);
    return new nn.Dense(3)(nn.gelu(new nn.Dense(8)(x)));
  }
}

const folder = mkdtempSync(join(tmpdir(), "tslinen-files-"));
const at = (name) => join(folder, name);
try {
  const model = new Net();
  const x = jax.random.normal(jax.random.key(1), [5, 6, 6, 1]);
  const { params, batch_stats: stats } = model.init(jax.random.key(0), x);
  const tx = optax.adam(0.01);
  const [, changed] = model.apply({ params, batch_stats: stats }, x, {
    train: true,
    mutable: ["batch_stats"],
  });
  const variables = { params, ...changed };
  const [updates, state] = tx.update(params, tx.init(params), params);
  const later = optax.applyUpdates(params, updates);
  const arrays = {
    x,
    y: model.apply(variables, x),
    whole: np.array([1, -2], np.int32),
    truth: np.array([true, false]),
    doubles: np.array([0.1], np.float64),
  };
  for (const [name, array] of Object.entries(arrays)) np.save(at(`${name}.npy`), array);
  np.savez(at("plain.npz"), arrays);
  np.savezCompressed(at("compressed.npz"), arrays);
  safetensors.saveFile(variables, at("model.safetensors"), { note: "ä" });
  flax.training.checkpoints.saveCheckpoint(folder, { params: later, state, step: 1 }, 7);
  safetensors.saveFile({ later }, at("later.safetensors"));

  const { status } = spawnSync(referencePython(), [join(root, "reference/reopen.py"), folder], {
    stdio: "inherit",
    env: { ...process.env, JAX_PLATFORMS: "cpu" },
  });
  if (status !== 0) fail("Python could not read what was written here, or found something else in it");

  // What Python has written in its turn: the same model, moved by one.
  const back = safetensors.loadFile(at("python.safetensors"));
  const bytes = flax.serialization.fromBytes(variables, readFileSync(at("python.msgpack")));
  const wanted = np.load(at("python.npz"));
  for (const given of [back, bytes]) {
    if (!np.allclose(model.apply(given, x), wanted.y, { rtol: 1e-5, atol: 1e-5 })) {
      fail("the model that Python wrote gives other outputs here");
    }
  }
  console.log("files of both worlds: ok");
} finally {
  rmSync(folder, { recursive: true });
}
