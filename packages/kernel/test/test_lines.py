"""Lines that are not TypeScript, between a cell and its front end."""

import threading
import time

import pytest
from kernel import stream_text


@pytest.mark.node
def test_a_command_writes_while_it_runs(kernel, tmp_path):
    go = tmp_path / "go"
    msg_id = kernel.client.execute(f"!echo early; echo wrong >&2; while [ ! -e {go} ]; do sleep 0.05; done; echo late")
    while (message := kernel.client.get_iopub_msg(timeout=20))["msg_type"] != "stream":
        pass
    go.touch()
    first = message["content"]["text"]
    reply, messages = kernel.finish(msg_id)
    assert reply["status"] == "ok"
    texts = stream_text([message, *messages]), stream_text([message, *messages], "stderr")
    assert first in ("early\n", "wrong\n") and texts == ("early\nlate\n", "wrong\n")


@pytest.mark.node
def test_a_failing_command_is_an_error_in_its_line(kernel):
    reply, _ = kernel.run("const before = 1;\n!ls /no/such/folder\nconst after = 2;")
    assert reply["ename"] == "CommandError" and reply["evalue"].startswith("ls /no/such/folder: ended with status ")
    assert ":2:1" in reply["traceback"][-1]
    assert kernel.text("before") == "1"


@pytest.mark.node
@pytest.mark.parametrize("command", ["sleep 4321", "trap '' INT; sleep 4321; sleep 4321", "sleep 4321 | cat"])
def test_stop_ends_a_command_and_what_it_started(kernel, command):
    kernel.run("let kept = 7;")
    threading.Timer(0.5, kernel.manager.interrupt_kernel).start()
    began = time.monotonic()
    reply, _ = kernel.run(f"kept++;\n!{command}\nkept++;")
    assert reply["ename"] == "Interrupted" and time.monotonic() - began < 5
    assert kernel.text("kept") == "8"
    time.sleep(1.2)
    assert "sleep 4321" not in kernel.stream("!ps -ef | grep -v 'ps -ef'")


def test_python_magics_do_no_harm(kernel):
    reply, messages = kernel.run("%load_ext autoreload\n%autoreload 2\n%matplotlib inline\nconst fine = 1; fine")
    assert reply["status"] == "ok"
    assert stream_text(messages, "stderr").count("does nothing here") == 3
    reply, _ = kernel.run("%nonsense")
    assert reply["ename"] == "SyntaxError" and "%nonsense is not known here. Known are !command" in reply["evalue"]
