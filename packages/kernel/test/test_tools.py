"""The kernel under the tools people run notebooks with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

KERNEL = os.environ.get("TSLINEN_TEST_KERNEL", "tslinen")


def notebook(*cells):
    metadata = {"kernelspec": {"name": KERNEL, "display_name": KERNEL, "language": "typescript"}}
    return new_notebook(cells=[new_code_cell(cell) for cell in cells], metadata=metadata)


CELLS = [
    "const a = 1;\na",
    'throw new Error("boom");',
    "const wrong: string = 5;",
    'console.log("still here", a);',
    "display({ a });",
]


def check(outputs):
    """That every cell has its outputs, and errors are outputs of type error."""
    kinds = [[output["output_type"] for output in cell] for cell in outputs]
    assert kinds == [["execute_result"], ["error"], ["error"], ["stream"], ["display_data"]]
    assert outputs[1][0]["ename"] == "Error" and outputs[1][0]["evalue"] == "boom"
    assert outputs[2][0]["ename"] == "TypeScriptError"
    assert outputs[3][0]["text"] == "still here 1\n"


def run(*command, **options):
    return subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, timeout=120, check=False, **options
    )


def test_nbclient_runs_on_after_errors(tmp_path):
    book = notebook(*CELLS)
    NotebookClient(book, allow_errors=True, timeout=60, resources={"metadata": {"path": tmp_path}}).execute()
    check([cell["outputs"] for cell in book.cells])
    assert [cell["execution_count"] for cell in book.cells] == [1, 2, 3, 4, 5]
    assert all("iopub.execute_input" in cell["metadata"]["execution"] for cell in book.cells)


def test_nbclient_honours_cells_that_are_expected_to_raise(tmp_path):
    book = notebook('throw new Error("expected");', '"after"')
    book.cells[0]["metadata"]["tags"] = ["raises-exception"]
    NotebookClient(book, timeout=60, resources={"metadata": {"path": tmp_path}}).execute()
    assert book.cells[1]["outputs"][0]["data"]["text/plain"] == "'after'"


def test_nbconvert_allows_errors(tmp_path):
    path = tmp_path / "book.ipynb"
    nbformat.write(notebook(*CELLS), path)
    done = run("nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--output", "done.ipynb", str(path))
    assert done.returncode == 0, done.stderr
    check([cell["outputs"] for cell in nbformat.read(tmp_path / "done.ipynb", as_version=4).cells])


def test_nbconvert_makes_a_script(tmp_path):
    path = tmp_path / "book.ipynb"
    book = notebook("const a = 1;")
    NotebookClient(book, timeout=60, resources={"metadata": {"path": tmp_path}}).execute()
    nbformat.write(book, path)
    assert run("nbconvert", "--to", "script", str(path)).returncode == 0
    assert "const a = 1;" in (tmp_path / "book.ts").read_text()


@pytest.mark.parametrize("failing", [False, True])
def test_papermill_tells_success_from_failure(tmp_path, failing):
    path = tmp_path / "book.ipynb"
    nbformat.write(notebook("1 + 1", 'throw new Error("boom");' if failing else "2 + 2", "3 + 3"), path)
    done = run("papermill", str(path), str(tmp_path / "done.ipynb"), "--no-progress-bar", cwd=tmp_path)
    assert (done.returncode != 0) == failing, done.stderr
    assert ("Error: boom" in done.stderr) == failing
    cells = [cell for cell in json.loads((tmp_path / "done.ipynb").read_text())["cells"] if cell["cell_type"] == "code"]
    assert [len(cell["outputs"]) for cell in cells] == ([1, 1, 0] if failing else [1, 1, 1])


def count_figures(path):
    """How many outputs of a notebook are figures with a picture beside them."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    bundles = [output["data"] for cell in cells for output in cell.outputs if "data" in output]
    return sum("application/vnd.vegalite.v6+json" in bundle and "image/png" in bundle for bundle in bundles)


@pytest.mark.node
def test_papermill_runs_the_lesson(tmp_path):
    lesson = Path(__file__).parents[3] / "notebooks" / "activation-functions.ipynb"
    done = run("papermill", str(lesson), str(tmp_path / "done.ipynb"), "--no-progress-bar", "-k", KERNEL, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert count_figures(tmp_path / "done.ipynb") == count_figures(lesson) > 0


def test_jupyter_console(tmp_path):
    done = run(
        "jupyter_console", "--simple-prompt", f"--kernel={KERNEL}", "--no-confirm-exit",
        input='const x = 6;\nx * 7\nconsole.log("out")\nnope\n', cwd=tmp_path,
    )  # fmt: skip
    assert "Out[2]: 42" in done.stdout, done.stdout + done.stderr
    assert "out" in done.stdout
    assert "Cannot find name 'nope'" in done.stderr
