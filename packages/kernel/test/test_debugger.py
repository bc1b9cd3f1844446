"""The debugger, over Jupyter's messages: that it is off until it is asked for, ends with code that is ended, and leaves."""

import os
import time

import pytest
from debugging import PAUSE, DebugClient
from kernel import running

pytestmark = pytest.mark.node  # A browser lends its debugger to no page.


def test_says_that_it_can_and_is_off_until_asked(kernel):
    kernel.client.kernel_info()
    info = kernel.client.get_shell_msg(timeout=10)["content"]
    assert info["debugger"] is True and info["supported_features"] == ["debugger"]
    debugger = DebugClient(kernel)
    state = debugger.body("debugInfo")
    assert state["isStarted"] is False and state["breakpoints"] == [] and state["stoppedThreads"] == []
    assert state["richRendering"] is True and state["copyToGlobals"] is True
    assert debugger.body("inspectVariables") == {"variables": []}
    refused = debugger.ask("setBreakpoints", source={"path": "x"}, breakpoints=[])
    assert refused["success"] is False and refused["message"] == "setBreakpoints: debugging is off"
    unknown = debugger.ask("reverseContinue")
    assert unknown["success"] is False and "does not know the command reverseContinue" in unknown["message"]


def test_does_not_speak_of_a_running_cell_when_asked(client):
    """JupyterLab asks for the variables at each word of a running cell: it would never come to rest."""
    client.kernel.run(f"let waits = true; {PAUSE}")
    cell = client.run("while (waits) pause();")
    client.message(lambda m: m["msg_type"] == "execute_input")
    client.messages.clear()
    for _ in range(3):
        client.body("inspectVariables")
    said = client.kernel.drain()
    states = [m for m in said if m["msg_type"] == "status" and m["content"]["execution_state"] == "busy"]
    assert len(states) == 6 and said[-1] is states[-1]
    assert {m["parent_header"].get("msg_type") for m in said} == {"debug_request", None}
    client.body("evaluate", expression="waits = false")
    assert client.reply(cell)["status"] == "ok"


def test_looking_at_any_moment_keeps_the_kernel(client):
    """The engine answers in the midst of calls that have not got their own variables yet."""
    client.kernel.run(
        "let calls = 0; let goesOn = true;\n"
        "function deep(n: number): number {\n  const own = () => n;\n  return own() ? deep(n - 1) + 1 : 0;\n}"
    )
    cell = client.run("while (goesOn) {\n  calls += deep(3000);\n}")
    counts = []
    for _ in range(60):
        shown = {one["name"]: one["value"] for one in client.body("inspectVariables")["variables"]}
        counts.append(int(shown["calls"]))
    assert counts == sorted(counts) and counts[-1] > counts[0]
    client.body("evaluate", expression="goesOn = false")
    assert client.reply(cell)["status"] == "ok"


INTERRUPTED = {
    "a cell": "const kept = 1;\nglobalThis.went = false;\nconst stop = 2;\nglobalThis.went = true;",
    "after an await": "const kept = 1;\nglobalThis.went = false;\nawait null;\nconst stop = 2;\nglobalThis.went = true;\nawait new Promise(() => {});",
    "a timer": "const kept = 1;\nglobalThis.went = false;\nsetTimeout(() => {\n  const stop = 2;\n  globalThis.went = true;\n}, 1);\nawait new Promise(() => {});",
}


@pytest.mark.parametrize("where", INTERRUPTED)
def test_an_interrupt_ends_code_that_has_stopped(client, where):
    code = "// @ts-nocheck\n" + INTERRUPTED[where]
    line = 1 + next(n for n, text in enumerate(code.split("\n")) if "stop = 2" in text)
    client.break_in(code, line)
    cell = client.run(code)
    assert client.stopped()[1][0][1] == line
    client.kernel.manager.interrupt_kernel()
    client.event("continued")
    reply = client.reply(cell)
    assert reply["status"] == "error" and reply["ename"] == "Interrupted"
    time.sleep(0.6)
    assert client.kernel.text("// @ts-nocheck\n[kept, globalThis.went]") == "[ 1, false ]"


def test_a_restart_ends_code_that_has_stopped(tmp_path):
    with running(cwd=tmp_path) as kernel:
        debugger = DebugClient(kernel)
        debugger.start()
        code = 'const fs = require("node:fs");\nconst stop = 1;\nfs.writeFileSync("went", "");'
        debugger.break_in(code, 2)
        debugger.run(code)
        debugger.stopped()
        began = debugger.body("debugInfo")
        assert began["isStarted"] and began["stoppedThreads"] == [1]
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=30)
        assert not os.path.exists(tmp_path / "went")
        assert kernel.text("1 + 1") == "2"
        assert debugger.body("debugInfo")["isStarted"] is False


def test_leaves_no_trace(session):
    debugger = DebugClient(session)
    traces = "// @ts-nocheck\nJSON.stringify([Reflect.ownKeys(globalThis).map(String), process.listenerCount('SIGINT')])"
    before = session.text(traces)
    debugger.start()
    code = "let went = 0;\nwent = 1;\nwent"
    debugger.break_in(code, 2)
    cell = debugger.run(code)
    debugger.stopped()
    frame = debugger.stack[0]["id"]
    held = debugger.body("evaluate", expression="({ held: 1 })", frameId=frame)["variablesReference"]
    shared = debugger.body("scopes", frameId=frame)["scopes"][-1]["variablesReference"]
    debugger.body("disconnect")
    assert debugger.reply(cell)["status"] == "ok"  # It has run on.
    debugger.event("terminated")
    state = debugger.body("debugInfo")
    assert state["isStarted"] is False and state["breakpoints"] == [] and state["stoppedThreads"] == []
    assert session.text(code) == "1"
    assert session.text("debugger;\nwent + 1") == "2"
    reply, _ = session.run("throw new Error('plain')")
    assert reply["evalue"] == "plain"
    assert session.text(traces) == before
    # Nor does it hold the values that it has shown.
    debugger.start()
    for reference in (held, shared):
        assert debugger.body("variables", variablesReference=reference) == {"variables": []}
    debugger.stop()
