"""The debugger, over Jupyter's messages: where code stops, what is seen there, how it goes on, and that it leaves."""

import os
import time

import pytest
from debugging import DebugClient
from kernel import running

pytestmark = pytest.mark.node  # A browser lends its debugger to no page.


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("project")


@pytest.fixture(scope="module")
def session(folder):
    with running(cwd=folder) as kernel:
        yield kernel


@pytest.fixture
def client(session):
    debugger = DebugClient(session)
    debugger.start()
    yield debugger
    debugger.stop()


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


def test_stops_in_a_cell_and_shows_what_is_there(client):
    client.kernel.run("function twice(n: number) {\n  const doubled = 2 * n;\n  return doubled;\n}\nlet total = 10;")
    code = "const xs = [1, 2];\nlet sum = 0;\nfor (const x of xs) {\n  sum += twice(x);\n}\nsum + total"
    path = client.break_in(code, 4)
    cell = client.run(code)
    assert client.stopped() == ("breakpoint", [(client.stack[0]["name"], 4)])
    assert client.stack[0]["source"]["path"] == path
    assert client.body("debugInfo")["stoppedThreads"] == [1]
    assert client.values("Locals") == {"x": "1", "xs": "[ 1, 2 ]", "sum": "0"}
    assert client.values("Globals")["total"] == "10"
    xs = client.scope("Locals")["xs"]
    assert xs["type"] == "Array"
    assert {name: one["value"] for name, one in client.inside(xs).items()} == {"0": "1", "1": "2"}
    # Names of the function, of the cell and of earlier ones; TypeScript; values that stay.
    assert client.evaluate("x + sum + total + twice(4)") == "19"
    assert client.evaluate("({ x, all: xs as number[] })") == "{ x: 1, all: [ 1, 2 ] }"
    assert client.evaluate("total = 20") == "20"
    wrong = client.ask("evaluate", expression="missing + 1", frameId=client.stack[0]["id"])
    assert wrong["success"] is False and wrong["message"] == "ReferenceError: missing is not defined"
    broken = client.ask("evaluate", expression="1 +", frameId=client.stack[0]["id"])
    assert broken["success"] is False and broken["message"] == "Expression expected."
    client.go_on()
    assert client.stopped()[0] == "breakpoint"
    assert client.values("Locals") == {"x": "2", "xs": "[ 1, 2 ]", "sum": "2"}
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    assert client.kernel.text("[sum, total]") == "[ 6, 20 ]"


def test_steps_by_lines(client):
    client.kernel.run("function half(n: number) {\n  const it = n / 2;\n  return it;\n}")
    code = "const a = 8;\nconst b = half(half(a));\nconst c = [a, b].map((n) => n + 1); const d = 1;\nc.length"
    client.break_in(code, 1)
    cell = client.run(code)
    _, [(name, line)] = client.stopped()
    assert line == 1
    assert client.step("next") == ("step", [(name, 2)])
    assert client.step("stepIn") == ("step", [("half", 2), (name, 2)])
    assert client.values("Locals") == {"n": "8", "it": "undefined"}
    assert client.step("next") == ("step", [("half", 3), (name, 2)])
    assert client.step("stepOut")[1] == [(name, 2)]
    assert client.step("next") == ("step", [(name, 3)])
    assert client.step("next") == ("step", [(name, 4)])
    client.body("next", threadId=1)
    client.event("continued")
    assert client.reply(cell)["status"] == "ok"
    assert client.body("stackTrace", threadId=1)["stackFrames"] == []


def test_stops_in_an_earlier_cell_after_an_await_and_in_a_timer(client):
    earlier = "function late(n: number) {\n  const before = n;\n  return before + 1;\n}"
    client.kernel.run(earlier)
    assert client.break_at(client.body("dumpCell", code=earlier)["sourcePath"], 3) == [(3, True)]
    code = "await new Promise((done) => setTimeout(done, 5));\nconst made = late(1);\nsetTimeout(() => {\n  late(2);\n}, 20);\nmade"
    path = client.break_in(code, 2)
    cell = client.run(code)
    assert client.stopped()[0] == "breakpoint"
    assert client.step("next")[1][0] == ("late", 3)
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    _, frames = client.stopped()
    assert frames[0] == ("late", 3) and frames[1][1] == 4
    assert client.values("Locals") == {"n": "2", "before": "2"}
    client.break_at(client.body("dumpCell", code=earlier)["sourcePath"])
    client.go_on()


def test_moves_a_breakpoint_to_where_code_can_stop(client):
    code = "// nothing here\n\nfunction moved() {\n  return 1;\n}\nmoved();"
    client.kernel.run(code)
    path = client.body("dumpCell", code=code)["sourcePath"]
    assert client.break_at(path, 1, 3) == [(4, True), (4, True)]
    assert [b["line"] for b in client.body("debugInfo")["breakpoints"][0]["breakpoints"]] == [4]
    cell = client.run(code)
    assert client.stopped()[1][0] == ("moved", 4)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_stops_within_a_function_on_one_line(client):
    code = "const squares = [1, 2].map((n) => n * n);"
    client.break_in(code, 1)
    cell = client.run(code)
    stops = []
    for _ in range(3):
        stops.append(client.stopped()[1][0][0])
        client.go_on()
    assert stops[1:] == ["(anonymous)", "(anonymous)"]
    assert client.reply(cell)["status"] == "ok"


def test_stops_in_an_imported_file(client, folder):
    file = folder / "lib" / "shapes.ts"
    file.parent.mkdir(exist_ok=True)
    (folder / "lib" / "unit.ts").write_text("export const unit = 3;\n")
    file.write_text(
        'import { unit } from "./unit";\n'
        "const scale: number = 2;\nexport let count = 0;\n"
        "export class Square {\n  constructor(readonly side: number) {}\n"
        "  area(): number {\n    const side = this.side * scale;\n    count++;\n    return side * side * unit;\n  }\n}\n"
    )
    client.break_at(str(file), 8)
    cell = client.run('import { Square } from "./lib/shapes";\nnew Square(2).area()')
    _, frames = client.stopped()
    assert frames[0] == ("area", 8) and client.stack[0]["source"]["path"] == str(file)
    assert client.values("Locals") == {"side": "4", "this": "Square { side: 2 }"}
    assert client.values("Module")["scale"] == "2" and client.values("Module")["count"] == "0"
    assert client.evaluate("this.side * scale + count + side") == "8"
    modules = client.body("modules")["modules"]
    assert [one["name"] for one in modules[:2]] == ["lib/shapes.ts", "lib/unit.ts"]
    assert client.body("source", source={"path": str(file)})["content"] == file.read_text()
    client.break_at(str(file))
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # Changed, it is another script, and is stopped in as well.
    file.write_text(file.read_text().replace("count++;", "count += 2;"))
    client.break_at(str(file), 8)
    cell = client.run('import { Square } from "./lib/shapes";\nnew Square(2).area()')
    assert client.stopped()[1][0] == ("area", 8)
    client.break_at(str(file))
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_stops_in_a_function_that_plt_calls(client):
    client.kernel.run('import { plt } from "tslinen";')
    code = (
        "const bars = plt.bar([1, 2], [3, 4]);\n"
        "plt.barLabel(bars, {\n  fmt: (v: number) => {\n    return v + ' s';\n  },\n});"
    )
    path = client.break_in(code, 4)
    cell = client.run(code)
    reason, frames = client.stopped()
    assert reason == "breakpoint" and [line for _, line in frames] == [4, 2]
    assert client.values("Locals") == {"v": "3"}
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # A step into what the library calls back passes over the library.
    client.break_in(code, 2)
    cell = client.run(code)
    client.stopped()
    assert client.step("stepIn")[1][0][1] == 4
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_shows_values_with_their_views(client):
    client.kernel.run('import { np } from "tslinen";\nconst rows = [1, 2, 3, 4].map((a) => ({ a, b: 2 * a }));')
    code = "function look(w: unknown) {\n  return w;\n}\nlook({ kernel: np.ones([8, 3]), bias: np.zeros([3]) });"
    client.break_in(code, 2)
    cell = client.run(code)
    client.stopped()
    frame = client.stack[0]["id"]
    tree = client.body("richInspectVariables", variableName="w", frameId=frame)
    assert "application/vnd.tslinen.tree.v1+json" in tree["data"] and "text/plain" in tree["data"]
    table = client.body("richInspectVariables", variableName="rows", frameId=frame)
    assert "application/vnd.tslinen.table.v1+json" in table["data"]
    missing = client.body("richInspectVariables", variableName="missing", frameId=frame)
    assert missing == {"data": {}, "metadata": {}}
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # While nothing has stopped, the names that cells share.
    names = {one["name"]: one for one in client.body("inspectVariables")["variables"]}
    assert names["rows"]["value"] == "[ { a: 1, b: 2 }, { a: 2, b: 4 }, { a: 3, b: 6 }, { a: 4, b: 8 } ]"
    assert set(client.inside(names["rows"])) == {"0", "1", "2", "3"}
    data = client.body("richInspectVariables", variableName="rows")["data"]
    assert "application/vnd.tslinen.table.v1+json" in data


def test_lists_much_as_far_as_one_can_look(client):
    client.kernel.run(
        "const many = new Float64Array(1e6);\nconst map = new Map([['k', { deep: 1 }]]);\n"
        "const tricky = { get boom() { throw new Error('no'); }, [Symbol('s')]: 1 };"
    )
    names = {one["name"]: one for one in client.body("inspectVariables")["variables"]}
    many = client.inside(names["many"])
    assert len(many) == 201 and many["…"]["value"] == "999800 more"
    assert client.inside(names["map"])["'k'"]["value"] == "{ deep: 1 }"
    assert {k: v["value"] for k, v in client.inside(names["tricky"]).items()} == {"boom": "[Getter]", "Symbol(s)": "1"}


def test_copies_a_variable_to_the_names_of_all_cells(client):
    code = "function hide() {\n  const secret = { found: 7 };\n  return secret;\n}\nhide();"
    client.break_in(code, 3)
    cell = client.run(code)
    client.stopped()
    frame = client.stack[0]["id"]
    client.body("copyToGlobals", srcVariableName="secret", dstVariableName="secret", srcFrameId=frame)
    assert client.values("Globals")["secret"] == "{ found: 7 }"
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    assert client.kernel.text("secret.found + 1") == "8"
    client.kernel.run("const secret = 'mine';")
    assert client.kernel.text("secret.length") == "4"


CAUGHT = "function risky() {\n  throw new RangeError('far');\n}\nlet seen = '';\ntry {\n  risky();\n} catch (e) {\n  seen = String(e);\n}"
UNCAUGHT = {
    "thrown": "function fails() {\n  throw new RangeError('far');\n}\nfails();",
    "of the engine": "const none = JSON.parse('null');\nnone.x;",
    "in an async function": "async function fails() {\n  await null;\n  throw new RangeError('far');\n}\nawait fails();",
    "of the library": 'import { np } from "tslinen";\nnp.ones([2]).reshape([3]);',
}
STOPS_AT = {"thrown": 2, "of the engine": 2, "in an async function": 3, "of the library": 2}


@pytest.mark.parametrize("what", UNCAUGHT)
def test_stops_at_exceptions_that_nothing_catches(client, what):
    client.body("setExceptionBreakpoints", filters=["uncaught"])
    caught = client.run(CAUGHT)
    assert client.reply(caught)["status"] == "ok"
    cell = client.run(UNCAUGHT[what])
    reason, frames = client.stopped()
    assert reason == "exception" and frames[0][1] == STOPS_AT[what]
    client.body("setExceptionBreakpoints", filters=[])
    client.go_on()
    assert client.reply(cell)["status"] == "error"


def test_stops_at_all_exceptions(client):
    client.body("setExceptionBreakpoints", filters=["raised"])
    cell = client.run(CAUGHT)
    reason, frames = client.stopped()
    assert reason == "exception" and frames[0] == ("risky", 2)
    client.body("setExceptionBreakpoints", filters=[])
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_makes_a_loop_stop_and_go_on(client):
    cell = client.run("let turns = 0;\nlet stay = true;\nwhile (stay) {\n  turns++;\n}\nturns > 0")
    time.sleep(0.3)
    client.body("pause", threadId=1)
    reason, [(_, line)] = client.stopped()
    assert reason == "pause" and line in (3, 4)
    client.evaluate("stay = false")
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


# What a loop calls for the engine to look at variables anew: in an empty one it need not.
PAUSE = "const lock = new Int32Array(new SharedArrayBuffer(4)); const pause = () => Atomics.wait(lock, 0, 0, 1);"


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


def test_leaves_out_types_for_the_tree_of_jupyterlab(client):
    client.kernel.run("const half = 0.5;")
    client.body("initialize", clientID="jupyterlab")
    (half,) = [one for one in client.body("inspectVariables")["variables"] if one["name"] == "half"]
    assert half["value"] == "0.5" and "type" not in half
    client.body("initialize", clientID="test")


def test_shows_variables_while_a_cell_runs(client):
    client.kernel.run(f"let stays = true; let rounds = 0; {PAUSE}")
    cell = client.run("while (stays) {\n  rounds++;\n  pause();\n}")
    time.sleep(0.2)
    names = {one["name"]: one["value"] for one in client.body("inspectVariables")["variables"]}
    assert names["stays"] == "true" and int(names["rounds"]) > 0
    client.body("evaluate", expression="stays = false")
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
