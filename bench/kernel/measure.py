"""Times kernels beside each other, in turns, and prints medians and ratios."""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from queue import Empty

import nbformat
import zmq
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

here = Path(__file__).parent
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--specs", required=True, help="JSON: the command of each kernel, and its environment")
parser.add_argument("--rounds", type=int, default=20)
parser.add_argument("--lessons", type=int, default=3)
parser.add_argument("--json", help="where to write all numbers")
options = parser.parse_args()
kernels = json.loads(options.specs)

specs = Path(tempfile.mkdtemp())
for name, spec in kernels.items():
    (specs / name.lower()).mkdir()
    (specs / name.lower() / "kernel.json").write_text(
        json.dumps({**spec, "display_name": name, "language": "typescript"})
    )


running = set()


class Kernel:
    """A kernel from its start on, with one client that connects as soon as it can."""

    def __init__(self, name):
        self.name = name
        # Now and then tslab ends because it is asked while it opens its sockets.
        for _ in range(5):
            if self.answers(name):
                return
            self.end()
        raise RuntimeError(f"{name} ends, or stays silent, instead of answering")

    def answers(self, name):
        """Starts the kernel; whether it lives to answer its first request, within a minute."""
        self.begin = time.perf_counter()
        manager = KernelSpecManager(kernel_dirs=[str(specs)], ensure_native_kernel=False)
        self.manager = KernelManager(kernel_name=name.lower(), kernel_spec_manager=manager)
        # A kernel that outlives the bench must not hold the terminal or the pipe that somebody waits for.
        self.manager.start_kernel(
            cwd=here,
            env={**os.environ, "TSLINEN_HISTORY": str(specs / "history")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        context = zmq.Context()
        context.RECONNECT_IVL = 2
        self.client = BlockingKernelClient(context=context)
        self.client.load_connection_info(self.manager.get_connection_info())
        self.client.start_channels(hb=False)
        running.add(self)
        self.client.kernel_info()
        while self.manager.is_alive() and time.perf_counter() - self.begin < 60:
            try:
                self.client.get_shell_msg(timeout=5)
            except Empty:
                continue
            self.ready = time.perf_counter() - self.begin
            return True
        return False

    def run(self, code):
        """Runs a cell; the time until its reply and its idle status are there."""
        try:
            return self.timed(code)
        except Empty:
            state = "runs" if self.manager.is_alive() else "has ended"
            raise RuntimeError(f"{self.name}, which {state}, does not answer {code!r}") from None

    def timed(self, code):
        start = time.perf_counter()
        msg_id = self.client.execute(code, allow_stdin=False)
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            own = message["parent_header"].get("msg_id") == msg_id
            if own and message["content"].get("execution_state") == "idle":
                break
        reply = None
        while reply is None or reply["parent_header"]["msg_id"] != msg_id:
            reply = self.client.get_shell_msg(timeout=60)
        assert reply["content"]["status"] == "ok", (code, reply["content"])
        return time.perf_counter() - start

    def end(self):
        running.discard(self)
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def end_all():
    for kernel in list(running):
        kernel.end()


def in_turns(names, measure, rounds):
    """Measures each name once a round; the times by name."""
    times = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            times[name].append(measure(name))
    return times


def starts(names, rounds):
    ready, first = {name: [] for name in names}, {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            kernel = Kernel(name)
            ready[name].append(kernel.ready)
            kernel.run("1 + 1")
            first[name].append(time.perf_counter() - kernel.begin)
            kernel.end()
    return ready, first


def cells(names, setup, code, rounds):
    kernels = {name: Kernel(name) for name in names}
    for kernel in kernels.values():
        for cell in [*setup, *[code] * 3]:
            kernel.run(cell)
    time.sleep(5)  # Whatever a kernel does in its first pause is over then.
    times = in_turns(names, lambda name: kernels[name].run(code), rounds)
    for kernel in kernels.values():
        kernel.end()
    return times


def lesson(name):
    if name == "ipykernel":
        code = (here / "lesson.py").read_text().split("# %%\n")[1:]
        code[0] = "%matplotlib inline\n" + code[0]
    else:
        book = nbformat.read(here.parents[1] / "notebooks" / "activation-functions.ipynb", as_version=4)
        code = [cell.source for cell in book.cells if "port" in cell.metadata.get("tags", [])]
    kernel = Kernel(name)
    for cell in code:
        kernel.run(cell)
    taken = time.perf_counter() - kernel.begin
    kernel.end()
    return taken


results = {}


def report(title, times, aims=()):
    medians = {name: statistics.median(values) for name, values in times.items()}
    results[title] = {"seconds": times, "medians": medians}
    print(f"\n{title}")
    for name, median in medians.items():
        print(f"  {name:10} {median * 1000:9.1f} ms   {median / medians['tslinen']:6.2f} × tslinen")
    for peer, aim in aims:
        if peer in medians:
            ratio = medians["tslinen"] / medians[peer]
            print(f"  tslinen takes {ratio:.2f} of {peer}'s time: aim ≤ {aim}, {'met' if ratio <= aim else 'MISSED'}")


def compare(names):
    typescript = [name for name in names if name in ("tslinen", "tslab")]
    ready, first = starts(names, options.rounds)
    report("spawn to kernel_info_reply", ready, [("tslab", 0.5)])
    report("spawn to first result", first, [("tslab", 0.7)])
    report("trivial cell: 1 + 1", cells(names, [], "1 + 1", options.rounds), [("tslab", 0.5)])
    imports = 'import { np, jnp, jax, nn, plt } from "tslinen";'
    setup = [imports, "const x = np.linspace(-10, 10, 100);"]
    report("cell that imports tslinen", cells(typescript, [], imports, options.rounds), [("tslab", 0.4)])
    report("cell that uses tslinen", cells(typescript, setup, "const y = nn.gelu(x);", options.rounds), [("tslab", 0.4)])
    racers = [name for name in names if name in ("tslinen", "tslab", "ipykernel")]
    if options.lessons > 0:
        report("the first lesson, spawn to last output", in_turns(racers, lesson, options.lessons), [("ipykernel", 0.5)])
    if options.json:
        Path(options.json).write_text(json.dumps(results, indent=1))


# Ended from outside, the kernels end as well.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    compare(list(kernels))
finally:
    end_all()
