"""What an editor asks about cells, and that neither it nor a front end waits for a running cell."""

import json
import time
from pathlib import Path

import pytest
from kernel import running


@pytest.fixture(scope="module")
def kernel():
    with running() as it:
        yield it


def ask(kernel, method, codes, index=-1, offset=None, ids=None):
    """Asks about one of several cells; the answer."""
    cells = [{"id": ids[i] if ids else f"cell-{i}", "code": code} for i, code in enumerate(codes)]
    content = {"method": method, "cells": cells, "index": index % len(codes)}
    if offset is not None:
        content["offset"] = offset
    message = kernel.client.session.msg("tslinen_request", content)
    kernel.client.control_channel.send(message)
    while True:
        reply = kernel.client.get_control_msg(timeout=20)
        if reply["parent_header"]["msg_id"] == message["header"]["msg_id"]:
            assert reply["msg_type"] == "tslinen_reply"
            return reply["content"]


def value(*args, **options):
    content = ask(*args, **options)
    assert content["status"] == "ok", content
    return content["value"]


def run(kernel, cell_id, code):
    message = kernel.client.session.msg("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}, metadata={"cellId": cell_id})
    kernel.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def test_mistakes_in_the_scope_of_earlier_cells(kernel):
    [mistake] = value(kernel, "check", ["const a = 1;", "const s: string = a;"])
    assert (mistake["start"], mistake["end"], mistake["code"], mistake["severity"]) == (6, 7, 2322, "error")
    assert value(kernel, "check", ["const a = '1';", "const s: string = a;"]) == []
    assert [m["message"] for m in value(kernel, "check", ["later"])] == ["Cannot find name 'later'."]
    assert value(kernel, "check", ["syntax error here(", "1 + 1"]) == []
    assert kernel.run("typeof a")[0]["status"] == "error", "looking leaves no trace"


@pytest.mark.node
def test_what_node_has_is_no_mistake(kernel):
    assert value(kernel, "check", ["process.version", 'import { readFileSync } from "fs"; readFileSync("x")']) == []


@pytest.mark.node
def test_no_lesson_is_mistaken_before_anything_has_run(kernel):
    for lesson in sorted((Path(__file__).parents[3] / "notebooks").glob("*.ipynb")):
        cells = json.loads(lesson.read_text())["cells"]
        codes = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        found = [(lesson.name, codes[i][m["start"] : m["end"]], m["message"]) for i in range(len(codes)) for m in value(kernel, "check", codes, index=i)]
        assert found == []


def test_what_has_run_counts_as_it_ran(kernel):
    msg_id = run(kernel, "ran", "let ran = 1;")
    kernel.finish(msg_id)
    codes = ["let ran = 1;", "let ran = 'two';", "ran.length"]
    ids = ["ran", "other", "asked"]
    assert value(kernel, "check", codes, ids=ids) == []
    assert len(value(kernel, "check", [codes[0], codes[2]], ids=["ran", "asked"])) == 1
    # Edited since: the cell counts as it is written now.
    assert value(kernel, "check", ["let ran = 'edited';", codes[2]], ids=["ran", "asked"]) == []


def test_nothing_waits_for_a_running_cell(kernel):
    msg_id = run(kernel, "busy", "const busyName = 5; const until = Date.now() + 6000; while (Date.now() < until);")
    time.sleep(0.4)
    codes = ["const busyName = 5; const until = Date.now() + 6000; while (Date.now() < until);", "busyName.toFixed()"]
    assert value(kernel, "check", codes, ids=["busy", "asked"]) == []
    client = kernel.client
    client.complete("busyNa")
    assert client.get_shell_msg(timeout=20)["content"]["matches"] == ["busyName"]
    client.inspect("busyName", 3)
    assert "5" in client.get_shell_msg(timeout=20)["content"]["data"]["text/plain"]
    client.is_complete("for (;;) {")
    assert client.get_shell_msg(timeout=20)["content"]["status"] == "incomplete"
    # The cell's own reply has not come before any of these.
    _, messages = kernel.finish(msg_id)
    states = [m["content"]["execution_state"] for m in messages if m["msg_type"] == "status"]
    assert states[-1] == "idle" and set(states[:-1]) == {"busy"}


def test_signatures_hover_and_completion(kernel):
    code = "/** Adds. */ function add(first: number, second: string): void {}"
    help = value(kernel, "signature", [code, "add(1, "], offset=7)
    [signature] = help["signatures"]
    assert help["parameter"] == 1 and signature["documentation"] == "Adds."
    assert [signature["label"][p["start"] : p["end"]] for p in signature["parameters"]] == ["first: number", "second: string"]
    assert "Adds." in value(kernel, "hover", [code, "add"], offset=1)["documentation"]
    assert "add" in [c["text"] for c in value(kernel, "complete", [code, "ad"], offset=2)["candidates"]]
    assert value(kernel, "signature", ["1 + 1"], offset=2) is None
    assert value(kernel, "hover", [code, 'add(1, "text")'], offset=9) is None, "a text in a call is not the call"


def test_definitions_references_and_renaming(kernel):
    codes = ["function twice(x: number) { return 2 * x; }", "const o = { twice }; (twice: number) => twice;", "twice(3)"]
    assert value(kernel, "definition", codes, offset=2) == [{"cell": "cell-0", "start": 9, "end": 14}]
    places = value(kernel, "references", codes, offset=0)
    assert [(p["cell"], p["start"]) for p in places] == [("cell-0", 9), ("cell-1", 12), ("cell-2", 0)]
    assert places[1]["prefix"] == "twice: "
    taken = ["import { join } from 'path'; const { sep, base: renamed } = { sep: 1, base: 2 };", "join('a', String(sep + renamed))"]
    prefixes = [[p.get("prefix") for p in value(kernel, "references", taken, index=0, offset=taken[0].index(name))] for name in ["join", "sep", "renamed"]]
    assert prefixes == [["join as ", None], ["sep: ", None], [None, None]]
    local = value(kernel, "references", codes, index=0, offset=15)
    assert [p["start"] for p in local] == [15, 39]


@pytest.mark.node  # The folder's own prettier adds the semicolon.
def test_formatting_by_prettier(kernel):
    assert value(kernel, "format", ["const a=1;\nif(a){a\n}"]) == "const a = 1;\nif (a) {\n  a;\n}"


def test_what_is_asked_wrongly(kernel):
    assert "expected one of check" in ask(kernel, "nonsense", ["1"])["evalue"]
    assert ask(kernel, "check", ["1"], index=0, offset=0)["status"] == "ok"
