"""Papermill's parameters in TypeScript: what a cell reads is what was given."""

import json
import math
import re
import subprocess
import sys

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from papermill.translators import papermill_translators

VALUES = {
    "zero": 0,
    "negative": -3,
    "largest": 2**53 - 1,
    "beyond": -(2**60),
    "tenth": 0.1,
    "tiny": 5e-324,
    "huge": 1.7976931348623157e308,
    "nan": math.nan,
    "infinite": math.inf,
    "below": -math.inf,
    "yes": True,
    "no": False,
    "nothing": None,
    "empty": "",
    "text": "\"quoted\" 'single' `back` ${tenth} \\n // no comment",
    "lines": "one\ntwo\r\n\tthree\u2028four\0",
    "letters": "Zürich, 数, 😀",
    "list": [1, [2.5, "three", None], []],
    "layers": {"hidden": [16, 8], "rate": 1e-7, "a key": {"deep": [True, math.nan]}},
    "prototype": {"__proto__": 1, "constructor": 2},
    "nameless": {},
}

# JSON has no NaN, infinity or bigint: they travel as text with a mark.
AS_JSON = """JSON.stringify(VALUES, (_, v: unknown) =>
  typeof v === "bigint" || (typeof v === "number" && !isFinite(v)) ? `#${v}` : v)"""


def notebook(*cells, kernel="tslinen"):
    book = new_notebook(cells=[new_code_cell(cell) for cell in cells])
    book.metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "typescript"}}
    book.cells[0].metadata["tags"] = ["parameters"]
    return book


def marked(value):
    """A value as the cell writes it."""
    if isinstance(value, dict):
        return {key: marked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [marked(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "#NaN" if math.isnan(value) else "#Infinity" if value > 0 else "#-Infinity"
    return f"#{value}" if type(value) is int and abs(value) >= 2**53 else value


def printed(book):
    return "".join(output["text"] for cell in book.cells for output in cell.outputs if output["output_type"] == "stream")


@pytest.mark.parametrize("kernel", ["tslinen", "tslab"])
def test_every_value_arrives(kernel):
    # Stock tslab does not know its variables in `{ zero }`, only in `{ zero: zero }`.
    values = ", ".join(f"{name}: {name}" for name in VALUES)
    show = f"console.log({AS_JSON.replace('VALUES', f'{{ {values} }}')})"
    defaults = "\n".join(f"const {name} = undefined;" for name in VALUES)
    done = papermill.execute_notebook(notebook(defaults, show, kernel=kernel), None, VALUES, progress_bar=False)
    assert json.loads(printed(done)) == marked(VALUES)


def test_a_parameter_has_the_type_of_all_its_values():
    cells = 'const mode: string = "mean";', 'console.log(mode === "sum" ? 1 : mode === "max" ? 2 : 3)'
    done = papermill.execute_notebook(notebook(*cells), None, {"mode": "max"}, progress_bar=False)
    assert printed(done) == "2\n"


def test_a_parameter_of_the_wrong_type_is_an_error_before_its_cell_runs():
    cells = "const rate = 0.1;", 'console.log("ran");\nMath.abs(rate);'
    with pytest.raises(papermill.PapermillExecutionError, match="'string' is not assignable to parameter of type 'number'"):
        papermill.execute_notebook(notebook(*cells), None, {"rate": "fast"}, progress_bar=False)


def test_the_command_line(tmp_path):
    def run(*arguments):
        command = [sys.executable, "-m", "papermill", "--no-progress-bar", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)

    nbformat.write(notebook("const alpha: number = 0.5; // slope", "console.log(alpha * 2)"), tmp_path / "in.ipynb")
    assert run("--log-level", "WARNING", "-p", "alpha", "0.125", "in.ipynb", "out.ipynb").stderr == ""
    assert printed(nbformat.read(tmp_path / "out.ipynb", as_version=4)) == "0.25\n"
    assert re.search(r"alpha: number \(default 0.5\)\s+slope", run("--help-notebook", "in.ipynb").stdout)


CELL = """// What the sweep sets.
let alpha = 0.1; // the slope
const mode: "mean" | "sum" = "mean"
var url: string = "http://host;a=b";
const layers: number[] = [
  16,
  8,
];
let last = null"""


def test_inspects_declarations():
    found = [tuple(p) for p in papermill_translators.find_translator("tslinen", "typescript").inspect({"source": CELL})]
    assert found == [
        ("alpha", "None", "0.1", "the slope"),
        ("mode", '"mean" | "sum"', '"mean"', ""),
        ("url", "string", '"http://host;a=b"', ""),
        ("layers", "number[]", "[\n  16,\n  8,\n]", ""),
        ("last", "None", "null", ""),
    ]
