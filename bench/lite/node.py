"""Times cells in the kernel for Node.js: reads what to run as JSON, writes medians and sums in ms."""

import json
import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel


def run(client, code):
    """Milliseconds from the request until the kernel is idle again."""
    start = time.perf_counter()
    asked = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") == asked and message["content"].get("execution_state") == "idle":
            return (time.perf_counter() - start) * 1e3


given = json.load(sys.stdin)
manager, client = start_new_kernel(kernel_name="tslinen")
try:
    times = [run(client, given["trivial"]) for _ in range(given["repetitions"])]
    lesson = sum(run(client, code) for code in given["codes"])
    json.dump({"trivial": statistics.median(times[10:]), "lesson": lesson}, sys.stdout)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
