"""Jupyter's messages, one property after the other."""

import os
import time
from pathlib import Path

import pytest
import zmq
from kernel import running, stream_text


def types(messages):
    return [m["msg_type"] for m in messages]


def test_messages_of_a_cell_in_order(kernel):
    reply, messages = kernel.run_all('console.log("a"); display(1); console.error("b"); 2')
    assert types(messages) == [
        "status", "execute_input", "stream", "display_data", "stream", "execute_result", "status",
    ]  # fmt: skip
    assert messages[1]["content"]["execution_count"] == reply["execution_count"]
    assert messages[5]["content"]["execution_count"] == reply["execution_count"]


def test_headers_carry_the_kernels_own_session(kernel):
    _, messages = kernel.run_all("1")
    session = kernel.client.session.session
    for message in messages:
        assert message["parent_header"]["session"] == session
        assert message["header"]["session"] != session
        assert message["header"]["version"] == "5.4"
    assert len({m["header"]["session"] for m in messages}) == 1
    assert len({m["header"]["msg_id"] for m in messages}) == len(messages)


def test_error_has_name_value_and_traceback_into_the_cell(kernel):
    code = 'interface Unused { a: number }\n\nfunction fail(x: number) {\n  throw new RangeError("bad " + x);\n}\nfail(3);'
    reply, messages = kernel.run(code)
    assert types(messages) == ["error"]
    assert (reply["ename"], reply["evalue"]) == ("RangeError", "bad 3")
    assert reply["traceback"] == messages[0]["content"]["traceback"]
    text = "\n".join(reply["traceback"])
    count = reply["execution_count"]
    assert f"at fail (In[{count}]:4:9)" in text
    assert f"at In[{count}]:6:1" in text
    assert "runInThisContext" not in text and "node_modules" not in text and "/dist/" not in text
    assert "^" in text


def test_errors_show_cause_and_extra_properties(kernel):
    reply, _ = kernel.run('throw Object.assign(new Error("outer", { cause: new TypeError("inner") }), { code: 7 })')
    text = "\n".join(reply["traceback"])
    assert "inner" in text and "code: 7" in text


@pytest.mark.parametrize("value,shown", [('"text"', "'text'"), ("{ a: 1 }", "{ a: 1 }"), ("null", "null"), ("undefined", "undefined")])
def test_thrown_values_that_are_no_errors(kernel, value, shown):
    reply, _ = kernel.run(f"throw {value}")
    assert (reply["status"], reply["ename"], reply["evalue"]) == ("error", "Thrown", shown)


def test_type_error_has_a_code_frame_and_runs_nothing(kernel):
    reply, messages = kernel.run('console.log("ran");\nconst wrong: string = 5;')
    assert types(messages) == ["error"]
    assert reply["ename"] == "TypeScriptError"
    assert "TS2322" in reply["evalue"] and "line 2" in reply["evalue"]
    assert f"In[{reply['execution_count']}]:2:7" in reply["traceback"][0]
    assert "const wrong: string = 5;" in reply["traceback"][0]


def test_syntax_error(kernel):
    reply, _ = kernel.run("const = 5;")
    assert (reply["status"], reply["ename"]) == ("error", "SyntaxError")


def test_silent_puts_nothing_out_and_counts_nothing(kernel):
    before = kernel.run("0")[0]["execution_count"]
    _, messages = kernel.run_all("const silently = 5; silently", silent=True)
    assert types(messages) == ["status", "status"]
    reply, _ = kernel.run("silently")
    assert reply["status"] == "ok" and reply["execution_count"] == before + 1


def test_store_history_false_counts_nothing(kernel):
    before = kernel.run("0")[0]["execution_count"]
    _, messages = kernel.run("1", store_history=False)
    assert types(messages) == ["execute_result"]
    assert kernel.run("0")[0]["execution_count"] == before + 1


def test_user_expressions(kernel):
    reply, _ = kernel.run("const u = 20;", user_expressions={"good": "u + 1", "wrong": "nowhere", "thrown": "(() => { throw new Error('x') })()"})
    values = reply["user_expressions"]
    assert values["good"]["status"] == "ok" and values["good"]["data"]["text/plain"] == "21"
    assert values["wrong"]["status"] == "error" and "nowhere" in values["wrong"]["evalue"]
    assert values["thrown"]["status"] == "error" and values["thrown"]["ename"] == "Error"


@pytest.mark.parametrize("stop", [True, False])
def test_stop_on_error_aborts_exactly_what_was_waiting(kernel, stop):
    client = kernel.client
    first = client.execute('await new Promise((r) => setTimeout(r, 300)); throw new Error("x")', stop_on_error=stop)
    second = client.execute('"second"')
    assert kernel.finish(first)[0]["status"] == "error"
    reply, messages = kernel.finish(second)
    assert reply["status"] == ("aborted" if stop else "ok")
    assert types(messages)[0] == "status" and types(messages)[-1] == "status"
    # There is no window in which later requests are declined.
    assert kernel.text('"third"') == "'third'"


def test_a_blocking_cell_that_fails_aborts_what_came_meanwhile(kernel):
    client = kernel.client
    first = client.execute('const until = Date.now() + 1500; while (Date.now() < until); throw new Error("x")')
    time.sleep(0.2)
    second = client.execute('"second"')
    assert kernel.finish(first)[0]["evalue"] == "x"
    assert kernel.finish(second)[0]["status"] == "aborted"


def test_input(kernel):
    client = kernel.client
    msg_id = client.execute('const name = await input("name? "); const word = await input("pass? ", { password: true }); name + word', allow_stdin=True)
    first = client.get_stdin_msg(timeout=10)
    assert first["msg_type"] == "input_request"
    assert first["content"] == {"prompt": "name? ", "password": False}
    client.input("Ada")
    second = client.get_stdin_msg(timeout=10)
    assert second["content"] == {"prompt": "pass? ", "password": True}
    client.input("🎉")
    _, messages = kernel.finish(msg_id)
    assert messages[-2]["content"]["data"]["text/plain"] == "'Ada🎉'"


def test_input_without_a_reader(kernel):
    reply, _ = kernel.run('await input("name? ")', allow_stdin=False)
    assert reply["status"] == "error" and "does not support input" in reply["evalue"]


def test_requests_are_answered_while_a_cell_waits(kernel):
    client = kernel.client
    msg_id = client.execute("await new Promise((r) => setTimeout(r, 1500)); 1")
    while client.get_iopub_msg(timeout=10)["msg_type"] != "execute_input":
        pass
    start = time.monotonic()
    inner = client.complete("Math.cb")
    reply = client.get_shell_msg(timeout=10)
    assert reply["content"]["matches"] == ["cbrt"]
    assert time.monotonic() - start < 1
    states = [(m["parent_header"]["msg_id"], m["content"]["execution_state"]) for m in kernel.drain(0.3) if m["msg_type"] == "status"]
    # The front end's last word is that the cell is still running.
    assert states == [(inner, "busy"), (inner, "idle"), (msg_id, "busy")]
    kernel.finish(msg_id)


def test_kernel_info_and_heartbeat_answer_while_a_loop_blocks(kernel):
    client = kernel.client
    msg_id = client.execute("const end = Date.now() + 1500; while (Date.now() < end);")
    time.sleep(0.3)
    start = time.monotonic()
    client.kernel_info()
    info = client.get_shell_msg(timeout=5)["content"]
    assert time.monotonic() - start < 1
    assert info["protocol_version"] == "5.4" and info["language_info"]["name"] == "typescript"
    assert info["language_info"]["version"] == "6.0.3"
    with zmq.Context() as context, context.socket(zmq.REQ) as heart:
        heart.connect(f"tcp://127.0.0.1:{kernel.manager.get_connection_info()['hb_port']}")
        heart.send(b"beat")
        assert heart.poll(1000) and heart.recv() == b"beat"
    kernel.finish(msg_id)


def test_streams_reach_the_front_end_while_a_loop_blocks(kernel):
    client = kernel.client
    msg_id = client.execute('console.log("early"); console.log("late"); const stop = Date.now() + 1500; while (Date.now() < stop);')
    seen = stream_text([m for m in kernel.drain(1)])
    assert seen == "early\nlate\n"
    kernel.finish(msg_id)


def test_unhandled_rejections_and_exceptions_are_errors_of_their_cell(kernel):
    reply, messages = kernel.run('Promise.reject(new Error("nobody cares")); 5')
    assert reply["status"] == "error" and reply["evalue"] == "nobody cares"
    assert "error" in types(messages)
    reply, _ = kernel.run('setTimeout(() => { throw new Error("in a timer") }, 10); await new Promise((r) => setTimeout(r, 100));')
    assert reply["status"] == "error" and reply["evalue"] == "in a timer"


def test_late_output_and_errors_belong_to_the_cell_that_caused_them(kernel):
    client = kernel.client
    first = client.execute('setTimeout(() => { console.log("late"); throw new Error("late too") }, 500);')
    assert kernel.finish(first)[0]["status"] == "ok"
    kernel.run("0")
    late = [m for m in kernel.drain(1) if m["msg_type"] in ("stream", "error")]
    assert types(late) == ["stream", "error"]
    assert all(m["parent_header"]["msg_id"] == first for m in late)


@pytest.mark.node
def test_history_has_outputs_and_survives_the_kernel(kernel):
    kernel.run("123456789 + 1")
    kernel.client.history(raw=True, output=True, hist_access_type="tail", n=1)
    rows = kernel.client.get_shell_msg(timeout=10)["content"]["history"]
    assert rows[0][2] == ["123456789 + 1", "123456790"]
    # A kernel gathers what it writes, and the other one reads what is written when it is first asked.
    file = Path(os.environ["TSLINEN_HISTORY"])
    deadline = time.monotonic() + 10
    while not (file.exists() and "123456789" in file.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    with running() as other:
        other.client.history(raw=True, output=False, hist_access_type="search", pattern="123456789*")
        found = other.client.get_shell_msg(timeout=10)["content"]["history"]
        assert [row[2] for row in found] == ["123456789 + 1"]


def test_comms_both_ways(kernel):
    client = kernel.client
    kernel.run(
        'import { comms } from "@tslinen/kernel";\n'
        'comms.registerTarget("echo", (comm, opening) => {\n'
        "  comm.send({ opened: opening.data });\n"
        '  comm.onMessage(({ data, buffers }) => comm.send({ got: data }, { buffers }));\n'
        '  comm.onClose(() => console.log("closed"));\n'
        "});"
    )

    def send(kind, buffers=None, **content):
        message = client.session.msg(kind, {"comm_id": "c1", **content})
        client.session.send(client.shell_channel.socket, message, buffers=buffers)
        out = []
        while True:
            got = client.get_iopub_msg(timeout=10)
            if got["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            out.append(got)
            if got["msg_type"] == "status" and got["content"]["execution_state"] == "idle":
                return [m for m in out if m["msg_type"] != "status"]

    opened = send("comm_open", target_name="echo", data={"x": 1})
    assert opened[0]["content"] == {"comm_id": "c1", "data": {"opened": {"x": 1}}}
    client.comm_info("echo")
    assert client.get_shell_msg(timeout=10)["content"]["comms"] == {"c1": {"target_name": "echo"}}
    echoed = send("comm_msg", data={"y": 2}, buffers=[b"\x00\x01\xff"])
    assert echoed[0]["content"]["data"] == {"got": {"y": 2}}
    assert [bytes(b) for b in echoed[0]["buffers"]] == [b"\x00\x01\xff"]
    closed = send("comm_close", data={})
    assert stream_text(closed) == "closed\n"
    unknown = send("comm_open", target_name="nobody", data={})
    assert unknown[0]["msg_type"] == "comm_close"
    _, messages = kernel.run('comms.open("front-end", { z: 3 }, { metadata: { version: "2.1.0" } });')
    assert messages[0]["msg_type"] == "comm_open"
    assert messages[0]["content"]["target_name"] == "front-end" and messages[0]["metadata"] == {"version": "2.1.0"}


def test_displays_are_replaced_by_identity(kernel):
    _, messages = kernel.run(
        'import { display as show, markdown } from "@tslinen/kernel";\n'
        'show(markdown("one"), { displayId: "d", metadata: { "text/markdown": { a: 1 } } });\n'
        'show(markdown("two"), { displayId: "d", update: true });'
    )
    assert types(messages) == ["display_data", "update_display_data"]
    assert messages[0]["content"]["transient"] == {"display_id": "d"}
    assert messages[0]["content"]["metadata"] == {"text/markdown": {"a": 1}}
    assert messages[1]["content"]["data"] == {"text/markdown": "two", "text/plain": "two"}


def test_hooks_at_the_end_of_a_cell(kernel):
    # Any: the library's side of the hook, which cells do not see, has no type in them.
    hook = 'const host = (globalThis as any)[Symbol.for("tslinen.host")];\nhost.atCellEnd(async () => { await new Promise((r) => setTimeout(r, 50)); host.display({ "text/plain": "hooked" }, { metadata: {}, update: false }); });'
    reply, messages = kernel.run(f"{hook}\n5")
    assert reply["status"] == "ok" and types(messages) == ["execute_result", "display_data"]
    reply, messages = kernel.run(f'{hook}\nthrow new Error("x");')
    assert reply["status"] == "error" and sorted(types(messages)) == ["display_data", "error"]
    _, messages = kernel.run("6")
    assert types(messages) == ["execute_result"]


def test_two_clients_see_the_same_outputs(kernel):
    other = kernel.connect()
    msg_id = kernel.client.execute('console.log("shared"); 7')
    kernel.finish(msg_id)
    seen = []
    while True:
        message = other.get_iopub_msg(timeout=10)
        if message["parent_header"].get("msg_id") == msg_id:
            seen.append(message["msg_type"])
            if message["content"].get("execution_state") == "idle":
                break
    assert seen == ["status", "execute_input", "stream", "execute_result", "status"]
    other.stop_channels()
