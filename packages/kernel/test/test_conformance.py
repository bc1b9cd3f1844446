"""Jupyter's own conformance tests, with samples in TypeScript."""

import os

import jupyter_kernel_test as jkt

KERNEL = os.environ.get("TSLINEN_TEST_KERNEL", "tslinen")


class TypeScriptKernel(jkt.KernelTests):
    kernel_name = KERNEL
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = 'console.log("hello, world");'
    code_stderr = 'console.error("trouble");'

    completion_samples = [
        {"text": "Math.cb", "matches": {"cbrt"}},
        {"text": "Math.sq", "matches": {"sqrt", "SQRT1_2", "SQRT2"}},
        {"text": "const 名 = '🎉🎉'; 名.trimS", "matches": {"trimStart"}},
        {"text": "[1, 2].flatM", "matches": {"flatMap"}},
    ]

    complete_code_samples = [
        "1 + 1",
        "const x: number[] = [1, 2];",
        "function f() { return 1; }",
        "class A<T> { x?: T }",
        "const a = <div>hello</div>;",
        "await fetch('http://localhost')",
        "",
    ]
    incomplete_code_samples = [
        "function f() {",
        "const x = [1,",
        "foo(",
        "if (x) {\n  y();",
        "`template",
        "/* comment",
        "x +",
        "const f = (a: number) =>",
    ]
    invalid_code_samples = ["const = 5;", "foo)", "let x = 1 2;", "}", "foo bar baz"]

    code_generate_error = 'throw new RangeError("out of range");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "'text'"},
        {"code": "[1, 2, 3].map((x) => x ** 2)", "result": "[ 1, 4, 9 ]"},
        {"code": "new Map([['a', 1]])", "result": "Map(1) { 'a' => 1 }"},
        {"code": "new Float32Array([0.5, 1])", "result": "Float32Array(2) [ 0.5, 1 ]"},
        {"code": "await Promise.resolve(3)", "result": "3"},
        {"code": "Promise.resolve(4)", "result": "4"},
        {
            "code": 'import { html } from "@tslinen/kernel";\nhtml("<b>bold</b>")',
            "mime": "text/html",
            "result": "<b>bold</b>",
        },
    ]
    code_display_data = [
        {"code": "display({ a: 1 })", "mime": "text/plain"},
        {"code": 'import { markdown } from "@tslinen/kernel"; display(markdown("**b**"));', "mime": "text/markdown"},
        {"code": 'import { latex } from "@tslinen/kernel"; display(latex("x^2"));', "mime": "text/latex"},
        {"code": 'import { json } from "@tslinen/kernel"; display(json({ a: 1 }));', "mime": "application/json"},
        {"code": 'import * as tslab from "tslab"; tslab.display.html("<i>i</i>");', "mime": "text/html"},
    ]

    code_history_pattern = "6 [*] ?"
    supported_history_operations = ("tail", "range", "search")

    code_inspect_sample = "Math.sqrt"
    code_clear_output = 'import { clearOutput } from "@tslinen/kernel"; clearOutput();'
    code_page_something = 'import { page } from "@tslinen/kernel"; page("a text");'


class Welcome(jkt.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


del jkt.KernelTests, jkt.IopubWelcomeTests
