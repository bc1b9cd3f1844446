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
    "a regular expression": 'while (true) /(a+)+b/.test("a".repeat(32));',
    "printing": 'while (true) console.log("x");',
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
