"""What cells can import, and how their types are checked."""

import json
import time

import pytest
from kernel import running, stream_text


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def package(folder, name, files, **fields):
    root = folder / "node_modules" / name
    write(root / "package.json", json.dumps({"name": name, "version": "1.0.0", **fields}))
    for path, text in files.items():
        write(root / path, text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    package(folder, "plain", {"index.js": "exports.two = 2; exports.name = __filename;", "index.d.ts": "export const two: number;"})
    package(
        folder, "modern", {"lib/main.js": "export default 'fallback'; export let count = 0; export function bump() { count++; }", "lib/main.d.ts": "declare const text: string; export default text; export let count: number; export function bump(): void;"},
        type="module", exports={".": {"types": "./lib/main.d.ts", "import": "./lib/main.js"}},
    )  # fmt: skip
    package(folder, "waits", {"index.mjs": "export const late = await Promise.resolve(7);", "index.d.mts": "export const late: number;", "index.d.ts": "export const late: number;"}, main="index.mjs", types="index.d.ts")
    package(folder, "untyped", {"index.js": "module.exports = (x) => x + 1;"})
    package(folder, "both", {"c.cjs": "exports.kind = 'cjs';", "e.mjs": "export const kind = 'esm';", "t.d.ts": "export const kind: string;"}, exports={".": {"types": "./t.d.ts", "import": "./e.mjs", "require": "./c.cjs"}})
    return folder


@pytest.fixture(scope="module")
def kernel(folder):
    with running(cwd=folder) as it:
        yield it


@pytest.mark.node
def test_packages_of_every_kind(kernel):
    assert kernel.text('import { two } from "plain"; two') == "2"
    assert kernel.text('import text, { count, bump } from "modern"; [text, count]') == "[ 'fallback', 0 ]"
    assert kernel.text('import * as modern from "modern"; bump(); [modern.count, Object.keys(modern)]') == "[ 1, [ 'bump', 'count', 'default' ] ]"
    assert kernel.text('import { late } from "waits"; late') == "7"
    assert kernel.text('import inc from "untyped"; inc(1)') == "2"
    assert kernel.text('import { kind } from "both"; kind') == "'cjs'"
    assert kernel.text('const m = await import("modern"); m.default') == "'fallback'"
    assert kernel.text('const p = await import("plain"); [p.two, p.default.two]') == "[ 2, 2 ]"
    assert kernel.text('import { readFileSync } from "node:fs"; import path from "path"; [typeof readFileSync, path.sep]') == "[ 'function', '/' ]"


@pytest.mark.node
def test_packages_that_are_missing_come_with_the_command(kernel):
    reply, _ = kernel.run('import x from "no-such-package/deep";')
    assert "npm install no-such-package" in reply["evalue"]
    reply, _ = kernel.run('// @ts-nocheck\nimport y from "@some/package/deep";\ny')
    assert "npm install @some/package" in reply["evalue"] and "deep" not in reply["evalue"].split("npm install")[1]
    reply, _ = kernel.run('require("./nowhere")')
    assert "no such file" in reply["evalue"]


@pytest.mark.node
def test_a_package_installed_meanwhile_is_found(kernel, folder):
    assert kernel.run('import { one } from "arrives";')[0]["status"] == "error"
    package(folder, "arrives", {"index.js": "exports.one = 1;", "index.d.ts": "export const one: number;"})
    assert kernel.text('import { one } from "arrives"; one') == "1"


def test_typescript_files_and_their_changes(kernel, folder):
    write(folder / "lib" / "deep.ts", "export const base: number = 10;")
    write(folder / "lib" / "mid.ts", 'import { base } from "./deep";\nexport function plus(x: number): number {\n  return base + x;\n}')
    code = 'import { plus } from "./lib/mid"; plus(1)'
    assert kernel.text(code) == "11"
    assert kernel.text("plus(2)") == "12"
    write(folder / "lib" / "deep.ts", "export const base: number = 20; // changed")
    assert kernel.text(code) == "21"
    write(folder / "lib" / "deep.ts", "export const base: string = 'twenty'; // wrong")
    reply, _ = kernel.run(code)
    assert reply["ename"] == "TypeScriptError" and "lib/mid.ts:3:3" in reply["traceback"][0]
    write(folder / "lib" / "deep.ts", "export const base: number = 30; // right again")
    assert kernel.text(code) == "31"


def test_errors_in_files_point_at_their_lines(kernel, folder):
    write(folder / "thrower.ts", "interface Gone { a: number }\n\nexport function fail(): never {\n  throw new Error('from a file');\n}")
    reply, _ = kernel.run('import { fail } from "./thrower";\nfail();')
    text = "\n".join(reply["traceback"])
    assert "thrower.ts:4:9" in text and f"In[{reply['execution_count']}]:2:" in text
    assert "throw new Error('from a file');" in text


def test_modules_import_each_other_in_circles(kernel, folder):
    write(folder / "even.ts", 'import { odd } from "./odd"; export const even = (n: number): boolean => n === 0 || odd(n - 1);')
    write(folder / "odd.ts", 'import { even } from "./even"; export const odd = (n: number): boolean => n !== 0 && even(n - 1);')
    assert kernel.text('import { even } from "./even"; [even(4), even(5)]') == "[ true, false ]"


def test_json_and_its_changes(kernel, folder):
    write(folder / "data.json", '{ "n": 1 }')
    code = 'import data from "./data.json"; data.n'
    assert kernel.text(code) == "1"
    time.sleep(0.05)
    write(folder / "data.json", '{ "n": 22 }')
    assert kernel.text(code) == "22"


def test_jsx_in_cells_and_files(kernel, folder):
    write(folder / "view.tsx", 'import React from "./react";\nexport const View = (props: { n: number }) => <i title="t">{props.n}</i>;')
    write(
        folder / "react.ts",
        "const React = { createElement: (tag: any, props: any, ...rest: any[]): any => (typeof tag === 'string' ? [tag, props, ...rest] : tag(props)) };\n"
        "export default React;\n"
        "declare global { namespace JSX { interface IntrinsicElements { [tag: string]: any } } }",
    )
    assert kernel.text('import React from "./react"; import { View } from "./view"; <View n={3} />') == "[ 'i', { title: 't' }, 3 ]"
    assert kernel.text("<b>{1 + 1}</b>") == "[ 'b', null, 2 ]"


def test_cells_as_modules(kernel):
    reply, messages = kernel.run("/** @module shapes */\nexport const area = (w: number, h: number) => w * h;")
    assert reply["status"] == "ok" and not messages
    assert kernel.text('import { area } from "./shapes"; area(2, 3)') == "6"
    kernel.run("/** @module shapes */\nexport const area = (w: number, h: number) => -w * h;")
    assert kernel.text('import { area } from "./shapes"; area(2, 3)') == "-6"


def test_global_declarations_last(kernel):
    kernel.run("declare global { var shared: number; }\nglobalThis.shared = 4;")
    assert kernel.text("shared + 1") == "5"
    assert kernel.text("globalThis.shared") == "4"


def test_checking_can_be_set_for_a_cell(kernel):
    wrong = "const w: string = 5 as any as number;\nw"
    assert kernel.run(wrong)[0]["status"] == "error"
    reply, messages = kernel.run(f"// @check warn\n{wrong}")
    assert reply["status"] == "ok"
    assert [m["msg_type"] for m in messages] == ["stream", "execute_result"]
    assert "TS2322" in stream_text(messages, "stderr")
    reply, messages = kernel.run(f"// @check off\n{wrong}")
    assert reply["status"] == "ok" and [m["msg_type"] for m in messages] == ["execute_result"]
    reply, messages = kernel.run(f"// @ts-nocheck\n{wrong}")
    assert reply["status"] == "ok" and [m["msg_type"] for m in messages] == ["execute_result"]
    assert kernel.run(wrong)[0]["status"] == "error"
    assert kernel.run("// @check off\nconst = 1;")[0]["status"] == "error"


def test_checking_can_be_set_from_a_cell_on(kernel):
    kernel.run('import { setChecking } from "@tslinen/kernel"; setChecking("off");')
    assert kernel.run("const v: string = 5;")[0]["status"] == "ok"
    assert 'expected "error", "warn" or "off"' in kernel.run('setChecking("no" as any)')[0]["evalue"]
    kernel.run('setChecking("error");')
    assert kernel.run("const v2: string = 5;")[0]["status"] == "error"


def test_what_the_kernel_brings_is_there_in_any_folder(tmp_path):
    with running(cwd=tmp_path) as kernel:
        assert kernel.text('import { np, nn } from "tslinen"; nn.relu(np.array([-1, 2])).tolist()') == "[ 0, 2 ]"
        reply, _ = kernel.run("const wrong: string = nn.relu(np.array([1]));")
        assert reply["ename"] == "TypeScriptError" and "TS2322" in reply["evalue"]
        kernel.client.inspect("nn.gelu", 5)
        content = kernel.client.get_shell_msg(timeout=20)["content"]
        assert content["found"] and "@param" not in content["data"]["text/plain"]
        assert len(content["data"]["text/plain"].split("\n\n")) > 1
        kernel.client.complete("nn.log_s")
        assert "log_sigmoid" in kernel.client.get_shell_msg(timeout=20)["content"]["matches"]
        assert kernel.text('import * as tslab from "tslab"; typeof tslab.display.html') == "'function'"
        assert kernel.text('import { html } from "@tslinen/kernel"; typeof html') == "'function'"
        # What the kernel's own parts are made of is not offered: it might be another version tomorrow.
        assert kernel.run('import semver from "zeromq";')[0]["status"] == "error"


def test_the_last_expression_can_be_a_promise_or_say_how_it_is_displayed(kernel):
    assert kernel.text("Promise.resolve([1])") == "[ 1 ]"
    assert kernel.run('Promise.reject(new RangeError("late"))')[0]["ename"] == "RangeError"
    _, messages = kernel.run('({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<b>x</b>" }) })')
    data = messages[0]["content"]["data"]
    assert messages[0]["msg_type"] == "execute_result" and data["text/html"] == "<b>x</b>" and "text/plain" in data
    reply, _ = kernel.run('({ [Symbol.for("Jupyter.display")]: () => { throw new Error("cannot show") } })')
    assert reply["status"] == "error" and reply["evalue"] == "cannot show"
    for nothing in ["undefined", "const a1 = 1;", "function g1() {}", "// only a comment", "", "for (;;) break;"]:
        assert kernel.run(nothing)[1] == [], nothing
