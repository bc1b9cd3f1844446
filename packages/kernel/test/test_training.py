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
        assert steps > 0
        kernel.run("let undisturbed = start(); while (undisturbed.losses.length < run.losses.length) "
                   "undisturbed = step(undisturbed);")
        run, undisturbed = (json.loads(kernel.stream(f"console.log(JSON.stringify({name}.losses))"))
                            for name in ("run", "undisturbed"))
        assert run == undisturbed
        assert kernel.text("bound(x).shape") == "[ 128, 3 ]"


# Saves something small, then something that does not fit; the first one is to be there still, and nothing else.
FULL = """
const fs = require("node:fs");
const { jax, np, flax, safetensors } = require("tslinen");
const { checkpoints } = flax.training;
const [folder] = process.argv.slice(1);
process.chdir(folder);
const messages = [];
const writers = {
  "a.safetensors": (w) => safetensors.saveFile({ w }, "a.safetensors"),
  "a.npy": (w) => np.save("a.npy", w),
  "a.npz": (w) => np.savez("a.npz", { w }),
  "b.npz": (w) => np.savezCompressed("b.npz", { w }),
  "a.json": (w) => flax.serialization.toJson({ w }, "a.json"),
  "a.msgpack": (w) => flax.serialization.toBytes({ w }, "a.msgpack"),
  "checkpoint_1": (w) => checkpoints.saveCheckpoint(".", { w }, 1, { overwrite: true }),
};
for (const [file, write] of Object.entries(writers)) {
  write(jax.random.normal(jax.random.key(0), [100]));
  const before = fs.readFileSync(file);
  try {
    write(jax.random.normal(jax.random.key(1), [100000]));
  } catch (error) {
    messages.push(error.message);
  }
  if (!before.equals(fs.readFileSync(file))) messages.push(`${file} has changed`);
}
console.log(JSON.stringify({ messages, files: fs.readdirSync(".").sort() }));
"""


WRITERS = {
    "a.json": "toJson",
    "a.msgpack": "toBytes",
    "a.npy": "save",
    "a.npz": "savez",
    "a.safetensors": "saveFile",
    "b.npz": "savezCompressed",
    "checkpoint_1": "saveCheckpoint",
}


def expect_whole_files(command, folder, reason):
    done = subprocess.run([*command, str(folder), FULL], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["files"] == list(WRITERS)
    assert sorted(told["messages"]) == sorted(
        f'{function}: could not write "{file}": {reason}' for file, function in WRITERS.items()
    )


def test_a_full_disk_leaves_whole_files_and_a_clear_error(tmp_path):
    alone = ["unshare", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True).returncode != 0:
        pytest.skip("a small disk of one's own takes a namespace, which is not allowed here")
    mounted = 'mount -t tmpfs -o size=128k disk "$1" && exec node -e "$2" "$1"'
    expect_whole_files([*alone, "sh", "-c", mounted, "sh"], tmp_path, "no space is left on the disk")


def test_a_limit_on_files_leaves_whole_files_and_a_clear_error(tmp_path):
    limited = 'ulimit -f 100 && exec node -e "$2" "$1"'
    expect_whole_files(["bash", "-c", limited, "bash"], tmp_path, "files of that length are not allowed")


FAULTS = {
    "a batch of another shape": ("train(x.at(':', ':5'), y)", "expected to generate shape"),
    "labels that are no class": ("train(x, y.add(3))", "softmaxCrossEntropyWithIntegerLabels: expected labels from 0 to 2"),
    "labels of another batch": ("train(x, y.at(':7'))", "softmaxCrossEntropyWithIntegerLabels: expected labels of shape"),
    "a loss that is not a number": (
        "jax.config.update('jax_debug_nans', true); train(np.log(x.mul(0).sub(1)), y)",
        "invalid value (nan) encountered in log",
    ),
    "a file that cannot be written": ("np.save('/nowhere/at/all', x)", "save: could not write"),
}


def test_faults_of_training_name_their_cause_and_leave_the_session(tmp_path):
    with running() as kernel:
        assert kernel.run(SETUP)[0]["status"] == "ok"
        reply, _ = kernel.run("""
            const compiled = jax.jit((p: nn.Variables, state: unknown, x: np.ndarray, y: np.ndarray) => {
              const lossOf = (p: nn.Variables) =>
                jnp.mean(optax.softmaxCrossEntropyWithIntegerLabels(model.apply(p, x), y));
              const [value, grads] = jax.valueAndGrad(lossOf)(p);
              const [updates, next] = tx.update(grads, state, p);
              return [optax.applyUpdates(p, updates), next, value];
            });
            let current = params;
            let optimizer = tx.init(params);
            let value = jnp.array(0);
            const train = (x: np.ndarray, y: np.ndarray) => {
              [current, optimizer, value] = compiled(current, optimizer, x, y) as any;
            };
            train(x, y);
        """)
        assert reply["status"] == "ok", reply
        before = kernel.text("JSON.stringify(current.params.Dense_0.bias.tolist())")
        for what, (code, message) in FAULTS.items():
            reply, _ = kernel.run(code)
            assert reply["status"] == "error", what
            assert message in reply["evalue"], (what, reply["evalue"])
            assert "train" in "".join(reply["traceback"]) or "save" in reply["evalue"], what
            assert kernel.text("JSON.stringify(current.params.Dense_0.bias.tolist())") == before, what
            kernel.run("jax.config.update('jax_debug_nans', false)")
        assert kernel.run("train(x, y)")[0]["status"] == "ok"
        assert kernel.text("JSON.stringify(current.params.Dense_0.bias.tolist())") != before
