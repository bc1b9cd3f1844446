"""Executes the lessons headless and checks what they show.

    python scripts/notebooks.py [--write] [--kernel NAME] [NOTEBOOK ...]

Every notebook must run without an error, with the code in its texts, which solves the exercises, where it stands. Every
figure must hold data, a picture and a text, and show as a picture in nbconvert's HTML, and the outputs must be those
that are committed. --write commits the new outputs to the files instead of comparing. --kernel runs them under another
kernel than the one they name; then only the figures are compared, not how values are printed. --linger has each cell
wait at its end, for a kernel that ends cells before what they display is on its way.
"""

from __future__ import annotations

import argparse
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Iterator

import nbconvert
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
VEGALITE = "application/vnd.vegalite.v6+json"
CODE_IN_TEXT = re.compile(r"^```ts\n(.*?)^```", re.DOTALL | re.MULTILINE)


def outputs_of(notebook: Any) -> Iterator[tuple[int, Any]]:
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            yield number, output


def figures_of(notebook: Any) -> list[tuple[int, dict[str, Any]]]:
    return [(n, o["data"]) for n, o in outputs_of(notebook) if VEGALITE in o.get("data", {})]


def holds_data(spec: Any) -> bool:
    """Tells whether any data set in a specification has values."""
    if isinstance(spec, dict):
        values = spec.get("values")
        return bool(isinstance(values, list) and values) or any(holds_data(v) for v in spec.values())
    return isinstance(spec, list) and any(holds_data(v) for v in spec)


def comparable(notebook: Any) -> list[Any]:
    """The outputs without what differs between two good runs: counts, and identities of displays."""
    kept = []
    for number, output in outputs_of(notebook):
        fields = {k: v for k, v in output.items() if k not in ("execution_count", "transient")}
        kept.append((number, fields))
    return kept


def problems_of(executed: Any, committed: Any, same_kernel: bool) -> list[str]:
    problems = []
    for number, output in outputs_of(executed):
        if output["output_type"] == "error":
            problems.append(f"cell {number}: {output['ename']}: {output['evalue']}")
        if output["output_type"] == "stream" and output["name"] == "stderr":
            problems.append(f"cell {number}: wrote to stderr: {output['text'].strip()}")
    figures = figures_of(executed)
    for number, bundle in figures:
        if not holds_data(bundle[VEGALITE]):
            problems.append(f"cell {number}: the figure is empty")
        problems += [f"cell {number}: the figure has no {m}" for m in ("image/png", "text/plain") if not bundle.get(m)]
    html, _ = nbconvert.HTMLExporter().from_notebook_node(executed)
    if html.count('src="data:image/png;base64,') < len(figures):
        problems.append("converted to HTML, some figures show only by JavaScript")
    if figures != figures_of(committed):
        problems.append("the committed figures are stale: run `npm run notebooks -- --write`")
    elif same_kernel and comparable(executed) != comparable(committed):
        problems.append("the committed outputs are stale: run `npm run notebooks -- --write`")
    return problems


def without_ansi(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def with_solutions(cells: list[Any]) -> Iterator[Any]:
    """The cells, and behind every text the code in it as cells."""
    for cell in cells:
        yield cell
        if cell.cell_type == "markdown":
            yield from (nbformat.v4.new_code_cell(code) for code in CODE_IN_TEXT.findall(cell.source))


def count_anew(cells: list[Any]) -> None:
    """Numbers the cells as if no solution had run between them."""
    for count, cell in enumerate((cell for cell in cells if cell.cell_type == "code"), start=1):
        for counted in (cell, *(output for output in cell.outputs if "execution_count" in output)):
            counted.execution_count = count


def execute(notebook: Any, kernel: str) -> list[str]:
    """Runs all cells, and the code in texts; says what went wrong in the run itself."""
    own = notebook.cells
    notebook.cells = list(with_solutions(own))
    client = NotebookClient(notebook, timeout=120, kernel_name=kernel, resources={"metadata": {"path": str(FOLDER)}})
    try:
        client.execute()
    except (CellExecutionError, DeadKernelError, TimeoutError) as error:
        return [without_ansi(str(error)).strip()]
    finally:
        notebook.cells = own
    count_anew(own)
    return []


def check(path: Path, kernel: str | None, write: bool, linger: int) -> bool:
    committed = nbformat.read(path, as_version=4)
    executed = nbformat.reads(nbformat.writes(committed), as_version=4)
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            if linger:
                cell.source += f"\nawait new Promise((resolve) => setTimeout(resolve, {linger}));"
    own = committed.metadata.kernelspec.name
    problems = execute(executed, kernel or own)
    for cell in executed.cells:
        cell.metadata.pop("execution", None)
    executed.metadata = committed.metadata
    if not problems:
        problems = problems_of(executed, executed if write else committed, kernel in (None, own))
    if write and not problems:
        path.write_text(nbformat.writes(executed, indent=1) + "\n", encoding="utf-8")
    verdict = "failed" if problems else f"ok, {len(figures_of(executed))} figures"
    lines = [f"{path.name} on {kernel or own}: {verdict}", *("  " + problem.replace("\n", "\n  ") for problem in problems)]
    print("\n".join(lines), flush=True)
    return not problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--kernel")
    parser.add_argument("--linger", type=int, default=0, metavar="MILLISECONDS")
    parser.add_argument("notebooks", nargs="*", type=Path)
    args = parser.parse_args()
    paths = args.notebooks or sorted(FOLDER.glob("*.ipynb"))
    # Two at a time: a lesson waits for one core most of the time.
    with ProcessPoolExecutor(max_workers=2) as pool:
        run = partial(check, kernel=args.kernel, write=args.write, linger=args.linger)
        results = list(pool.map(run, paths))
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
