"""A running kernel, and shorthand for talking to it."""

import os
import time
from contextlib import contextmanager
from queue import Empty

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

KERNEL = os.environ.get("TSLINEN_TEST_KERNEL", "tslinen")
# A page draws its figures itself; the kernel for Node.js gives them a picture as well.
GIVES_PICTURES = KERNEL != "tslinen-browser"
TIMEOUT = 30
START = 60


class Kernel:
    """A kernel with one client."""

    def __init__(self, manager):
        self.manager = manager
        self.client = self.connect()

    def connect(self):
        client = BlockingKernelClient()
        client.load_connection_info(self.manager.get_connection_info())
        client.start_channels(hb=False)  # On a busy machine, late heartbeats would pass for a death.
        msg_id = client.kernel_info()
        client.get_shell_msg(timeout=START)
        # The front end hears everything once it has heard of a request of its own.
        while True:
            try:
                message = client.get_iopub_msg(timeout=1)
            except Empty:
                msg_id = client.kernel_info()
                client.get_shell_msg(timeout=START)
                continue
            if message["parent_header"].get("msg_id") == msg_id:
                if message["content"].get("execution_state") == "idle":
                    return client

    def run(self, code, **options):
        """Runs code; returns its reply's content and the messages it put out, without status and execute_input."""
        reply, messages = self.run_all(code, **options)
        return reply, [m for m in messages if m["msg_type"] not in ("status", "execute_input")]

    def run_all(self, code, client=None, timeout=TIMEOUT, **options):
        """Runs code; returns its reply's content and every message on iopub that belongs to it."""
        client = client or self.client
        return self.finish(client.execute(code, **options), client, timeout)

    def finish(self, msg_id, client=None, timeout=TIMEOUT):
        """Waits for the reply to a request and for idle."""
        client = client or self.client
        messages, reply = [], None
        end = time.monotonic() + timeout
        while True:
            message = client.get_iopub_msg(timeout=max(0.01, end - time.monotonic()))
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        while reply is None:
            message = client.get_shell_msg(timeout=max(0.01, end - time.monotonic()))
            if message["parent_header"].get("msg_id") == msg_id:
                reply = message
        return reply["content"], messages

    def text(self, code, **options):
        """The plain text of code's result."""
        reply, messages = self.run(code, **options)
        assert reply["status"] == "ok", reply
        results = [m for m in messages if m["msg_type"] == "execute_result"]
        return results[0]["content"]["data"]["text/plain"] if results else None

    def stream(self, code, name="stdout", **options):
        """What code writes to a stream."""
        _, messages = self.run(code, **options)
        return stream_text(messages, name)

    def drain(self, seconds=0.3):
        """All iopub messages that come within a time."""
        messages, end = [], time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                messages.append(self.client.get_iopub_msg(timeout=left))
            except Empty:
                break
        return messages


def stream_text(messages, name="stdout"):
    return "".join(
        m["content"]["text"] for m in messages if m["msg_type"] == "stream" and m["content"]["name"] == name
    )


@contextmanager
def running(cwd=None, env=None, name=KERNEL):
    """A kernel, shut down at the end."""
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=cwd, env={**os.environ, **(env or {})})
    kernel = None
    try:
        kernel = Kernel(manager)
        yield kernel
    finally:
        if kernel:
            kernel.client.stop_channels()
        manager.shutdown_kernel(now=kernel is None)
