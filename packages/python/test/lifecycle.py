"""What Jupyter does with an installed kernel: starts it, interrupts, restarts and shuts it down, and no process is left.

    python lifecycle.py [KERNELSPEC]

Prints how long the kernel takes to answer, at best; given the name of a kernelspec that starts Node.js directly, for
that one too.
"""

import os
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

NAME = "tslinen"


def started(name):
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    return manager, client


def value_of(client, code):
    shown = []
    reply = client.execute_interactive(code, output_hook=shown.append, timeout=30)
    if reply["content"]["status"] != "ok":
        raise AssertionError(f"{code}: {reply['content']}")
    return next(m["content"]["data"]["text/plain"] for m in shown if m["msg_type"] == "execute_result")


def kernels():
    """The kernel's processes below this one. On Windows Python stays as the parent of Node.js."""
    below = psutil.Process().children(recursive=True)
    return [process for process in below if any("tslinen_kernel" in word for word in process.cmdline())]


def check_lifecycle():
    manager, client = started(NAME)
    assert value_of(client, "const kept: number = 41; kept + 1") == "42"
    assert len(kernels()) == (2 if os.name == "nt" else 1), kernels()

    client.execute("while (true) {}")
    time.sleep(0.5)
    manager.interrupt_kernel()
    assert client.get_shell_msg(timeout=10)["content"]["status"] == "error"
    assert value_of(client, "kept") == "41", "variables stay after an interrupt"

    manager.restart_kernel()
    client.wait_for_ready(timeout=60)
    assert value_of(client, "typeof globalThis.kept") == "'undefined'"

    client.stop_channels()
    manager.shutdown_kernel()
    assert kernels() == []


def seconds_to_ready(name):
    begin = time.perf_counter()
    manager, client = started(name)
    seconds = time.perf_counter() - begin
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return seconds


if __name__ == "__main__":
    check_lifecycle()
    names = [NAME, *sys.argv[1:]]
    # In turn, so that whatever else the machine does meets all of them.
    rounds = [[seconds_to_ready(name) for name in names] for _ in range(7)]
    for name, times in zip(names, zip(*rounds)):
        print(f"{name}: ready {min(times) * 1000:.0f} ms after its start, at best")
    print("1 passed, 0 failed")
