"""What ends a cell or the kernel before its time: interrupts, exits, restarts, shutdowns."""

import os
import random
import signal
import threading
import time

import pytest
from kernel import running

INTERRUPTED = {
    "a loop": "while (true) {}",
    "a promise": "await new Promise(() => {});",
    "a loop after an await": "await new Promise((r) => setTimeout(r, 5)); while (true) {}",
    "a loop in a microtask": "await null; for (;;) {}",
    "a loop in a timer": "setTimeout(() => { while (true) {} }, 0); await new Promise(() => {});",
    "a loop in an immediate": "setImmediate(() => { while (true) {} }); await new Promise(() => {});",
}


# A signal alone does not reach a loop outside the cell's first run: the kernelspec says message.
HOW = [(what, "message") for what in INTERRUPTED] + [
    pytest.param(what, "signal", marks=pytest.mark.node) for what in ("a loop", "a promise")
]


@pytest.mark.parametrize("what,how", HOW)
def test_interrupts_keep_the_variables(kernel, what, how):
    kernel.run("const kept = { a: 1 }; let count = 0;")
    interrupt = kernel.manager.interrupt_kernel
    if how == "signal":
        pid = kernel.manager.provisioner.process.pid
        interrupt = lambda: os.kill(pid, signal.SIGINT)  # noqa: E731
    threading.Timer(0.8, interrupt).start()
    reply, messages = kernel.run(f"const before = 5;\ncount++;\n{INTERRUPTED[what]}")
    assert reply["status"] == "error" and reply["ename"] == "Interrupted"
    assert [m["msg_type"] for m in messages] == ["error"]
    time.sleep(0.6)
    assert kernel.text("[kept, count, before]") == "[ { a: 1 }, 1, 5 ]"


def test_interrupting_an_idle_kernel_does_nothing(kernel):
    kernel.manager.interrupt_kernel()
    time.sleep(1)
    assert kernel.text("1 + 1") == "2"


def test_an_interrupt_at_any_moment_keeps_the_kernel():
    chance = random.Random(12)
    with running() as kernel:
        kernel.run("const kept = 7;")
        for _ in range(150):
            msg_id = kernel.client.execute("1 + 1")
            time.sleep(chance.random() * 0.012)
            kernel.manager.interrupt_kernel()
            reply, _ = kernel.finish(msg_id)
            assert reply["status"] == "ok" or reply["ename"] == "Interrupted", reply
        time.sleep(0.6)  # An interrupt that comes late is not to meet the next cell.
        assert kernel.text("kept") == "7"


@pytest.mark.node
def test_a_signal_that_a_cell_sends_to_its_process_ends_no_other_cell(kernel):
    for _ in range(20):
        for sent in ('process.kill(process.pid, "SIGINT");', "process.kill(process.pid, 2);"):
            assert kernel.run(sent)[0]["ename"] == "Interrupted"
            assert kernel.text("1 + 1") == "2"
    assert kernel.text("process.kill(process.pid, 0)") == "true"


@pytest.mark.node
def test_process_exit_does_not_end_the_kernel(kernel):
    reply, _ = kernel.run("process.exit(3)")
    assert reply["status"] == "error" and "cannot end the kernel" in reply["evalue"]


def test_restart_and_shutdown():
    with running() as kernel:
        kernel.run("const old = 1;")
        msg_id = kernel.client.session.msg("shutdown_request", {"restart": True})
        kernel.client.control_channel.send(msg_id)
        reply = kernel.client.get_control_msg(timeout=10)
        assert reply["msg_type"] == "shutdown_reply" and reply["content"] == {"status": "ok", "restart": True}
        deadline = time.monotonic() + 10
        while kernel.manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not kernel.manager.is_alive()
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=20)
        assert kernel.run("old")[0]["status"] == "error"


def test_shutdown_ends_a_kernel_that_is_stuck():
    with running() as kernel:
        kernel.client.execute("while (true) {}")
        time.sleep(0.5)
        kernel.client.shutdown()
        deadline = time.monotonic() + 5
        while kernel.manager.is_alive() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not kernel.manager.is_alive()
