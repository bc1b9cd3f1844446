"""What may befall a network in training: an interrupt at any step, a disk that is full."""

import json
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from kernel import running

ROOT = Path(__file__).parents[3]

SETUP = """
import { jax, jnp, nn, np, optax } from "tslinen";

class Net extends nn.Module {
  __call__(x: np.ndarray) {
    const h = nn.relu(new nn.Dense(64)(x));
    return new nn.Dense(3)(new nn.LayerNorm()(h));
  }
}
const model = new Net();
const x = jax.random.normal(jax.random.key(1), [128, 32]);
const y = jax.random.randint(jax.random.key(2), [128], 0, 3);
const tx = optax.adam(0.01);
const params = model.init(jax.random.key(0), x);
const loss = (p: nn.Variables) => jnp.mean(optax.softmaxCrossEntropyWithIntegerLabels(model.apply(p, x), y));
type Run = { params: nn.Variables; state: ReturnType<typeof tx.init>; losses: number[] };
const start = (): Run => ({ params, state: tx.init(params), losses: [] });
const step = ({ params, state, losses }: Run): Run => {
  const [value, grads] = jax.valueAndGrad(loss)(params);
  const [updates, next] = tx.update(grads, state, params);
  return { params: optax.applyUpdates(params, updates), state: next, losses: [...losses, value.item()] };
};
const bound = model.bind(params);
"""

def test_interrupting_training_at_any_step_changes_no_number():
    chance = random.Random(3)
    with running() as kernel:
        assert kernel.run(SETUP)[0]["status"] == "ok"
        kernel.run("let run = start();")
        for _ in range(25):
            msg_id = kernel.client.execute("while (true) { run = step(run); jax.jit(loss)(run.params); bound(x); }")
            time.sleep(0.05 + chance.random() * 0.1)
            kernel.manager.interrupt_kernel()
            reply, _ = kernel.finish(msg_id)
            assert reply["status"] == "error" and reply["ename"] == "Interrupted", reply
        names = kernel.text("[Object.keys(model.init(jax.random.key(0), x).params), new nn.Dense(1).name]")
        assert names == "[ [ 'Dense_0', 'LayerNorm_0', 'Dense_1' ], undefined ]"
        steps = int(kernel.text("run.losses.length"))
        assert steps > 25
        kernel.run("let undisturbed = start(); while (undisturbed.losses.length < run.losses.length) "
                   "undisturbed = step(undisturbed);")
        run, undisturbed = (json.loads(kernel.stream(f"console.log(JSON.stringify({name}.losses))"))
                            for name in ("run", "undisturbed"))
        assert run == undisturbed
        assert kernel.text("bound(x).shape") == "[ 128, 3 ]"


# Saves something small, then something that does not fit; the first one is to be there still, and nothing else.
FULL = """
const fs = require("node:fs");
const { np, jnp, flax, safetensors } = require("tslinen");
const { checkpoints } = flax.training;
const [folder] = process.argv.slice(1);
process.chdir(folder);
const messages = [];
const writers = {
  "a.safetensors": (w) => safetensors.saveFile({ w }, "a.safetensors"),
  "a.npy": (w) => np.save("a.npy", w),
  "a.npz": (w) => np.savez("a.npz", { w }),
  "checkpoint_1": (w) => checkpoints.saveCheckpoint(".", { w }, 1, { overwrite: true }),
};
for (const [file, write] of Object.entries(writers)) {
  write(jnp.ones(100));
  const before = fs.readFileSync(file);
  try {
    write(jnp.ones(100000));
  } catch (error) {
    messages.push(error.message);
  }
  if (!before.equals(fs.readFileSync(file))) messages.push(`${file} has changed`);
}
console.log(JSON.stringify({ messages, files: fs.readdirSync(".").sort() }));
"""


def test_a_full_disk_leaves_whole_files_and_a_clear_error(tmp_path):
    alone = ["unshare", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True).returncode != 0:
        pytest.skip("a small disk of one's own takes a namespace, which is not allowed here")
    mounted = 'mount -t tmpfs -o size=128k disk "$1" && exec node -e "$2" "$1"'
    done = subprocess.run(
        [*alone, "sh", "-c", mounted, "sh", str(tmp_path), FULL], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["files"] == ["a.npy", "a.npz", "a.safetensors", "checkpoint_1"]
    assert len(told["messages"]) == 4, told
    for message, (function, file) in zip(
        told["messages"],
        [("saveFile", "a.safetensors"), ("save", "a.npy"), ("savez", "a.npz"), ("saveCheckpoint", "checkpoint_1")],
        strict=True,
    ):
        assert message == f'{function}: could not write "{file}": no space is left on the disk'
