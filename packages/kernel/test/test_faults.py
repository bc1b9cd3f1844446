"""What once went wrong between a cell, the threads and the sockets: each test stands for its kind."""

import threading
import time

import pytest
from kernel import running, stream_text

# What keeps the thread of cells from hearing of an interrupt, until it comes back to JavaScript.
WAITING = {
    "execSync": 'import { execSync } from "child_process"; execSync("sleep 100");',
    "spawnSync": 'import { spawnSync } from "child_process"; spawnSync("sleep", ["100"]);',
    "a shell's child": 'import { execSync } from "child_process"; execSync("sleep 100; true");',
    "Atomics.wait": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
    "parsing": 'const text = JSON.stringify(Array.from({ length: 1e6 }, (_, i) => ({ i, s: "x".repeat(80) }))); while (true) JSON.parse(text);',
    "parsing less": 'const text = JSON.stringify(Array.from({ length: 1e5 }, (_, i) => ({ i, s: "x".repeat(80) }))); while (true) JSON.parse(text);',
    "cloning": 'const list = Array.from({ length: 1e5 }, (_, i) => ({ i })); while (true) structuredClone(list);',
    "sorting": 'const floats = Float64Array.from({ length: 2e6 }, (_, i) => (i * 7919) % 1000003); while (true) floats.slice().sort();',
    "filling": 'let all: number[]; function fill() { for (;;) all = new Array(1e7).fill(0); } fill();',
    "a regular expression": 'while (true) /(a+)+b/.test("a".repeat(32));',
    "printing": 'while (true) console.log("x");',
    "a value that is shown": '({ [Symbol.for("Jupyter.display")]() { for (;;); } })',
    "a number that is never found": "const never: any = { valueOf() { for (;;); } };\n-never;",
}


# A page ends what waits in the engine together with its worker.
LOOPS = ("printing",)


@pytest.mark.parametrize("what", [what if what in LOOPS else pytest.param(what, marks=pytest.mark.node) for what in WAITING])
def test_stop_ends_what_the_thread_waits_for_and_keeps_the_session(kernel, what):
    kernel.run("const kept = 7;")
    threading.Timer(2.5, kernel.manager.interrupt_kernel).start()
    # A child would run longer than the test waits for the reply.
    reply, _ = kernel.run(WAITING[what])
    assert reply["status"] == "error" and reply["ename"] == "Interrupted"
    assert kernel.text("kept") == "7"


@pytest.mark.node
def test_stop_ends_a_loop_of_long_calls_in_a_file_of_the_project(tmp_path):
    (tmp_path / "spin.ts").write_text("export function spin() {\n  do new Float64Array(2e6).fill(1).sort();\n  while (true);\n}\n")
    with running(cwd=tmp_path) as kernel:
        kernel.run('import { spin } from "./spin"; const kept = 7;')
        threading.Timer(2.5, kernel.manager.interrupt_kernel).start()
        assert kernel.run("spin();")[0]["ename"] == "Interrupted"
        assert kernel.text("kept") == "7"


@pytest.mark.node
def test_stop_leaves_children_alone_that_run_on_their_own(kernel):
    kernel.run('import { spawn, execSync } from "child_process"; const own = spawn("sleep", ["60"]); let ended = false; own.on("exit", () => { ended = true; });')
    threading.Timer(1, kernel.manager.interrupt_kernel).start()
    assert kernel.run('execSync("sleep 100")')[0]["ename"] == "Interrupted"
    assert kernel.text("await new Promise((r) => setTimeout(r, 700)); ended") == "false"
    kernel.run("own.kill();")


@pytest.mark.node
def test_what_children_print_belongs_to_the_cell(kernel):
    kernel.run('import { execSync, spawnSync, spawn } from "child_process";')
    for code in [
        'execSync("echo out; echo err >&2", { stdio: "inherit" });',
        'spawnSync("sh", ["-c", "echo out; echo err >&2"], { stdio: "inherit" });',
        'await new Promise((done) => spawn("sh", ["-c", "echo out; echo err >&2"], { stdio: ["ignore", "inherit", "inherit"] }).on("close", done));',
    ]:
        reply, messages = kernel.run(code)
        assert reply["status"] == "ok", reply
        assert stream_text(messages) == "out\n" and stream_text(messages, "stderr") == "err\n", code


def test_an_interrupted_compilation_loses_no_files(tmp_path):
    (tmp_path / "side.ts").write_text("export const one = 1;")
    with running(cwd=tmp_path) as kernel:
        for delay in (0.005, 0.02, 0.05):
            msg_id = kernel.client.execute('import { one } from "./side"; await new Promise((r) => setTimeout(r, 100));')
            time.sleep(delay)
            kernel.manager.interrupt_kernel()
            kernel.finish(msg_id)
            time.sleep(0.5)  # An interrupt that comes late is not to meet the next cell.
            assert kernel.text('import { one } from "./side"; one') == "1"


@pytest.mark.node
def test_running_out_of_memory_is_told_while_the_cell_can_be_stopped():
    with running(env={"NODE_OPTIONS": "--max-old-space-size=400"}) as kernel:
        kernel.run("const kept = 7;")
        # It stops growing by itself, above what is worth a word.
        grow = "const all = []; while (process.memoryUsage().heapUsed < 3.9e8) for (let i = 0; i < 2e5; i++) all.push({ a: [i] }); for (;;) all[0].a[0]++;"
        msg_id = kernel.client.execute(f"(() => {{ {grow} }})()")
        while (message := kernel.client.get_iopub_msg(timeout=60))["msg_type"] != "stream":
            pass
        assert "0.4 GB it will end" in message["content"]["text"] and message["content"]["name"] == "stderr"
        kernel.manager.interrupt_kernel()
        reply, _ = kernel.finish(msg_id)
        assert reply["ename"] == "Interrupted"
        assert kernel.text("kept") == "7"


def test_thirty_lines_are_one_output(kernel):
    _, messages = kernel.run("for (let i = 0; i < 30; i++) console.log(i);")
    assert [m["msg_type"] for m in messages] == ["stream"]
    assert stream_text(messages) == "".join(f"{i}\n" for i in range(30))


@pytest.mark.node
def test_what_a_carriage_return_overwrites_is_not_kept(kernel):
    _, messages = kernel.run('for (let i = 0; i < 5; i++) { process.stdout.write(i + "%\\r"); await new Promise((r) => setTimeout(r, 2)); }')
    assert stream_text(messages) == "4%\r"


@pytest.mark.node  # A browser has no process.
def test_progress_writes_over_what_was_sent_before(kernel):
    _, messages = kernel.run("for (let i = 0; i < 5; i++) { process.stdout.write(`\\r${i}%`); await new Promise((r) => setTimeout(r, 90)); }")
    first, *later = [m["content"]["text"] for m in messages]
    assert first[0].isdigit() and all(text.startswith("\r") for text in later)
    assert stream_text(messages).split("\r")[-1] == "4%"


def test_errors_within_an_error_are_shown(kernel):
    reply, _ = kernel.run('await Promise.any([Promise.reject(new Error("one")), Promise.reject(new RangeError("two"))])')
    text = "\n".join(reply["traceback"])
    assert reply["ename"] == "AggregateError" and "Error: one" in text and "RangeError: two" in text


@pytest.mark.node
def test_the_first_es_module_comes_without_a_warning(tmp_path):
    root = tmp_path / "node_modules" / "esmp"
    root.mkdir(parents=True)
    (root / "package.json").write_text('{ "name": "esmp", "type": "module", "exports": "./i.js" }')
    (root / "i.js").write_text("export const a = 1;")
    with running(cwd=tmp_path) as kernel:
        _, messages = kernel.run('import { a } from "esmp"; a')
        assert [m["msg_type"] for m in messages] == ["execute_result"]


def test_words_in_every_script_are_completed(kernel):
    kernel.run("const o = { été: 1, ключ: 2 }; const α = 0.1;")
    for text, expected in [("o.", ["été", "ключ"]), ("α", ["α"])]:
        kernel.client.complete(text)
        assert kernel.client.get_shell_msg(timeout=10)["content"]["matches"] == expected


FAKES = """
const kept = { setTimeout, clearTimeout, setImmediate, Date, now: performance.now, stringify: JSON.stringify };
const never = (): any => { throw new Error("a fake was called"); };
Object.assign(globalThis, { setTimeout: never, clearTimeout: never, setImmediate: never, Date: class { constructor() { never(); } static now = never; } });
performance.now = never;
JSON.stringify = never;
"""
TRUE_ONES = """
Object.assign(globalThis, { setTimeout: kept.setTimeout, clearTimeout: kept.clearTimeout, setImmediate: kept.setImmediate, Date: kept.Date });
performance.now = kept.now;
JSON.stringify = kept.stringify;
"""


def test_cells_that_put_fake_timers_in_the_place_of_true_ones_are_answered(kernel):
    kernel.run(FAKES)
    assert kernel.text("6 * 7") == "42"
    reply, messages = kernel.run("for (let i = 0; i < 50; i++) console.log(i);")
    assert reply["status"] == "ok" and stream_text(messages) == "".join(f"{i}\n" for i in range(50))
    assert kernel.run("%time 1 + 1")[0]["status"] == "ok"
    assert kernel.run("throw new RangeError('no');")[0]["ename"] == "RangeError"
    kernel.run(TRUE_ONES)
    assert kernel.text("await new Promise((r) => setTimeout(r, 1, 3))") == "3"


# What a cell may do to the language, or to Node.js, and what undoes it.
HOSTILE = {
    "a toJSON of all objects": ("Object.prototype.toJSON = function () { return 'nothing'; };", "delete Object.prototype.toJSON;"),
    "a toJSON of all objects that throws": ("Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, get() { throw new Error('no'); } });", "delete Object.prototype.toJSON;"),
    "a toJSON of all lists": ("Array.prototype.toJSON = function () { throw new Error('no'); };", "delete Array.prototype.toJSON;"),
    "getters of all objects that throw": (
        "for (const name of names) Object.defineProperty(Object.prototype, name, { configurable: true, get() { throw new Error(name); } });",
        "for (const name of names) delete Object.prototype[name];",
    ),
    "descriptors that inherit": ("Object.prototype.get = () => 1; Object.prototype.set = () => 1; Object.prototype.writable = false;", "delete Object.prototype.get; delete Object.prototype.set; delete Object.prototype.writable;"),
    "objects that can all be awaited": ("Object.prototype.then = () => undefined; undefined;", "delete Object.prototype.then;"),
    "an enumerable property of all objects": ("Object.prototype.extra = { of: 'all' };", "delete Object.prototype.extra;"),
    "promises of another kind": ("globalThis.Promise = class extends Promise { constructor() { throw new Error('no'); } }; Promise.race = Promise.all = () => { throw new Error('no'); };", "globalThis.Promise = promise;"),
    "no process": ("globalThis.process = undefined;", "globalThis.process = proc;"),
}
NAMES = "error silent store_history user_expressions stop_on_error metadata buffers parent displayId update names prelude output map imports sideModules onlyImports aliases diagnostics data receive cellId comm_id".split()


@pytest.mark.node  # In a page, what shows values is written with the language that cells change.
@pytest.mark.parametrize("what", HOSTILE)
def test_requests_are_answered_whatever_cells_do_to_the_language(kernel, what):
    harm, remedy = HOSTILE[what]
    kernel.run(f"// @check off\nconst names = {NAMES}; const promise = Promise; const proc = globalThis.process; let count = 1;")
    assert kernel.run(f"// @check off\n{harm}")[0]["status"] == "ok"
    assert kernel.text("6 * 7") == "42"
    assert kernel.text("count += 1; const [a, b] = [1, 2]; function f() { return a + b; } f()") == "3"
    reply, messages = kernel.run("console.log('out'); display('shown'); throw new RangeError('no');")
    assert reply["ename"] == "RangeError" and stream_text(messages) == "out\n"
    assert [m["msg_type"] for m in messages] == ["stream", "display_data", "error"]
    reply, _ = kernel.run("count", user_expressions={"twice": "2 * count"})
    assert reply["user_expressions"]["twice"]["data"]["text/plain"] == "4"
    assert kernel.run("nope")[0]["ename"] == "TypeScriptError"
    assert kernel.run(f"// @check off\n{remedy}")[0]["status"] == "ok"
    assert kernel.text("[{ count }]") == "[ { count: 2 } ]"


@pytest.mark.node
def test_cells_run_on_where_globals_are_frozen_or_gone():
    with running() as kernel:
        kernel.run("Object.freeze(globalThis);")
        assert kernel.text("let v = [1]; v") == "[ 1 ]"
        assert kernel.run("console.log(v); throw new RangeError('no');")[0]["ename"] == "RangeError"
    with running() as kernel:
        kernel.run("// @check off\nglobalThis.Object = globalThis.Array = globalThis.Map = null;")
        for _ in range(2):
            assert kernel.run("1", timeout=10)[0]["status"] == "error"


@pytest.mark.node
def test_what_the_session_itself_cannot_do_is_said():
    with running() as kernel:
        kernel.run("Array.prototype.map = () => { throw new Error('no map'); };")
        for _ in range(2):
            reply, messages = kernel.run("1")
            assert reply["status"] == "error" and reply["ename"] == "KernelError" and "no map" in reply["evalue"]
            assert [m["msg_type"] for m in messages] == ["error"]


@pytest.mark.node
def test_listeners_of_the_kernel_are_put_back():
    with running() as kernel:
        for harm in ("process.removeAllListeners();", "process.removeAllListeners('uncaughtException'); process.removeAllListeners('unhandledRejection');"):
            reply, _ = kernel.run(f"{harm} setTimeout(() => {{ throw new RangeError('late'); }}, 1); await new Promise((r) => setTimeout(r, 50));")
            assert reply["ename"] == "RangeError"
            reply, _ = kernel.run(f"{harm} void Promise.reject(new RangeError('lost')); await new Promise((r) => setTimeout(r, 50));")
            assert reply["ename"] == "RangeError"
            threading.Timer(0.5, kernel.manager.interrupt_kernel).start()
            assert kernel.run(f"{harm} while (true) {{}}")[0]["ename"] == "Interrupted"
        assert kernel.text("1 + 1") == "2"
