"""Runs a notebook once for every combination of parameters, on a Dask cluster.

    python remote/sweep.py remote/training.ipynb -p rate 0.03 0.1 -p activation relu gelu tanh
    python remote/sweep.py remote/training.ipynb -p rate 0.03 0.1 --scheduler tcp://host:8786

Each run is papermill's, on a worker. The notebook travels to the worker and comes back executed, so that nothing but
the scheduler has to be shared; runs that die with a worker begin anew on another. The executed notebooks are written
to a folder, and one line of JSON for each is printed: its file, its parameters, and the last JSON it shows as `value`
or else what went wrong as `error`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import tempfile
import time
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any, Iterator

import cloudpickle
import nbformat
import papermill
import yaml
from dask.distributed import Client, LocalCluster, as_completed

cloudpickle.register_pickle_by_value(sys.modules[__name__])  # Workers elsewhere do not have this file.


def execute(notebook: str, parameters: dict[str, Any]) -> tuple[str, str | None]:
    """Executes a notebook given as text; returns it executed, and what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "executed.ipynb"
        book = nbformat.reads(notebook, as_version=4)
        try:
            papermill.execute_notebook(book, path, parameters, progress_bar=False, cwd=folder)
            error = None
        except papermill.PapermillExecutionError as problem:
            error = f"{problem.ename}: {problem.evalue}"
        return path.read_text(encoding="utf-8"), error


def value_of(notebook: str) -> Any:
    """The last JSON that an executed notebook shows, or None."""
    outputs = [output for cell in json.loads(notebook)["cells"] for output in cell.get("outputs", [])]
    shown = [output["data"]["application/json"] for output in outputs if "application/json" in output.get("data", {})]
    return shown[-1] if shown else None


def sweep(client: Client, notebook: str, sets: list[dict[str, Any]]) -> Iterator[tuple[int, str | None, str | None]]:
    """Runs a notebook with each set of parameters; yields number, executed notebook and error as runs end."""
    # A notebook's own errors are results; what fails otherwise, such as a kernel that dies, is tried again.
    submit = partial(client.submit, execute, notebook, pure=False, retries=2)
    numbers = {submit(chosen): number for number, chosen in enumerate(sets)}
    for future in as_completed(numbers):
        problem = future.exception()
        executed, error = (None, f"{type(problem).__name__}: {problem}") if problem else future.result()
        yield numbers[future], executed, error


def combinations(grid: list[list[str]]) -> list[dict[str, Any]]:
    """Every combination of the values given for each name, in the order given."""
    names = [name for name, *_ in grid]
    values = [[yaml.safe_load(value) for value in values] for _, *values in grid]
    return [dict(zip(names, chosen)) for chosen in itertools.product(*values)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebook", type=Path)
    parser.add_argument("-p", action="append", nargs="+", required=True, dest="grid", metavar=("NAME", "VALUE"))
    parser.add_argument("-o", "--output", type=Path, default=Path("sweep"), help="folder of the executed notebooks")
    parser.add_argument("--scheduler", help="a Dask scheduler's address (default: workers on this machine)")
    parser.add_argument("--workers", type=int, help="number of workers on this machine (default: its cores)")
    args = parser.parse_args()
    for name, *values in args.grid:
        if not values:
            parser.error(f"-p {name}: expected values after the name")
    sets = combinations(args.grid)
    args.output.mkdir(parents=True, exist_ok=True)

    lines = {}
    local = {"n_workers": args.workers, "threads_per_worker": 1, "dashboard_address": None}
    with nullcontext(args.scheduler) if args.scheduler else LocalCluster(**local) as cluster, Client(cluster) as client:
        started = time.monotonic()
        for number, executed, error in sweep(client, args.notebook.read_text(encoding="utf-8"), sets):
            path = args.output / f"{number:04}.ipynb"
            if executed:
                path.write_text(executed, encoding="utf-8")
            outcome = {"error": error} if error else {"value": value_of(executed)}
            lines[number] = {"notebook": str(path), "parameters": sets[number], **outcome}
            print(f"{len(lines)} of {len(sets)} after {time.monotonic() - started:.1f} s", file=sys.stderr)
    for number in sorted(lines):
        print(json.dumps(lines[number]))
    return 1 if any("error" in line for line in lines.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
